import { inOneGo, type WorkInSteps } from './workInSteps.ts'

/** Remainders of all bytes under the polynomial 0x04C11DB7, bits reversed (as in zip and PNG). */
const remainders = Int32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte
  for (let bit = 0; bit < 8; bit++)
    remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1
  return remainder
})

/** Characters between two breaths; a millisecond or two of work. */
const charactersInOneGo = 200_000

/** The CRC-32 of a text's UTF-8 bytes as eight hexadecimal digits; a lone surrogate counts as U+FFFD. */
export function crc32(text: string): string {
  return inOneGo(crc32InSteps(text))
}

/** The same, in steps. */
export function* crc32InSteps(text: string): WorkInSteps<string> {
  let crc = -1
  for (let start = 0; start < text.length; ) {
    const end = start + charactersInOneGo
    const isBetweenHalves = isHighSurrogate(text.charCodeAt(end - 1))
    const stop = Math.min(text.length, isBetweenHalves ? end + 1 : end)
    crc = withCharacters(crc, text, start, stop)
    start = stop
    if (start < text.length) yield
  }
  return (~crc >>> 0).toString(16).padStart(8, '0')
}

/** The remainder, kept a small integer in a variable of its own, which is what makes this fast. */
function withCharacters(before: number, text: string, start: number, end: number): number {
  let crc = before
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) {
      crc = withByte(crc, unit)
      continue
    }
    const point = text.codePointAt(index) as number
    if (point > 0xffff) index++
    crc = withCodePoint(crc, point >= 0xd800 && point <= 0xdfff ? 0xfffd : point)
  }
  return crc
}

function withByte(crc: number, byte: number): number {
  return (crc >>> 8) ^ (remainders[(crc ^ byte) & 0xff] as number)
}

/** The UTF-8 bytes of a code point from U+0080 on. */
function withCodePoint(before: number, point: number): number {
  const tail = (crc: number, shift: number) => withByte(crc, 0x80 | ((point >> shift) & 0x3f))
  if (point < 0x800) return tail(withByte(before, 0xc0 | (point >> 6)), 0)
  if (point < 0x10000) return tail(tail(withByte(before, 0xe0 | (point >> 12)), 6), 0)
  return tail(tail(tail(withByte(before, 0xf0 | (point >> 18)), 12), 6), 0)
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}
