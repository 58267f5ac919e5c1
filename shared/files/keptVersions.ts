/** What the rule looks at in a version. */
export type DatedVersion = {
  /** Rises with each version, whatever the clock does. */
  readonly order: number
  /** Milliseconds since 1970 by a clock that may have been wrong. */
  readonly at: number
  /** Minutes by which local time was ahead of UTC. */
  readonly offset: number
  /** Bytes. */
  readonly size: number
  /** Whether its content is as it was written. */
  readonly isGood: boolean
}

const hour = 3_600_000
const day = 24 * hour

/** The rule in figures. */
export const versionRule = {
  /** Milliseconds for which every version stays, the last of each hour, the last of each day. */
  every: hour,
  hourly: day,
  daily: 90 * day,
  /** A pause between two versions makes the older ones age by this much at most. */
  longestPause: day,
  /** So many of the newest good ones stay whatever the clock says. */
  newest: 10,
  /** So many stay however large they are. */
  untouched: 3,
  /** Damaged ones that stay to be named. */
  damaged: 20,
  mostVersions: 500,
  mostBytes: 256 * 1024 * 1024,
  /** Of the versions of all files together. */
  mostBytesOfAll: 2 * 1024 * 1024 * 1024,
} as const

/** The bounds of number and size, where others than the rule's are asked for. */
export type VersionBounds = {
  readonly mostVersions: number
  readonly mostBytes: number
  readonly mostBytesOfAll: number
}

type Aged = { readonly version: DatedVersion; readonly age: number }

/**
 * The orders of the versions of one file that stay: every one of the last hour, the last of each hour for a day, the last of
 * each day for 90 days. A version's age is what passed between it and the newest one, counted from version to version: where
 * the clock went back, nothing passed, and a pause, or a leap of the clock, counts as a day at most. So no clock can make
 * versions old that were made a moment ago, and a long holiday costs nothing. Beyond the bounds those go first whose
 * loss leaves the smallest hole for their age.
 */
export function keptVersions(
  versions: readonly DatedVersion[],
  now: number,
  bounds: Omit<VersionBounds, 'mostBytesOfAll'> = versionRule,
): ReadonlySet<number> {
  const aged = withAges(versions, now)
  const good = aged.filter(({ version }) => version.isGood)
  const damaged = aged.filter(({ version, age }) => !version.isGood && age <= versionRule.daily)
  const byAge = good.filter((entry, index) => staysByAge(entry, good[index - 1], index))
  const named = damaged.slice(0, versionRule.damaged)
  return new Set(withinBounds(byAge, named, bounds).map(({ version }) => version.order))
}

function withAges(versions: readonly DatedVersion[], now: number): readonly Aged[] {
  const newestFirst = versions.toSorted((a, b) => b.order - a.order)
  let age = 0
  let later = now
  return newestFirst.map((version) => {
    age += Math.max(0, Math.min(versionRule.longestPause, later - version.at))
    later = version.at
    return { version, age }
  })
}

function staysByAge({ version, age }: Aged, newer: Aged | undefined, index: number): boolean {
  if (index < versionRule.newest || age <= versionRule.every) return true
  const isLastOf = (length: number) => !newer || slot(newer.version, length) !== slot(version, length)
  if (age <= versionRule.hourly) return isLastOf(hour)
  return age <= versionRule.daily && isLastOf(day)
}

/** The hour or day, by the local clock of then, that a version belongs to. */
function slot({ at, offset }: DatedVersion, length: number): number {
  return Math.floor((at + offset * 60_000) / length)
}

function withinBounds(
  good: readonly Aged[],
  damaged: readonly Aged[],
  { mostBytes, mostVersions }: Omit<VersionBounds, 'mostBytesOfAll'>,
): readonly Aged[] {
  const kept = [...good]
  let bytes = good.reduce((sum, { version }) => sum + version.size, 0)
  while ((bytes > mostBytes || kept.length > mostVersions) && kept.length > versionRule.untouched) {
    const [dropped] = kept.splice(leastMissed(kept), 1)
    bytes -= dropped?.version.size ?? 0
  }
  const room: Aged[] = []
  for (const entry of damaged) {
    bytes += entry.version.size
    if (bytes <= mostBytes && kept.length + room.length < mostVersions) room.push(entry)
  }
  return [...kept, ...room]
}

/** The place of the version whose loss leaves the smallest hole for its age; the oldest only where there is no other. */
function leastMissed(kept: readonly Aged[]): number {
  let place = kept.length - 1
  let least = Number.POSITIVE_INFINITY
  for (let index = kept.length - 2; index >= versionRule.untouched; index -= 1) {
    const { age } = kept[index] as Aged
    const hole = ((kept[index + 1] as Aged).age - (kept[index - 1] as Aged).age) / (age + hour)
    if (hole < least) {
      least = hole
      place = index
    }
  }
  return place
}
