import { describe, expect, test } from 'vitest'
import { termPresets } from '../model/licencePresets.ts'
import { isShorterTerm, termMonths } from './termReach.ts'

describe('how long the words of a licence run', () => {
  test.each([
    ['Perpetuity', Number.POSITIVE_INFINITY],
    ['in perpetuity', Number.POSITIVE_INFINITY],
    ['Life of copyright', Number.POSITIVE_INFINITY],
    ['1 year', 12],
    ['Festivals, 2 years', 24],
    ['ten years from first broadcast', 120],
    ['18 months', 18],
    ['Per blanket', null],
    ['', null],
    ['0 years', null],
  ])('%s', (text, months) => {
    expect(termMonths(text)).toBe(months)
  })

  test('is known for every preset', () => {
    for (const preset of termPresets) expect(termMonths(preset), preset).not.toBe(null)
  })
})

describe('a licence that runs shorter than is needed', () => {
  const granted = (term: string, expires = '') => ({ term, expires })

  test('is told by the terms, and by a day of expiry where perpetuity is needed', () => {
    expect(isShorterTerm(granted('5 years'), 'Perpetuity')).toBe(true)
    expect(isShorterTerm(granted('5 years'), '5 years')).toBe(false)
    expect(isShorterTerm(granted('', '2031-01-01'), 'Perpetuity')).toBe(true)
    expect(isShorterTerm(granted('', '2031-01-01'), '5 years')).toBe(false)
  })

  test('is nothing that can be told where either says nothing', () => {
    expect(isShorterTerm(granted('Per blanket'), 'Perpetuity')).toBe(false)
    expect(isShorterTerm(granted('1 year'), '')).toBe(false)
  })
})
