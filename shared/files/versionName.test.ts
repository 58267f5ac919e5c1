import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseVersionFileName, versionFileName } from './versionName.ts'

const digest = '0123456789abcdef'

test('a name tells the local time to those who look into the folder', () => {
  const at = Date.UTC(2026, 10, 23, 13, 32, 5, 123)
  expect(versionFileName({ order: 42, at, offset: 60, kind: 'saved', digest })).toBe(
    '000042_2026-11-23T14-32-05.123+0100_saved_0123456789abcdef.needledrop',
  )
})

test('a name says what it was made from', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99_999_999 }),
      fc.integer({ min: 86_400_000, max: Date.UTC(9999, 0) }),
      fc.integer({ min: -14 * 60, max: 14 * 60 }),
      fc.constantFrom('saved' as const, 'opened' as const),
      (order, at, offset, kind) => {
        const name = { order, at, offset, kind, digest }
        expect(parseVersionFileName(versionFileName(name))).toEqual(name)
      },
    ),
  )
})

test('a clock beyond all years still gives a name', () => {
  for (const at of [-8e15, 8e15]) {
    const name = versionFileName({ order: 1, at, offset: -840, kind: 'saved', digest })
    expect(parseVersionFileName(name)?.order, name).toBe(1)
  }
})

test('other files are no versions', () => {
  for (const name of ['origin.json', 'tide.needledrop', '.needledrop-1-2.tmp', `x${digest}.needledrop`])
    expect(parseVersionFileName(name)).toBeNull()
})
