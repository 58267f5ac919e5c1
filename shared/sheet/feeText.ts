/** Currencies whose minor unit is not a hundredth (ISO 4217), by the number of its digits. */
const otherDigits: Readonly<Record<number, readonly string[]>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '),
  3: 'BHD IQD JOD KWD LYD OMR TND'.split(' '),
  4: ['CLF', 'UYW'],
}

/** Digits of a currency's minor unit: 2 for EUR, 0 for JPY; 2 for one that is not known. */
export function minorDigits(currency: string): number {
  const code = currency.trim().toUpperCase()
  const found = Object.entries(otherDigits).find(([, codes]) => codes.includes(code))
  return found ? Number(found[0]) : 2
}

/** Minor units as a plain number of the currency, without grouping: `9000.00`, `1200` for JPY. */
export function amountText(minor: number | bigint, currency: string): string {
  const digits = minorDigits(currency)
  const amount = BigInt(minor)
  const sign = amount < 0n ? '-' : ''
  const all = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, '0')
  if (digits === 0) return sign + all
  return `${sign}${all.slice(0, -digits)}.${all.slice(-digits)}`
}
