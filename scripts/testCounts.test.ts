import { expect, test } from 'vitest'
import { addCounts, countLine, countPlaywright, countVitest } from './testCounts.ts'

test('a vitest report is counted, "todo" among the skipped', () => {
  const report = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 3 }
  expect(countVitest(report)).toEqual({ passed: 7, failed: 1, skipped: 5 })
})

test('a Playwright report is counted, a second try among the passed', () => {
  const report = { stats: { expected: 4, unexpected: 2, flaky: 1, skipped: 3 } }
  expect(countPlaywright(report)).toEqual({ passed: 5, failed: 2, skipped: 3 })
})

test('a report of another shape is not taken for an empty one', () => {
  expect(() => countVitest({ stats: {} })).toThrow('numPassedTests')
  expect(() => countPlaywright({ numPassedTests: 1 })).toThrow('expected')
  expect(() => countPlaywright(null)).toThrow('expected')
})

test('counts add up into one line', () => {
  const sum = addCounts({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 })
  expect(countLine(sum)).toBe('11 passed, 22 failed, 33 skipped')
})
