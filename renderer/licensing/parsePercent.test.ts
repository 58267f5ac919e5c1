import { describe, expect, it } from 'vitest'
import { parsePercent } from './parsePercent.ts'

describe('a typed share', () => {
  it.each([
    ['33.34', 3334],
    ['33,34 %', 3334],
    ['33.34%', 3334],
    [' 50 ', 5000],
    ['100', 10_000],
    ['0', 0],
    ['.5', 50],
    ['12,', 1200],
    ['66.666', 6667],
    ['0.005', 1],
    ['1/3', 3333],
    ['2/3', 6667],
  ])('"%s" is %i basis points', (text, basisPoints) => {
    expect(parsePercent(text)).toEqual({ ok: true, value: basisPoints })
  })

  it.each(['', '%', 'half', '1/0', '1.2.3', '1,000.5', '12a', '٣'])(
    'refuses "%s" as no percentage',
    (text) => {
      const share = parsePercent(text)
      expect(share.ok ? null : share.problem.message).toBe('This is not a percentage.')
    },
  )

  it.each(['-1', '100.01', '4/3', '5000'])('refuses "%s" as outside the whole', (text) => {
    const share = parsePercent(text)
    expect(share.ok ? null : share.problem.message).toBe('A share lies between 0 and 100%.')
  })
})
