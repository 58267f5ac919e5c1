import { burntTimecode } from '../burntTimecode.ts'
import { KIND_STRIP, paintFrameStrip, STRIP_LIGHT } from '../frameStrip.ts'
import { lettering, placeCentred } from '../picture/lettering.ts'
import { type Colour, fill, surface } from '../picture/surface.ts'
import type { KindPicture, KindRecipe } from './filmKind.ts'

const { pictureWidth: WIDTH, pictureHeight: HEIGHT } = KIND_STRIP
const INK: Colour = [0.8, 0.8, 0.8]
const FLASH: Colour = [1, 1, 1]
const GROUND: Colour = [0.02, 0.05, 0.11]

/** The red, green and blue bytes of a frame: timecode, a white flash where a click sounds, and the frame strip. */
export function kindFrame({ clicks }: KindRecipe, picture: KindPicture, frame: number): Uint8Array {
  const labels = Math.round(picture.rate.num / picture.rate.den)
  const canvas = surface(WIDTH, HEIGHT)
  fill(canvas, clicks?.frames.includes(frame) ? FLASH : GROUND)
  const label = burntTimecode(picture.startFrame + frame, labels, picture.isDropFrame)
  placeCentred(canvas, lettering(label, { size: 16, weight: 2, spacing: 28 }), WIDTH / 2, 90, INK)
  const pixels = Uint8Array.from(canvas.light, (light) => 255 * Math.min(1, light) ** (1 / 2.2))
  pixels.fill(0, 0, KIND_STRIP.blockHeight * WIDTH * 3)
  paintFrameStrip(KIND_STRIP, frame, (x, y, width, height) => {
    for (let row = y; row < y + height; row++) {
      pixels.fill(STRIP_LIGHT, (row * WIDTH + x) * 3, (row * WIDTH + x + width) * 3)
    }
  })
  return pixels
}
