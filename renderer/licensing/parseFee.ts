import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'

/** A fee in minor units of its currency (ISO 4217); null when none is known. */
export type Fee = { readonly feeMinor: number | null; readonly currency: string }

const signs: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY' }

/** Three letters that stand alone. */
const currencyCode = /(?<![a-z])[a-z]{3}(?![a-z])/i

/** Digits of a currency's minor unit: 2 for EUR, 0 for JPY. */
export function minorDigits(currency: string): number {
  return formatOf(currency)?.resolvedOptions().maximumFractionDigits ?? 2
}

/** A fee as it is shown and can be typed again: `EUR 1,200.00`; empty when none is known. */
export function feeText({ feeMinor, currency }: Fee): string {
  if (feeMinor === null) return ''
  const digits = minorDigits(currency)
  const amount = (feeMinor / 10 ** digits).toLocaleString(undefined, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return currency === '' ? amount : `${currency} ${amount}`
}

/** Reads a fee as it is typed: `1200`, `EUR 1.200,50`, `£950`, `12k`. Without a currency it is in `usual`. */
export function parseFee(text: string, usual: string): Result<Fee> {
  const typed = text.trim()
  if (typed === '') return ok({ feeMinor: null, currency: usual })
  const named = currencyCode.exec(typed)?.[0].toUpperCase() ?? signs[/[€$£¥]/.exec(typed)?.[0] ?? '']
  const currency = named ?? usual
  const amount = amountOf(typed.replace(currencyCode, '').replace(/[€$£¥\s'’]/g, ''))
  if (amount === null) return refuse(notAmount(typed))
  if (currency === '') return refuse(noCurrency(typed))
  if (formatOf(currency) === null || !isCurrency(currency)) return refuse(unknownCurrency(currency))
  return ok({ feeMinor: Math.round(amount * 10 ** minorDigits(currency)), currency })
}

/** A number in either habit: the last point or comma with one or two digits behind it is the decimal one. */
function amountOf(typed: string): number | null {
  const [, whole = '', cents = '', thousands = ''] =
    /^(\d+|\d{1,3}(?:[.,]\d{3})+)(?:[.,](\d{1,2}))?(k?)$/i.exec(typed) ?? []
  if (whole === '') return null
  const amount = Number(`${whole.replace(/[.,]/g, '')}.${cents || '0'}`)
  return thousands === '' ? amount : amount * 1000
}

function formatOf(currency: string): Intl.NumberFormat | null {
  return /^[A-Z]{3}$/.test(currency)
    ? new Intl.NumberFormat(undefined, { style: 'currency', currency })
    : null
}

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code)
}

function noCurrency(found: string): Problem {
  return {
    message: 'In which currency?',
    expected: 'a currency with the amount',
    found,
    remedy: 'Type its code, as in EUR 1200.',
  }
}

function unknownCurrency(found: string): Problem {
  return {
    message: `${found} is no currency.`,
    expected: 'an ISO 4217 code such as EUR',
    found,
    remedy: 'Correct the three letters.',
  }
}

function notAmount(found: string): Problem {
  return {
    message: 'This is not an amount.',
    expected: 'a number such as 1200 or 1,200.50',
    found,
    remedy: 'Type digits, and a currency code if it is another one; 0 if nothing is paid.',
  }
}
