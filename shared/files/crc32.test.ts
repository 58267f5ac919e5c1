import { crc32 as referenceCrc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crc32 } from './crc32.ts'

const referenceOf = (text: string) =>
  referenceCrc32(new TextEncoder().encode(text)).toString(16).padStart(8, '0')

test('is the checksum of the published check value', () => {
  expect(crc32('123456789')).toBe('cbf43926')
  expect(crc32('')).toBe('00000000')
})

test('agrees with zlib on the UTF-8 bytes of any text, broken surrogates included', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
      expect(crc32(text)).toBe(referenceOf(text))
    }),
  )
  for (const text of ['\ud800', 'a\udc00b', '\ud83d\ude00', 'é', '€', '\uffff']) {
    expect(crc32(text)).toBe(referenceOf(text))
  }
})

test('is the same where a long text is worked through in steps, whatever stands between two of them', () => {
  for (const length of [199_998, 199_999, 200_000, 200_001]) {
    const text = `${'x'.repeat(length)}\ud83d\ude00é\ud800${'y'.repeat(200_000)}`
    expect(crc32(text)).toBe(referenceOf(text))
  }
})
