import { burntTimecode } from '../burntTimecode.ts'
import { DEMO_STRIP, paintFrameStrip, STRIP_LIGHT } from '../frameStrip.ts'
import { FRAMES_PER_SECOND, SCENES, START_FRAME } from '../plan.ts'
import { lettering, place, placeCentred, textWidth } from './lettering.ts'
import { type Colour, surface } from './surface.ts'

/** A finished frame, 8-bit red, green, blue. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

const TIMECODE = { size: 21, weight: 2.2, spacing: 20 }
const LABEL = { size: 10, weight: 1.3, spacing: 36 }
const TIMECODE_TOP = 19
const LABEL_TOP = 26
const EDGE = 28

const bar = surface(960, 66)
const bright: Colour = [0.8, 0.8, 0.78]
const quiet: Colour = [0.3, 0.3, 0.3]

/** Burns timecode, scene and cut into the lower bar and the frame number into the top edge. */
export function burnIn(frame: Frame, number: number): void {
  const barTop = frame.height - bar.height
  frame.pixels.fill(0, 0, bar.height * frame.width * 3)
  drawLowerBar(number)
  for (let i = 0; i < bar.light.length; i++) {
    frame.pixels[barTop * frame.width * 3 + i] = 255 * Math.min(1, bar.light[i] as number) ** (1 / 2.2)
  }
  paintFrameStrip(DEMO_STRIP, number, (left, top, width, height) => {
    for (let y = top; y < top + height; y++) {
      const start = (y * frame.width + left) * 3
      frame.pixels.fill(STRIP_LIGHT, start, start + width * 3)
    }
  })
}

function drawLowerBar(number: number): void {
  bar.light.fill(0)
  const label = burntTimecode(START_FRAME + number, FRAMES_PER_SECOND, false)
  const cell = textWidth('0', TIMECODE) + (TIMECODE.spacing * TIMECODE.size) / 100
  const left = bar.width / 2 - ((label.length - 3) * cell + 3 * cell * 0.5) / 2
  let pen = left
  for (const character of label) {
    const step = character === ':' ? cell * 0.5 : cell
    placeCentred(bar, lettering(character, TIMECODE), pen + step / 2, TIMECODE_TOP, bright)
    pen += step
  }
  const scene = SCENES.find((candidate) => number >= candidate.in && number < candidate.out)
  place(bar, lettering(scene?.slate ?? '', LABEL), EDGE, LABEL_TOP, quiet)
  const cut = 'Lantern Street  Locked cut 4'
  place(bar, lettering(cut, LABEL), bar.width - EDGE - textWidth(cut, LABEL), LABEL_TOP, quiet)
}
