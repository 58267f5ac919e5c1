/**
 * The machine-readable frame number of every film made here.
 *
 * A row of 26 blocks lies along the top edge of the picture: one guard block that is always light, 24 blocks
 * with the file frame number (0 for the first frame), most significant bit first, light = 1 and black = 0, and one
 * more guard block. There are no gaps between blocks. The guards tell a reader that a strip is there (frame 0 would
 * otherwise look like no strip) and how light a light block is after encoding and scaling.
 */
export interface FrameStrip {
  /** Size of the encoded picture in pixels; the other numbers are pixels of that picture. */
  readonly pictureWidth: number
  readonly pictureHeight: number
  /** Left edge of the first guard block; the most significant bit starts at left + blockWidth. */
  readonly left: number
  readonly top: number
  readonly blockWidth: number
  readonly blockHeight: number
}

/** Bits of the number, guards not counted. */
export const STRIP_BITS = 24

/** Grey level (0 to 255) of a light block before encoding; dark ones are 0. */
export const STRIP_LIGHT = 84

/** The strip of the demo film: blocks of 16 × 16 on the encoder's own grid. */
export const DEMO_STRIP: FrameStrip = {
  pictureWidth: 960,
  pictureHeight: 540,
  left: 272,
  top: 0,
  blockWidth: 16,
  blockHeight: 16,
}

/** The strip of the small test films. */
export const TEST_STRIP: FrameStrip = {
  pictureWidth: 192,
  pictureHeight: 108,
  left: 5,
  top: 0,
  blockWidth: 7,
  blockHeight: 12,
}

/** The strip of the small files of every kind: blocks on the grid of the old codecs, in the smallest picture DNxHR takes. */
export const KIND_STRIP: FrameStrip = {
  pictureWidth: 256,
  pictureHeight: 144,
  left: 24,
  top: 0,
  blockWidth: 8,
  blockHeight: 16,
}

/** Whether a block is light; block 0 is the first guard, 1 to 24 are the bits, 25 is the last guard. */
export function stripBlockIsLight(frame: number, block: number): boolean {
  if (block === 0 || block === STRIP_BITS + 1) return true
  return Math.floor(frame / 2 ** (STRIP_BITS - block)) % 2 === 1
}

/** Calls `paint` once for each light block with its rectangle in pixels of the encoded picture. */
export function paintFrameStrip(
  strip: FrameStrip,
  frame: number,
  paint: (left: number, top: number, width: number, height: number) => void,
): void {
  for (let block = 0; block < STRIP_BITS + 2; block++) {
    if (!stripBlockIsLight(frame, block)) continue
    paint(strip.left + block * strip.blockWidth, strip.top, strip.blockWidth, strip.blockHeight)
  }
}

/**
 * The frame number on a picture, or null if no strip can be read with confidence. `lumaAt` answers the luma
 * (0 to 255) at a place given as fractions of the picture's width and height, so any scale will do.
 */
export function readFrameStrip(strip: FrameStrip, lumaAt: (x: number, y: number) => number): number | null {
  const light = Math.min(blockLuma(strip, 0, lumaAt), blockLuma(strip, STRIP_BITS + 1, lumaAt))
  if (light < STRIP_LIGHT * 0.55) return null
  let frame = 0
  for (let block = 1; block <= STRIP_BITS; block++) {
    const share = blockLuma(strip, block, lumaAt) / light
    if (share > 0.36 && share < 0.64) return null
    frame = frame * 2 + (share >= 0.64 ? 1 : 0)
  }
  return frame
}

/** Mean luma of nine places in the middle half of a block, away from its edges. */
function blockLuma(strip: FrameStrip, block: number, lumaAt: (x: number, y: number) => number): number {
  let sum = 0
  for (const down of [0.3, 0.5, 0.7]) {
    for (const along of [0.3, 0.5, 0.7]) {
      const x = strip.left + (block + along) * strip.blockWidth
      const y = strip.top + down * strip.blockHeight
      sum += lumaAt(x / strip.pictureWidth, y / strip.pictureHeight)
    }
  }
  return sum / 9
}
