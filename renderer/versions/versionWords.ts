import { differenceWords } from '../../shared/edits/difference.ts'
import type { DescribedVersion, ListedVersion } from '../../shared/ipc/versions.ts'

/** How a version is called in a sentence: `the version of 14:32`, with its day where that is not today. */
export function calledVersion(at: string, now: Date): string {
  const date = new Date(at)
  const time = date.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })
  const day = dayWords(date, now)
  return `the version of ${day === 'Today' ? '' : `${day === 'Yesterday' ? 'yesterday' : day}, `}${time}`
}

/** The day of an instant: today, yesterday, or its date. */
export function dayWords(date: Date, now: Date): string {
  const days = Math.round((midnight(now) - midnight(date)) / 86_400_000)
  if (days === 0) return 'Today'
  if (days === 1) return 'Yesterday'
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const }
  return date.toLocaleDateString(undefined, { weekday: 'short', day: 'numeric', month: 'short', ...year })
}

/** The time of day of a version, to the second, since several may be of one minute. */
export function timeWords(date: Date): string {
  return date.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
}

/** What changed in a version, in words; null while that is being found out. */
export function changeWords(
  { isGood, before }: ListedVersion,
  described: DescribedVersion | undefined,
): string | null {
  if (!isGood) return 'Damaged: it can be neither read nor restored'
  if (before === null) return 'The first version that is kept'
  if (!described) return null
  if (!described.counts) return 'What changed cannot be told'
  return differenceWords(described.counts) || 'Nothing changed'
}

/** Bytes as a person reads them. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} kB`
  const megabytes = bytes / 1024 / 1024
  return `${megabytes < 100 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}
