import { basisPointsOfPercent } from '../../shared/model/fields.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'

/** Reads a share as it is typed, `33.34`, `33,34 %` or `1/3`, as basis points. */
export function parsePercent(text: string): Result<number> {
  const typed = text.replace(/[\s%]/g, '').replace(',', '.')
  const percent = percentOf(typed)
  if (percent !== null && percent >= 0 && percent <= 100) return ok(basisPointsOfPercent(percent))
  return refuse({
    message: percent === null ? 'This is not a percentage.' : 'A share lies between 0 and 100%.',
    expected: 'a number from 0 to 100',
    found: text.trim() === '' ? 'nothing' : text.trim(),
    remedy: 'Type it as in 33.34.',
  })
}

function percentOf(typed: string): number | null {
  const fraction = /^(\d{1,3})\/(\d{1,3})$/.exec(typed)
  if (fraction) return Number(fraction[2]) === 0 ? null : (Number(fraction[1]) * 100) / Number(fraction[2])
  return /^-?(\d{1,4}(\.\d{0,4})?|\.\d{1,4})$/.test(typed) ? Number(typed) : null
}
