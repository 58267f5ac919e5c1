import { describe, expect, test } from 'vitest'
import { reactionFrames } from '../player/reaction.ts'
import { parseReaction } from './parseReaction.ts'

const rate = { num: 24, den: 1, dropFrame: false }

describe('a typed reaction time', () => {
  test.each([
    ['200', 200],
    [' 200 ms ', 200],
    ['0', 0],
    ['1000ms', 1000],
    ['5 fr', 208],
    ['5f', 208],
    ['1 frame', 42],
    ['24 frames', 1000],
  ])('%j is %i milliseconds', (text, expected) => {
    expect(parseReaction(text, rate)).toEqual({ ok: true, value: expected })
  })

  test.each(['', 'x', '-5', '2.5', '5 s', '1001', '25 fr', '9999999'])('%j is refused', (text) => {
    expect(parseReaction(text, rate).ok).toBe(false)
  })

  test('frames mean nothing without a production', () => {
    expect(parseReaction('5 fr', null)).toMatchObject({ ok: false, problem: { found: '5 fr' } })
  })

  test('frames that were typed are the frames that marks are shifted by', () => {
    for (const fast of [rate, { num: 60_000, den: 1001, dropFrame: true }]) {
      for (let count = 0; count <= 20; count++) {
        const typed = parseReaction(`${count} fr`, fast)
        expect(typed.ok && reactionFrames(typed.value, fast, 1)).toBe(count)
      }
    }
  })
})
