import { type Colour, type Surface, surface } from './surface.ts'

/** A picture with holes, to be laid over others and moved; its light is already multiplied by its cover. */
export interface Layer {
  readonly picture: Surface
  readonly cover: Float32Array
}

export function layer(width: number, height: number): Layer {
  return { picture: surface(width, height), cover: new Float32Array(width * height) }
}

/** Fills whole pixels of a layer; the part outside it is left out. */
export function fillLayer(
  target: Layer,
  left: number,
  top: number,
  right: number,
  bottom: number,
  paint: Colour,
): void {
  const { width, height, light } = target.picture
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) {
    for (let x = Math.max(0, left); x < Math.min(width, right); x++) {
      const i = y * width + x
      target.cover[i] = 1
      light[i * 3] = paint[0]
      light[i * 3 + 1] = paint[1]
      light[i * 3 + 2] = paint[2]
    }
  }
}

/** Lays the layer over the picture with its left edge at x (any fraction) and its top at y (whole). */
export function drawLayer(target: Surface, source: Layer, x: number, y: number, gain = 1): void {
  const { width, height, light } = source.picture
  const shift = Math.floor(x)
  const part = x - shift
  const firstRow = Math.max(0, -y)
  const lastRow = Math.min(height, target.height - y)
  const firstColumn = Math.max(0, shift + 1)
  const lastColumn = Math.min(target.width, shift + width)
  for (let row = firstRow; row < lastRow; row++) {
    for (let column = firstColumn; column < lastColumn; column++) {
      const here = row * width + (column - shift)
      const cover = (source.cover[here] as number) * (1 - part) + (source.cover[here - 1] as number) * part
      if (cover <= 0) continue
      const to = ((row + y) * target.width + column) * 3
      for (let channel = 0; channel < 3; channel++) {
        const from = here * 3 + channel
        const paint = (light[from] as number) * (1 - part) + (light[from - 3] as number) * part
        target.light[to + channel] = (target.light[to + channel] as number) * (1 - cover) + paint * gain
      }
    }
  }
}
