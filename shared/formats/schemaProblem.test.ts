import { expect, test } from 'vitest'
import { pathText, valueText } from './schemaProblem.ts'

test.each([
  [['cues', 3, 'spans', 0, 'in'], 'cues[3].spans[0].in'],
  [[], ''],
  [['a b', 'c'], '["a b"].c'],
  [['x'.repeat(500)], `${'x'.repeat(80)}…`],
])('path %j', (path, text) => {
  expect(pathText(path)).toBe(text)
})

test.each([
  [undefined, 'nothing'],
  [null, 'null'],
  ['two\nlines', '"two\\nlines"'],
  [[], 'an empty list'],
  [[1], 'a list'],
  [{ a: 1 }, 'an object'],
  ['y'.repeat(5000), `"${'y'.repeat(79)}…`],
])('value %j', (value, text) => {
  expect(valueText(value)).toBe(text)
})
