import { describe, expect, test } from 'vitest'
import { typedSeconds, typedWhole } from './typedWhole.ts'

describe('a duration', () => {
  test.each([
    ['', null],
    ['43:40', 2620],
    ['1:31:49', 5509],
    ['95', 95],
    ['90:00', 5400],
  ])('%j is %j seconds', (text, value) => {
    expect(typedSeconds(text)).toEqual({ ok: true, value })
  })

  test.each(['43:60', '1:60:00', '-1', '43.40', 'an hour'])('%j is refused', (text) => {
    expect(typedSeconds(text)).toMatchObject({ ok: false, problem: { found: text } })
  })
})

test('a whole number has digits alone', () => {
  expect(typedWhole(' 30 ')).toEqual({ ok: true, value: 30 })
  expect(typedWhole('')).toEqual({ ok: true, value: null })
  for (const text of ['30 s', '-1', '1.5']) expect(typedWhole(text).ok).toBe(false)
})
