import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importText } from './importText.ts'

const text = 'Marker Name\tDescription\t\r\nCafé “Ñandú”\t00:00:12:05\t\r\n'

test.each([
  ['UTF-8', Buffer.from(text, 'utf8')],
  ['UTF-8 behind its mark', Buffer.from(`\uFEFF${text}`, 'utf8')],
  ['UTF-16 behind its mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
  ['UTF-16 the other way round', Buffer.from(text, 'utf16le').swap16()],
  ['UTF-16 the other way round, behind its mark', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
])('reads %s', (_name, bytes) => {
  expect(importText(bytes)).toBe(text)
})

test('reads what is no UTF-8 as the Mac wrote it where it is Pro Tools’ or has the Mac’s line ends, else as Windows did', () => {
  const bytes = (start: string, ...codes: number[]) =>
    Buffer.concat([Buffer.from(start, 'latin1'), Buffer.from(codes)])
  expect(importText(bytes('SESSION NAME:\tCaf', 0x8e, 0x0a))).toBe('SESSION NAME:\tCafé\n')
  expect(importText(bytes('1\rCaf', 0x8e, 0x0d))).toBe('1\rCafé\r')
  expect(importText(bytes('Caf', 0xe9, 0x0d, 0x0a))).toBe('Café\r\n')
})

test('makes some text of any bytes', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof importText(bytes) === 'string'))
})
