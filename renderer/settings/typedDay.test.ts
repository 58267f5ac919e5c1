import { describe, expect, test } from 'vitest'
import { typedDay } from './typedDay.ts'

function read(text: string): string {
  const day = typedDay(text)
  return day.ok ? day.value : day.problem.message
}

describe('typedDay', () => {
  test.each([
    ['2026-04-14', '2026-04-14'],
    ['2026-4-1', '2026-04-01'],
    ['2026/04/14', '2026-04-14'],
    ['2026.04.14', '2026-04-14'],
    ['20260414', '2026-04-14'],
    ['14.4.2026', '2026-04-14'],
    ['14. 04. 2026', '2026-04-14'],
    [' 2024-02-29 ', '2024-02-29'],
    ['', ''],
  ])('reads %j as %j', (typed, day) => {
    expect(read(typed)).toBe(day)
  })

  test.each(['2026-02-30', '2026-13-01', '2025-02-29', '14.13.2026', '04/14/2026', 'soon', '2026-04/14'])(
    'refuses %j',
    (typed) => {
      expect(read(typed)).toBe('This is not a date.')
    },
  )
})
