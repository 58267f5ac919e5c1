import { clamp } from '../ease.ts'

/** A picture in linear light, red, green and blue in turn, 1 = full. */
export interface Surface {
  readonly width: number
  readonly height: number
  readonly light: Float32Array
}

/** Red, green, blue in linear light. */
export type Colour = readonly [number, number, number]

export function surface(width: number, height: number): Surface {
  return { width, height, light: new Float32Array(width * height * 3) }
}

/** A colour from its hexadecimal screen value such as '#ffb347', made brighter or dimmer by `gain`. */
export function colour(hex: string, gain = 1): Colour {
  const linear = (at: number) => (Number.parseInt(hex.slice(at, at + 2), 16) / 255) ** 2.2 * gain
  return [linear(1), linear(3), linear(5)]
}

/** One colour over everything. */
export function fill(target: Surface, paint: Colour): void {
  const { light } = target
  for (let i = 0; i < light.length; i += 3) {
    light[i] = paint[0]
    light[i + 1] = paint[1]
    light[i + 2] = paint[2]
  }
}

/** A vertical gradient; each stop is a height (0 top, 1 bottom) and a colour, in order. */
export function gradient(target: Surface, stops: readonly (readonly [number, Colour])[]): void {
  for (let y = 0; y < target.height; y++) {
    const paint = colourAt(stops, y / (target.height - 1))
    for (let x = 0; x < target.width; x++) {
      const i = (y * target.width + x) * 3
      target.light[i] = paint[0]
      target.light[i + 1] = paint[1]
      target.light[i + 2] = paint[2]
    }
  }
}

/** The colour of a gradient at a place. */
export function colourAt(stops: readonly (readonly [number, Colour])[], place: number): Colour {
  let before = stops[0]
  for (const stop of stops) {
    if (stop[0] >= place && before !== undefined) {
      const span = stop[0] - before[0]
      return between(before[1], stop[1], span > 0 ? (place - before[0]) / span : 0)
    }
    before = stop
  }
  return before?.[1] ?? [0, 0, 0]
}

export function between(a: Colour, b: Colour, t: number): Colour {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t]
}

export function dimmed(paint: Colour, gain: number): Colour {
  return [paint[0] * gain, paint[1] * gain, paint[2] * gain]
}

/** Adds light to one pixel. */
export function addLight(target: Surface, x: number, y: number, paint: Colour, gain: number): void {
  if (x < 0 || y < 0 || x >= target.width || y >= target.height) return
  const i = (y * target.width + x) * 3
  const { light } = target
  light[i] = (light[i] as number) + paint[0] * gain
  light[i + 1] = (light[i + 1] as number) + paint[1] * gain
  light[i + 2] = (light[i + 2] as number) + paint[2] * gain
}

/** Lays a colour over one pixel, `cover` from 0 to 1. */
export function coverPixel(target: Surface, x: number, y: number, paint: Colour, cover: number): void {
  if (x < 0 || y < 0 || x >= target.width || y >= target.height) return
  const i = (y * target.width + x) * 3
  const { light } = target
  const keep = 1 - cover
  light[i] = (light[i] as number) * keep + paint[0] * cover
  light[i + 1] = (light[i + 1] as number) * keep + paint[1] * cover
  light[i + 2] = (light[i + 2] as number) * keep + paint[2] * cover
}

/** Multiplies the whole picture. */
export function dim(target: Surface, gain: number): void {
  const { light } = target
  for (let i = 0; i < light.length; i++) light[i] = (light[i] as number) * gain
}

/** A round soft light; `radius` is where it has fallen to about a seventh, `squash` flattens (< 1) or stretches it. */
export function glow(
  target: Surface,
  centreX: number,
  centreY: number,
  radius: number,
  paint: Colour,
  gain = 1,
  squash = 1,
): void {
  const reachX = Math.ceil(radius * 2.4)
  const reachY = Math.ceil(reachX * squash)
  const left = clamp(0, target.width, Math.floor(centreX - reachX))
  const right = clamp(0, target.width, Math.ceil(centreX + reachX))
  const top = clamp(0, target.height, Math.floor(centreY - reachY))
  const bottom = clamp(0, target.height, Math.ceil(centreY + reachY))
  const scale = 2 / (radius * radius)
  const floor = Math.exp(-2 * 2.4 * 2.4)
  for (let y = top; y < bottom; y++) {
    const dy = (y - centreY) / squash
    for (let x = left; x < right; x++) {
      const dx = x - centreX
      const strength = Math.exp(-(dx * dx + dy * dy) * scale) - floor
      if (strength > 0) addLight(target, x, y, paint, strength * gain)
    }
  }
}

/** A filled disc with a soft rim of `feather` pixels. */
export function disc(
  target: Surface,
  centreX: number,
  centreY: number,
  radius: number,
  paint: Colour,
  cover = 1,
  feather = 1,
): void {
  const reach = Math.ceil(radius + feather)
  for (let y = Math.floor(centreY - reach); y <= centreY + reach; y++) {
    for (let x = Math.floor(centreX - reach); x <= centreX + reach; x++) {
      const away = Math.hypot(x + 0.5 - centreX, y + 0.5 - centreY)
      const inside = clamp(0, 1, (radius - away) / feather + 0.5)
      if (inside > 0) coverPixel(target, x, y, paint, inside * cover)
    }
  }
}

/** A rectangle with edges between pixels allowed. */
export function box(
  target: Surface,
  left: number,
  top: number,
  right: number,
  bottom: number,
  paint: Colour,
  cover = 1,
): void {
  for (let y = Math.floor(top); y < bottom; y++) {
    const down = Math.min(bottom, y + 1) - Math.max(top, y)
    for (let x = Math.floor(left); x < right; x++) {
      const along = Math.min(right, x + 1) - Math.max(left, x)
      coverPixel(target, x, y, paint, down * along * cover)
    }
  }
}
