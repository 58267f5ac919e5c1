import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJson } from './readJson.ts'

describe('JSON without loss', () => {
  test.each([
    ['a field that stands twice', '{"a":1,\n"a":2}', 2, 'a again'],
    ['a field that stands twice under another spelling', '{"a":1,"\\u0061":2}', 1, 'a again'],
    ['a field that stands twice deep inside', '[{"x":[\n{"b":{},"c":1,"b":{}}]}]', 2, 'b again'],
    ['a fraction', '{"a":1.5}', 1, '1.5'],
    ['a whole number that is written as a fraction', '[1.0000000000000000001]', 1, '1.0000000000000000001'],
    ['an exponent', '[1e3]', 1, '1e3'],
    ['more digits than can be kept', '[9007199254740993]', 1, '9007199254740993'],
    ['a number without end', `[1${'0'.repeat(400)}]`, 1, `1${'0'.repeat(79)}`],
    ['lists in lists', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 1, 'more than 60 levels'],
  ])('refuses %s, and says where', (_, text, line, found) => {
    expect(readJson(text)).toMatchObject({
      ok: false,
      fault: { line, found: expect.stringContaining(found) },
    })
  })

  test.each(['', '{', '{"a":01}', '["\n"]', '{"a":--1}', '[1-2]', '<<<<<<< 1.5'])(
    'leaves %j to others: it is none',
    (text) => {
      expect(readJson(text)).toEqual({ ok: false, fault: null })
    },
  )

  test('is read as the language reads it, with every name and text', () => {
    const key = fc.oneof(
      fc.constantFrom('__proto__', 'a"b', 'back\\', '1', ''),
      fc.string({ unit: 'binary' }),
    )
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(null, true, false, 0, -7, 9_007_199_254_740_991),
        fc.string({ unit: 'binary' }),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
      ),
    }))
    fc.assert(
      fc.property(tree, fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        const reading = readJson(text)
        expect(reading.ok && JSON.stringify(reading.value, null, indent)).toBe(text)
      }),
      { numRuns: 500 },
    )
  })
})
