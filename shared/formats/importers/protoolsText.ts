import { type Result, refuse } from '../../result.ts'
import { exactRate, type FrameRate } from '../../time/frameRate.ts'
import { frameNearest } from '../../time/frames.ts'
import {
  counted,
  type FoundMarker,
  linesOf,
  listOfFound,
  markerImporter,
  notThisFormat,
} from './markerImporter.ts'
import { type MusicPiece, musicOfPieces } from './musicOfPieces.ts'
import { outOfNote } from './outOfNote.ts'
import { type MemoryRow, memoryRows, type ProtoolsSession, sessionFrame, trackRows } from './protoolsRows.ts'

const label = 'Pro Tools session text'
const musicTrack = /(^|[^a-z])(mus|music|mx|score|songs?|source)([^a-z]|$)/i
const fade = /^\((fade in|fade out|cross fade)\)$/

/**
 * Pro Tools' session text: the clips of tracks that are named for music as cues, and memory locations as notes beside them; without
 * such tracks the memory locations alone. Their position in samples is preferred to the printed one, since it is exact.
 */
export const protoolsMarkers = markerImporter({
  id: 'protools-text',
  label,
  extensions: ['txt'],
  recognises: (text) => /^\uFEFF?SESSION NAME:\t/.test(text),
  readMarkers: (text) => {
    const lines = linesOf(text)
    const title = fieldOf(lines, 'SESSION NAME')
    const format = fieldOf(lines, 'TIMECODE FORMAT')
    if (title === '' && format === '')
      return refuse(notThisFormat(label, 'SESSION NAME on the first line', text))
    const rate = rateOf(format)
    if (!rate.ok) return rate
    const sampleRate = Number(fieldOf(lines, 'SAMPLE RATE'))
    const zero = { rate: rate.value, start: 0, sampleRate }
    const stated = sessionFrame(fieldOf(lines, 'SESSION START TIMECODE'), zero)
    const session = { ...zero, start: stated ?? 0 }
    const music = musicOf(lines, session)
    const rows = memoryRows(lines)
    const memory = rows.flatMap((row) => markerOfRow(row, session))
    const points =
      music.cues.length > 0 ? memory.map((point) => ({ ...point, kind: 'note' as const })) : memory
    const lost = rows.length - memory.length
    const notes = [
      ...(stated === null ? ['The start of the session cannot be read; 00:00:00:00 was taken for it.'] : []),
      ...(lost > 0 ? [`${counted(lost, 'memory location')} without a position in time left out.`] : []),
      ...music.said,
    ]
    const whole = { title, rate: rate.value, start: session.start, length: null }
    return listOfFound(label, whole, [...music.cues, ...points], notes)
  },
})

function fieldOf(lines: readonly string[], name: string): string {
  const line = lines.slice(0, 20).find((candidate) => candidate.startsWith(`${name}:\t`))
  return line?.slice(name.length + 2).trim() ?? ''
}

/** `23.976 Frame`, `29.97 Drop Frame`, `25 Frame`. */
function rateOf(text: string): Result<FrameRate> {
  const [, decimal = '', drop] = /^(\d{2,3}(?:\.\d{1,3})?)( Drop)? Frame$/i.exec(text) ?? []
  return exactRate(Number(decimal), drop !== undefined)
}

/** The music of tracks that are named for it and heard: fades belong to the clips that they touch, muted clips to nothing. */
function musicOf(lines: readonly string[], session: ProtoolsSession) {
  const tracks = trackRows(lines).filter(({ name, rows }) => musicTrack.test(name) && rows.length > 0)
  const heard = tracks.filter(({ state }) => !/Inactive|Hidden|Muted/.test(state))
  let unread = 0
  const pieces = heard.flatMap(({ rows }) => {
    const placed = rows.flatMap(({ name, from, to, muted }): MusicPiece[] => {
      const start = sessionFrame(from, session)
      const end = sessionFrame(to, session)
      if (start === null || end === null) unread += 1
      return start === null || end === null || end <= start || muted ? [] : [{ start, end, name, note: '' }]
    })
    return withFades(placed)
  })
  const names = heard.map(({ name }) => name).join(', ')
  return {
    cues: musicOfPieces(pieces, session.rate),
    said: [
      ...(pieces.length > 0
        ? [`The clips of ${counted(heard.length, 'track')} were read as music: ${names}.`]
        : []),
      ...(tracks.length > heard.length
        ? [`${counted(tracks.length - heard.length, 'muted, hidden or inactive track')} left out.`]
        : []),
      ...(unread > 0 ? [`${counted(unread, 'clip')} without a position in time left out.`] : []),
    ],
  }
}

/** Clips with the fades that touch them taken in; a fade between two belongs to both. */
function withFades(pieces: readonly MusicPiece[]): readonly MusicPiece[] {
  const fades = pieces.filter(({ name }) => fade.test(name))
  const before = new Map(fades.map((piece) => [piece.end, piece]))
  const after = new Map(fades.map((piece) => [piece.start, piece]))
  return pieces
    .filter(({ name }) => !fade.test(name))
    .map((piece) => ({
      ...piece,
      start: before.get(piece.start)?.start ?? piece.start,
      end: after.get(piece.end)?.end ?? piece.end,
    }))
}

function markerOfRow({ at, samples, units, name, note }: MemoryRow, session: ProtoolsSession): FoundMarker[] {
  const { rate, start, sampleRate } = session
  const isExact = /^samples$/i.test(units) && /^\d{1,15}$/.test(samples) && sampleRate > 0
  const frame = isExact ? start + frameNearest(Number(samples) / sampleRate, rate) : sessionFrame(at, session)
  return frame === null ? [] : [{ frame, name, colour: null, ...outOfNote(note, frame, rate) }]
}
