import { expect, test } from 'vitest'
import { moneyText } from './moneyText.ts'

test.each([
  [600_000n, 'USD', 'USD 6,000'],
  [600_050, 'EUR', 'EUR 6,000.50'],
  [12_000n, 'JPY', 'JPY 12,000'],
  [0n, '', '0'],
])('%s minor units of %s read %s', (minor, currency, text) => {
  expect(moneyText(minor, currency)).toBe(text)
})
