import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { requestedRange } from './byteRange.ts'

describe('requestedRange', () => {
  test.each([
    ['bytes=0-0', 100, { first: 0, last: 0 }],
    ['bytes=0-', 100, { first: 0, last: 99 }],
    ['bytes=10-19', 100, { first: 10, last: 19 }],
    ['bytes=99-', 100, { first: 99, last: 99 }],
    ['bytes=90-200', 100, { first: 90, last: 99 }],
    ['bytes=-1', 100, { first: 99, last: 99 }],
    ['bytes=-200', 100, { first: 0, last: 99 }],
    [' bytes=1-2 ', 100, { first: 1, last: 2 }],
  ])('%s of %d bytes', (header, size, range) => {
    expect(requestedRange(header, size)).toEqual(range)
  })

  test.each(['bytes=100-', 'bytes=100-200', 'bytes=-0', `bytes=${'9'.repeat(30)}-`])(
    'a range behind the end cannot be had: %s',
    (header) => {
      expect(requestedRange(header, 100)).toBe('impossible')
    },
  )

  test('of an empty file no range can be had', () => {
    for (const header of ['bytes=0-', 'bytes=0-0', 'bytes=-5'])
      expect(requestedRange(header, 0)).toBe('impossible')
  })

  test.each([
    null,
    '',
    'bytes=',
    'bytes=-',
    'bytes=5-3',
    'bytes=a-b',
    'bytes=0-1,5-6',
    'items=0-1',
    'bytes=1.5-2',
    'bytes=0x1-',
  ])('the whole file goes out for a header that is no single range: %s', (header) => {
    expect(requestedRange(header, 100)).toBeNull()
  })

  test('whatever the header, what is sent lies inside the file', () => {
    const header = fc.oneof(
      fc.string(),
      fc.tuple(fc.nat(300), fc.nat(300)).map(([first, last]) => `bytes=${first}-${last}`),
      fc.nat(300).map((length) => `bytes=-${length}`),
      fc.nat(300).map((first) => `bytes=${first}-`),
    )
    fc.assert(
      fc.property(header, fc.nat(200), (text, size) => {
        const range = requestedRange(text, size)
        if (range === null || range === 'impossible') return
        expect(range.first).toBeGreaterThanOrEqual(0)
        expect(range.last).toBeGreaterThanOrEqual(range.first)
        expect(range.last).toBeLessThan(size)
      }),
    )
  })
})
