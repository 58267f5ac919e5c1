import { minorDigits } from '../licensing/parseFee.ts'

/** An amount in minor units as it is read: `USD 10,000`; cents only where there are any. */
export function moneyText(minor: bigint | number, currency: string): string {
  const digits = minorDigits(currency)
  const amount = Number(minor) / 10 ** digits
  const shown = Number.isInteger(amount) ? 0 : digits
  const text = amount.toLocaleString(undefined, {
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
  })
  return currency === '' ? text : `${currency} ${text}`
}
