import { type Result, refuse } from '../../result.ts'
import { exactRate, type FrameRate } from '../../time/frameRate.ts'
import { frameNearest } from '../../time/frames.ts'
import { labelFrame } from './assumedRate.ts'
import {
  counted,
  type FoundMarker,
  linesOf,
  listOfFound,
  markerImporter,
  notThisFormat,
} from './markerImporter.ts'
import { outOfNote } from './outOfNote.ts'

const label = 'Pro Tools session text'

/** Memory locations of Pro Tools' session text; the position in samples is preferred to the printed one, since it is exact. */
export const protoolsMarkers = markerImporter({
  id: 'protools-text',
  label,
  extensions: ['txt'],
  recognises: (text) => /^\uFEFF?SESSION NAME:\t/.test(text),
  readMarkers: (text) => {
    const lines = linesOf(text)
    const field = (name: string) =>
      lines
        .slice(0, 20)
        .find((line) => line.startsWith(`${name}:\t`))
        ?.slice(name.length + 2)
        .trim() ?? ''
    if (field('SESSION NAME') === '' && field('TIMECODE FORMAT') === '') {
      return refuse(notThisFormat(label, 'SESSION NAME on the first line', text))
    }
    const rate = rateOf(field('TIMECODE FORMAT'))
    if (!rate.ok) return rate
    const stated = wholeLabelFrame(field('SESSION START TIMECODE'), rate.value)
    const start = stated ?? 0
    const sampleRate = Number(field('SAMPLE RATE'))
    const rows = markerRows(lines)
    const found = rows.flatMap((row) => markerOfRow(row, { rate: rate.value, start, sampleRate }))
    const lost = rows.length - found.length
    const notes = [
      ...(stated === null ? ['The start of the session cannot be read; 00:00:00:00 was taken for it.'] : []),
      ...(lost > 0 ? [`${counted(lost, 'memory location')} without a position in time left out.`] : []),
    ]
    const whole = { title: field('SESSION NAME'), rate: rate.value, start, length: null }
    return listOfFound(label, whole, found, notes)
  },
})

/** `23.976 Frame`, `29.97 Drop Frame`, `25 Frame`. */
function rateOf(text: string): Result<FrameRate> {
  const [, decimal = '', drop] = /^(\d{2,3}(?:\.\d{1,3})?)( Drop)? Frame$/i.exec(text) ?? []
  return exactRate(Number(decimal), drop !== undefined)
}

type Row = {
  readonly at: string
  readonly samples: string
  readonly units: string
  readonly name: string
  readonly note: string
}

/** Rows of the list of markers; a line that does not begin with a number goes on with the text of the row before. */
function markerRows(lines: readonly string[]): readonly Row[] {
  const title = lines.findIndex((line) => line.startsWith('M A R K E R S'))
  if (title === -1) return []
  const columns = (lines[title + 1] ?? '').split('\t').length
  const rows: Row[] = []
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

type Session = { readonly rate: FrameRate; readonly start: number; readonly sampleRate: number }

function markerOfRow({ at, samples, units, name, note }: Row, session: Session): FoundMarker[] {
  const { rate, start, sampleRate } = session
  const isExact = /^samples$/i.test(units) && /^\d{1,15}$/.test(samples) && sampleRate > 0
  const frame = isExact ? start + frameNearest(Number(samples) / sampleRate, rate) : wholeLabelFrame(at, rate)
  return frame === null ? [] : [{ frame, name, colour: null, ...outOfNote(note, frame, rate) }]
}

/** A label with or without hundredths of a frame, which are cut off. */
function wholeLabelFrame(label: string, rate: FrameRate): number | null {
  return labelFrame(label.replace(/^(\d{2}:\d{2}:\d{2}[:;]\d{2})\.\d{2}$/, '$1'), rate)
}
