import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameValue } from './sameValue.ts'

test('a value is the same as its copy through JSON, whatever the order of its fields', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(sameValue(value, JSON.parse(JSON.stringify(value)))).toBe(true)
    }),
  )
  expect(sameValue({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toBe(true)
})

test.each([
  [{ a: 1 }, { a: 2 }],
  [{ a: 1 }, { b: 1 }],
  [{ a: 1 }, { a: 1, b: 1 }],
  [{}, null],
  [[], {}],
  [
    [1, 2],
    [2, 1],
  ],
  [[1], [1, 1]],
  ['1', 1],
  [{ toString: 1 }, {}],
])('%j is not %j', (a, b) => {
  expect(sameValue(a, b)).toBe(false)
  expect(sameValue(b, a)).toBe(false)
})

test('a field that is undefined counts as absent', () => {
  expect(sameValue({ a: 1, b: undefined }, { a: 1 })).toBe(true)
})

test('a negative zero, which JSON cannot hold, is the same as zero', () => {
  expect(sameValue({ frame: -0 }, { frame: 0 })).toBe(true)
})
