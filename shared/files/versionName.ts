/** Whether a version was kept after a save, or when a file was opened whose content was not among the versions. */
export type VersionKind = 'saved' | 'opened'

/** What the name of a kept version says; all that lists and the thinning rule need is in it. */
export type VersionName = {
  /** Rises by one with each version of a production, whatever the clock does. */
  readonly order: number
  /** Milliseconds since 1970 by the clock of the machine when it was kept. */
  readonly at: number
  /** Minutes by which local time was ahead of UTC then. */
  readonly offset: number
  readonly kind: VersionKind
  /** The first 16 hexadecimal digits of the SHA-256 of the content. */
  readonly digest: string
}

const minute = 60_000
/** The last instant that four digits of a year can name, with room for any offset. */
const latest = Date.UTC(9999, 11, 30)
const form =
  /^(\d{6,12})_(\d{4})-(\d\d)-(\d\d)T(\d\d)-(\d\d)-(\d\d)\.(\d{3})([+-])(\d\d)(\d\d)_(saved|opened)_([0-9a-f]{16})\.needledrop$/

/** The name of a version's file: `000042_2026-11-23T14-32-05.123+0100_saved_0123456789abcdef.needledrop`. */
export function versionFileName({ order, at, offset, kind, digest }: VersionName): string {
  const whole = Math.max(0, Math.min(latest, Math.round(at)))
  const local = new Date(whole + offset * minute).toISOString().slice(0, -1).replaceAll(':', '-')
  const ahead = Math.abs(offset)
  const zone = `${offset < 0 ? '-' : '+'}${padded(Math.floor(ahead / 60), 2)}${padded(ahead % 60, 2)}`
  return `${padded(order, 6)}_${local}${zone}_${kind}_${digest}.needledrop`
}

/** What a file's name says; null for a file that is no version. */
export function parseVersionFileName(name: string): VersionName | null {
  const parts = form.exec(name)
  if (!parts) return null
  const [order = 0, year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0] =
    parts.slice(1, 9).map(Number)
  const offset = (parts[9] === '-' ? -1 : 1) * (Number(parts[10]) * 60 + Number(parts[11]))
  const local = Date.UTC(year, month - 1, day, hours, minutes, seconds, milliseconds)
  return {
    order,
    at: local - offset * minute,
    offset,
    kind: parts[12] as VersionKind,
    digest: parts[13] ?? '',
  }
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}
