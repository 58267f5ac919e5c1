import { expect, test } from 'vitest'
import { contradictsDropFrame } from './labelSeparator.ts'

const drop = { num: 30000, den: 1001, dropFrame: true }
const plain = { num: 25, den: 1, dropFrame: false }

test.each([
  ['01:00:00:02', drop, true],
  ['01:00:00;02', drop, false],
  ['01:00:00,02', drop, false],
  ['01;00;00;02', drop, false],
  ['01:00:00.02', drop, false],
  ['01:00:00;02', plain, true],
  ['01:00:00,02', plain, true],
  ['01:00:00:02', plain, false],
  ['01:00:00.02', plain, false],
  ['no timecode; at all', plain, false],
])('%s', (label, rate, contradicts) => {
  expect(contradictsDropFrame(label, rate)).toBe(contradicts)
})
