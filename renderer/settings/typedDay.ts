import { ok, type Result, refuse } from '../../shared/result.ts'

/**
 * A day as it was typed, as ISO 8601; empty for none. The year comes first, or last after full stops, as those who write
 * them put the day first. With slashes day and month cannot be told apart. Refuses days that no calendar has.
 */
export function typedDay(text: string): Result<string> {
  const trimmed = text.trim()
  if (trimmed === '') return ok('')
  const yearFirst = /^(?<year>\d{4})(?<mark>[-./ ]?)(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})$/.exec(trimmed)
  const yearLast = /^(?<day>\d{1,2})\. ?(?<month>\d{1,2})\. ?(?<year>\d{4})$/.exec(trimmed)
  const { year = '', month = '', day = '' } = (yearFirst ?? yearLast)?.groups ?? {}
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (year !== '' && isDay(iso)) return ok(iso)
  return refuse({
    message: 'This is not a date.',
    expected: 'year, month and day, such as 2026-04-14',
    found: trimmed,
    remedy: 'Type the year first: 2026-04-14.',
  })
}

/** Whether the calendar has the day: a Date made of one that it lacks names another. */
function isDay(iso: string): boolean {
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)
}
