import type { Surface } from './surface.ts'

/** How lines of values lie in an array: `lines` lines of `length` values, `step` apart, from `start`. */
export interface Lines {
  readonly start: number
  readonly length: number
  readonly lines: number
  readonly step: number
  readonly lineStep: number
}

/** A running mean of 2 × radius + 1 values along each line; the other values of the array are kept. */
export function boxBlur(
  source: Float32Array<ArrayBuffer>,
  lines: Lines,
  radius: number,
): Float32Array<ArrayBuffer> {
  const result = source.slice()
  for (let line = 0; line < lines.lines; line++) {
    const base = lines.start + line * lines.lineStep
    let sum = 0
    for (let i = -radius; i < lines.length; i++) {
      if (i + radius < lines.length) sum += source[base + (i + radius) * lines.step] as number
      if (i - radius - 1 >= 0) sum -= source[base + (i - radius - 1) * lines.step] as number
      if (i >= 0) result[base + i * lines.step] = sum / (2 * radius + 1)
    }
  }
  return result
}

/** The picture out of focus. */
export function defocused(picture: Surface, radius: number): Surface {
  const { width, height } = picture
  let light = picture.light as Float32Array<ArrayBuffer>
  for (let pass = 0; pass < 2; pass++) {
    for (let start = 0; start < 3; start++) {
      light = boxBlur(light, { start, length: width, lines: height, step: 3, lineStep: width * 3 }, radius)
      light = boxBlur(light, { start, length: height, lines: width, step: width * 3, lineStep: 3 }, radius)
    }
  }
  return { width, height, light }
}
