import type { FrameRate } from '../../time/frameRate.ts'
import { frameNearest } from '../../time/frames.ts'
import { labelFrame } from './assumedRate.ts'
import { clockSeconds } from './clockTimes.ts'

/** What positions of a session are counted by. */
export type ProtoolsSession = {
  readonly rate: FrameRate
  readonly start: number
  readonly sampleRate: number
}

/** A row of the list of memory locations. */
export type MemoryRow = {
  readonly at: string
  readonly samples: string
  readonly units: string
  readonly name: string
  readonly note: string
}

/** A track with the rows of its first channel; those of the others repeat them. */
export type TrackRows = {
  readonly name: string
  readonly state: string
  readonly rows: readonly {
    readonly name: string
    readonly from: string
    readonly to: string
    readonly muted: boolean
  }[]
}

/** Rows of the list of markers; a line that does not begin with a number goes on with the text of the row before. */
export function memoryRows(lines: readonly string[]): readonly MemoryRow[] {
  const title = lines.findIndex((line) => line.startsWith('M A R K E R S'))
  if (title === -1) return []
  const columns = (lines[title + 1] ?? '').split('\t').length
  const rows: MemoryRow[] = []
  for (const line of lines.slice(title + 2)) {
    const cells = line.split('\t').map((cell) => cell.trim())
    const last = rows.at(-1)
    if (/^\d+$/.test(cells[0] ?? '') && cells.length >= 5) {
      const [, at = '', samples = '', units = '', name = ''] = cells
      rows.push({
        at,
        samples,
        units,
        name,
        note: cells
          .slice(columns - 1)
          .join(' ')
          .trim(),
      })
    } else if (last && line.trim() !== '') {
      rows[rows.length - 1] = { ...last, note: `${last.note} ${cells.join(' ').trim()}`.trim() }
    }
  }
  return rows
}

/** The tracks of the track listing. */
export function trackRows(lines: readonly string[]): readonly TrackRows[] {
  const tracks: (TrackRows & { state: string; readonly rows: TrackRows['rows'][number][] })[] = []
  let isIn = false
  for (const line of lines) {
    if (/^[A-Z#] [A-Z] /.test(line)) isIn = line.startsWith('T R A C K')
    const named = isIn ? /^TRACK NAME:\t(.*)$/.exec(line) : null
    const track = tracks.at(-1)
    if (named) tracks.push({ name: (named[1] ?? '').trim(), state: '', rows: [] })
    else if (isIn && track) {
      const cells = line.split('\t').map((cell) => cell.trim())
      const [channel, , name = '', from = '', to = ''] = cells
      if (line.startsWith('STATE:')) track.state = line.slice(6).trim()
      else if (channel === '1' && cells.length >= 7)
        track.rows.push({ name, from, to, muted: cells.at(-1) === 'Muted' })
    }
  }
  return tracks
}

/**
 * The frame of a position as it is printed: timecode, with or without hundredths of a frame; samples, seconds or feet and frames
 * from the session's start. Null for bars and beats.
 */
export function sessionFrame(text: string, { rate, start, sampleRate }: ProtoolsSession): number | null {
  if (/^\d{1,2}:\d{2}:\d{2}[:;]\d{2}/.test(text)) return labelFrame(text.replace(/\.\d{2}$/, ''), rate)
  if (/^\d{1,15}$/.test(text))
    return sampleRate > 0 ? start + frameNearest(Number(text) / sampleRate, rate) : null
  const [, feet, over] = /^(\d{1,7})\+(\d{2})(?:\.\d{2})?$/.exec(text) ?? []
  if (feet !== undefined) return start + Number(feet) * 16 + Number(over)
  const seconds = text.includes(':') ? clockSeconds(text) : Number.NaN
  return Number.isNaN(seconds) ? null : start + frameNearest(seconds, rate)
}
