import { describe, expect, it } from 'vitest'
import {
  DEMO_STRIP,
  type FrameStrip,
  paintFrameStrip,
  readFrameStrip,
  STRIP_LIGHT,
  TEST_STRIP,
} from './frameStrip.ts'

function paintedPicture(strip: FrameStrip, frame: number, light: number): Uint8Array {
  const picture = new Uint8Array(strip.pictureWidth * strip.pictureHeight)
  paintFrameStrip(strip, frame, (left, top, width, height) => {
    for (let y = top; y < top + height; y++) {
      picture.fill(light, y * strip.pictureWidth + left, y * strip.pictureWidth + left + width)
    }
  })
  return picture
}

function readPicture(strip: FrameStrip, picture: Uint8Array): number | null {
  return readFrameStrip(
    strip,
    (x, y) =>
      picture[
        Math.floor(y * strip.pictureHeight) * strip.pictureWidth + Math.floor(x * strip.pictureWidth)
      ] ?? 0,
  )
}

describe('frame strip', () => {
  const frames = [0, 1, 2, 23, 24, 2047, 2048, 2879, 86_400, 0xaaaaaa, 0x555555, 0xffffff]

  it('reads back every number it painted, in both sizes', () => {
    for (const strip of [DEMO_STRIP, TEST_STRIP]) {
      for (const frame of frames) {
        expect(readPicture(strip, paintedPicture(strip, frame, STRIP_LIGHT))).toBe(frame)
      }
    }
  })

  it('reads a picture that was lightened or darkened', () => {
    for (const light of [STRIP_LIGHT * 0.7, STRIP_LIGHT * 2]) {
      expect(readPicture(DEMO_STRIP, paintedPicture(DEMO_STRIP, 1234, light))).toBe(1234)
    }
  })

  it('answers null where there is no strip or a block is neither light nor dark', () => {
    expect(readPicture(DEMO_STRIP, new Uint8Array(960 * 540))).toBeNull()
    const picture = paintedPicture(DEMO_STRIP, 1, STRIP_LIGHT)
    for (let y = 0; y < DEMO_STRIP.blockHeight; y++) {
      const start = y * DEMO_STRIP.pictureWidth + DEMO_STRIP.left + 5 * DEMO_STRIP.blockWidth
      picture.fill(STRIP_LIGHT / 2, start, start + DEMO_STRIP.blockWidth)
    }
    expect(readPicture(DEMO_STRIP, picture)).toBeNull()
  })
})
