import type { GuardState, LockHolder } from '../../shared/ipc/guardState.ts'
import type { Problem } from '../../shared/result.ts'

/** Why an edit is refused in a production that is only looked at, and what the user can do. */
export function onlyLookedAt({ hold }: GuardState): Problem {
  const isFree = hold.kind === 'free'
  return {
    message: 'Read-only.',
    expected: 'a production that is open for editing in this window',
    found: isFree
      ? 'one that was opened to look at'
      : `one that ${hold.kind === 'theirs' ? holderWords(hold.holder) : 'somebody else'} has open`,
    remedy: isFree
      ? 'Choose “Open for editing” above, or “Save as…” for a copy of your own.'
      : 'Choose “Save as…” for a copy of your own, or wait: “Open for editing” appears above once they have closed it.',
  }
}

/** Who has a production open, as in “Anna on STUDIO-2”. */
export function holderWords({ user, machine, isHere }: LockHolder): string {
  return isHere ? `${user}, in another Needledrop on this machine,` : `${user} on ${machine}`
}

/** Since when, and when that Needledrop was last heard of if that is long ago. */
export function holderTimes({ since, seen }: LockHolder, now: Date): string {
  const silent = Math.round((now.getTime() - new Date(seen).getTime()) / 60_000)
  const last = silent > 10 ? `, last heard of ${instantWords(seen, now)}` : ''
  return `since ${instantWords(since, now)}${last}`
}

/** An instant as its time of day, with the day unless that is today. */
export function instantWords(instant: string, now: Date): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return 'an unknown time'
  const time = date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
  if (date.toDateString() === now.toDateString()) return time
  return `${date.toLocaleDateString([], { day: 'numeric', month: 'short', year: 'numeric' })} ${time}`
}

/** What the system said of a place that does not answer. */
export function placeWords(code: string): string {
  return places[code] ?? `an error (${code})`
}

const places: Readonly<Record<string, string>> = {
  ENOENT: 'no such folder: it was removed, or its disk is not connected',
  ENOTDIR: 'no such folder: it was removed, or its disk is not connected',
  ENODEV: 'a disk that is not connected',
  ENXIO: 'a disk that is not connected',
  EIO: 'a disk that reports errors',
  ESTALE: 'a network folder that has gone away',
  ENOTCONN: 'a network folder that has gone away',
  EHOSTDOWN: 'a network folder that has gone away',
  ETIMEDOUT: 'a network folder that does not answer',
  EACCES: 'a place that this user may not read',
  EPERM: 'a place that this user may not read',
}
