import { ok, type Result, refuse } from '../../shared/result.ts'

/** A whole number from 0 as it was typed; null for none. */
export function typedWhole(text: string): Result<number | null> {
  const trimmed = text.trim()
  if (trimmed === '') return ok(null)
  if (/^\d{1,6}$/.test(trimmed)) return ok(Number(trimmed))
  return refuse({
    message: 'This is not a whole number.',
    expected: 'digits alone, such as 30',
    found: trimmed,
    remedy: 'Type the number without a unit, or clear the field.',
  })
}

/** Whole seconds from a duration as it was typed, `43:40`, `1:31:49` or seconds alone; null for none. */
export function typedSeconds(text: string): Result<number | null> {
  const trimmed = text.trim()
  if (trimmed === '') return ok(null)
  const match = /^(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6})$/.exec(trimmed)
  const [hours, minutes, seconds] = [match?.[1], match?.[2], match?.[3]].map((part) => Number(part ?? 0))
  const isTooMuch = (hours ?? 0) > 0 && (minutes ?? 0) > 59
  const isTooLong = match?.[2] !== undefined && (seconds ?? 0) > 59
  if (match && !isTooMuch && !isTooLong) return ok((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0))
  return refuse({
    message: 'This is not a duration.',
    expected: 'minutes and seconds such as 43:40, or hours too: 1:31:49',
    found: trimmed,
    remedy: 'Type it with colons, or clear the field.',
  })
}
