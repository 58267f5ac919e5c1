import { boxBlur } from './boxBlur.ts'
import { glyph } from './strokeFont.ts'
import { strokeCover } from './strokes.ts'
import { addLight, type Colour, coverPixel, type Surface } from './surface.ts'

/** Letters as a map of how much each pixel is covered. */
export interface Lettering {
  readonly width: number
  readonly height: number
  readonly cover: Float32Array
}

export interface LetterStyle {
  /** Height of a capital in pixels. */
  readonly size: number
  /** Thickness of a stroke in pixels. */
  readonly weight: number
  /** Space between letters in hundredths of the size. */
  readonly spacing: number
}

const MARGIN = 4

const made = new Map<string, Lettering>()

/** Draws a line of capitals; the same text in the same style is drawn once. */
export function lettering(text: string, style: LetterStyle): Lettering {
  const key = `${text}|${style.size}|${style.weight}|${style.spacing}`
  const known = made.get(key)
  if (known !== undefined) return known
  const scale = style.size / 100
  const width = Math.ceil(textWidth(text, style)) + 2 * MARGIN
  const height = Math.ceil(style.size * 1.2) + 2 * MARGIN
  const cover = new Float32Array(width * height)
  let pen = MARGIN
  for (const character of text.toUpperCase()) {
    const { width: advance, strokes } = glyph(character)
    for (const [fromX, fromY, toX, toY] of strokes) {
      const stroke = [
        pen + fromX * scale,
        MARGIN + fromY * scale,
        pen + toX * scale,
        MARGIN + toY * scale,
      ] as const
      coverStroke({ width, height, cover }, stroke, style.weight)
    }
    pen += (advance + style.spacing) * scale
  }
  const letters = { width, height, cover }
  made.set(key, letters)
  return letters
}

function coverStroke(
  letters: Lettering,
  stroke: readonly [number, number, number, number],
  weight: number,
): void {
  const reach = weight / 2 + 1
  const left = Math.max(0, Math.floor(Math.min(stroke[0], stroke[2]) - reach))
  const right = Math.min(letters.width, Math.ceil(Math.max(stroke[0], stroke[2]) + reach))
  const top = Math.max(0, Math.floor(Math.min(stroke[1], stroke[3]) - reach))
  const bottom = Math.min(letters.height, Math.ceil(Math.max(stroke[1], stroke[3]) + reach))
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const i = y * letters.width + x
      letters.cover[i] = Math.max(letters.cover[i] as number, strokeCover(stroke, weight, x + 0.5, y + 0.5))
    }
  }
}

/** The width of a line of text in pixels, without space after the last letter. */
export function textWidth(text: string, style: LetterStyle): number {
  let units = 0
  for (const character of text.toUpperCase()) units += glyph(character).width + style.spacing
  return ((units - style.spacing) * style.size) / 100
}

/** Letters with soft edges, for the light around neon. */
export function blurred(letters: Lettering, radius: number): Lettering {
  const pad = radius * 3
  const width = letters.width + 2 * pad
  const height = letters.height + 2 * pad
  let cover = new Float32Array(width * height)
  for (let y = 0; y < letters.height; y++) {
    const row = letters.cover.subarray(y * letters.width, (y + 1) * letters.width)
    cover.set(row, (y + pad) * width + pad)
  }
  for (let pass = 0; pass < 3; pass++) {
    cover = boxBlur(cover, { start: 0, length: width, lines: height, step: 1, lineStep: width }, radius)
    cover = boxBlur(cover, { start: 0, length: height, lines: width, step: width, lineStep: 1 }, radius)
  }
  return { width, height, cover }
}

/** Puts letters on the picture with their top left corner (margin not counted) at x, y; whole pixels. */
export function place(
  target: Surface,
  letters: Lettering,
  x: number,
  y: number,
  paint: Colour,
  gain = 1,
  adding = false,
): void {
  const left = Math.round(x) - MARGIN
  const top = Math.round(y) - MARGIN
  for (let row = 0; row < letters.height; row++) {
    for (let column = 0; column < letters.width; column++) {
      const part = letters.cover[row * letters.width + column] as number
      if (part <= 0.002) continue
      if (adding) addLight(target, left + column, top + row, paint, part * gain)
      else coverPixel(target, left + column, top + row, paint, part * gain)
    }
  }
}

/** Puts letters with their middle at x. */
export function placeCentred(
  target: Surface,
  letters: Lettering,
  x: number,
  y: number,
  paint: Colour,
  gain = 1,
  adding = false,
): void {
  place(target, letters, x - letters.width / 2 + MARGIN, y, paint, gain, adding)
}
