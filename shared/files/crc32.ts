import { inOneGo, type WorkInSteps } from './workInSteps.ts'

/** Remainders of all bytes under the polynomial 0x04C11DB7, bits reversed (as in zip and PNG). */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte
  for (let bit = 0; bit < 8; bit++)
    remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1
  return remainder >>> 0
})

/** Characters between two breaths; some milliseconds of work. */
const charactersInOneGo = 200_000

/** The CRC-32 of a text's UTF-8 bytes as eight hexadecimal digits; a lone surrogate counts as U+FFFD. */
export function crc32(text: string): string {
  return inOneGo(crc32InSteps(text))
}

/** The same, in steps. */
export function* crc32InSteps(text: string): WorkInSteps<string> {
  let crc = 0xffffffff
  const feed = (byte: number) => {
    crc = (crc >>> 8) ^ (remainders[(crc ^ byte) & 0xff] as number)
  }
  for (let index = 0; index < text.length; ) {
    const end = Math.min(text.length, index + charactersInOneGo)
    for (; index < end; index++) {
      const unit = text.charCodeAt(index)
      if (unit < 0x80) {
        feed(unit)
        continue
      }
      const point = text.codePointAt(index) as number
      if (point > 0xffff) index++
      feedCodePoint(point >= 0xd800 && point <= 0xdfff ? 0xfffd : point, feed)
    }
    if (index < text.length) yield
  }
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0')
}

/** The UTF-8 bytes of a code point from U+0080 on. */
function feedCodePoint(point: number, feed: (byte: number) => void): void {
  const tail = (shift: number) => feed(0x80 | ((point >> shift) & 0x3f))
  if (point < 0x800) {
    feed(0xc0 | (point >> 6))
  } else if (point < 0x10000) {
    feed(0xe0 | (point >> 12))
    tail(6)
  } else {
    feed(0xf0 | (point >> 18))
    tail(12)
    tail(6)
  }
  tail(0)
}
