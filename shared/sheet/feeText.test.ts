import { expect, test } from 'vitest'
import { amountText, minorDigits } from './feeText.ts'

test.each([
  [900_000, 'USD', '9000.00'],
  [5, 'EUR', '0.05'],
  [0, '', '0.00'],
  [-250, 'GBP', '-2.50'],
  [1200, 'JPY', '1200'],
  [1, 'kwd', '0.001'],
  [900_719_925_474_099_123n, 'USD', '9007199254740991.23'],
] as const)('%s minor units of %j are %s', (minor, currency, text) => {
  expect(amountText(minor, currency)).toBe(text)
})

test('a currency that is not known has hundredths', () => {
  expect(minorDigits('XYZ')).toBe(2)
})
