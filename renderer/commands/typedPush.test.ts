import { expect, test } from 'vitest'
import { offeredRates } from '../../shared/time/frameRate.ts'
import { typedPush } from './typedPush.ts'

const at24 = offeredRates[1] as (typeof offeredRates)[number]
const drop = offeredRates[3] as (typeof offeredRates)[number]
const read = (text: string, rate = at24) => {
  const result = typedPush(text, rate)
  return result.ok ? result.value : result.problem.message
}

test('a length is typed as frames or as timecode, later or earlier', () => {
  expect(read('12')).toBe(12)
  expect(read('100')).toBe(24)
  expect(read('100f')).toBe(100)
  expect(read('-100 frames')).toBe(-100)
  expect(read('+1.')).toBe(24)
  expect(read('−2.12')).toBe(-60)
  expect(read('-1..')).toBe(-1440)
})

test('what is no length is refused, and a label that drop-frame leaves out offers the next', () => {
  for (const text of ['', 'x', '--3', '+', '1:2:3:4:5']) expect(read(text), text).toContain('not a length')
  const refused = typedPush('-1..00', drop)
  expect(refused.ok ? null : refused.problem.suggestion).toBe('-00:01:00;02')
})
