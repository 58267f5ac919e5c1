import { describe, expect, it } from 'vitest'
import { feeText, parseFee } from './parseFee.ts'

function typed(text: string, usual = 'EUR'): string {
  const fee = parseFee(text, usual)
  return fee.ok ? `${fee.value.currency} ${fee.value.feeMinor}` : `refused: ${fee.problem.message}`
}

describe('a typed fee', () => {
  it.each([
    ['1200', 'EUR 120000'],
    ['1200.5', 'EUR 120050'],
    ['1.200', 'EUR 120000'],
    ['1,200', 'EUR 120000'],
    ['1.200,50', 'EUR 120050'],
    ['1,200.50', 'EUR 120050'],
    ['1 200,50', 'EUR 120050'],
    ['1\u00a0200', 'EUR 120000'],
    ['1’200.50', 'EUR 120050'],
    ['USD 950', 'USD 95000'],
    ['950 usd', 'USD 95000'],
    ['£950', 'GBP 95000'],
    ['12k', 'EUR 1200000'],
    ['1.5k USD', 'USD 150000'],
    ['JPY 1200', 'JPY 1200'],
    ['0', 'EUR 0'],
    ['19.99', 'EUR 1999'],
  ])('"%s" is %s in minor units', (text, fee) => {
    expect(typed(text)).toBe(fee)
  })

  it('is unknown when the field is emptied', () => {
    expect(parseFee('  ', 'EUR')).toEqual({ ok: true, value: { feeMinor: null, currency: 'EUR' } })
  })

  it.each([
    ['twelve', 'refused: This is not an amount.'],
    ['QQQ 12', 'refused: QQQ is no currency.'],
    ['12.3456', 'refused: This is not an amount.'],
    ['1,20,30', 'refused: This is not an amount.'],
    ['-5', 'refused: This is not an amount.'],
    ['EUR', 'refused: This is not an amount.'],
    ['lots', 'refused: This is not an amount.'],
    ['tbc', 'refused: This is not an amount.'],
    ['on the house', 'refused: This is not an amount.'],
  ])('refuses "%s"', (text, refusal) => {
    expect(typed(text)).toBe(refusal)
  })

  it('asks for the currency while none is known', () => {
    expect(typed('1200', '')).toBe('refused: In which currency?')
    expect(typed('EUR 1200', '')).toBe('EUR 120000')
    expect(typed('lots', '')).toBe('refused: This is not an amount.')
  })

  it.each([
    { feeMinor: 123_456_789, currency: 'USD' },
    { feeMinor: 5, currency: 'EUR' },
    { feeMinor: 1200, currency: 'JPY' },
    { feeMinor: 0, currency: 'GBP' },
  ])('reads back what is shown of $feeMinor $currency', (fee) => {
    expect(parseFee(feeText(fee), '')).toEqual({ ok: true, value: fee })
  })
})
