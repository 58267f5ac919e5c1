import { refuse } from '../../result.ts'
import type { FrameRate } from '../../time/frameRate.ts'
import { writtenByUs } from '../exporters/cmx3600Edl.ts'
import { factsOfLabels, labelSpan, placedLabels, takenRate } from './assumedRate.ts'
import { type EdlEvent, type EdlList, edlComment, edlEvents } from './edlEvents.ts'
import {
  counted,
  type FoundMarker,
  headOf,
  listOfFound,
  markerImporter,
  notThisFormat,
} from './markerImporter.ts'
import { type MusicPiece, musicOfPieces } from './musicOfPieces.ts'

const label = 'Edit decision list (CMX 3600)'

/** The cues of an edit decision list: its sound events, stereo twins and neighbours of one piece of music made one. */
export const cmx3600Cues = markerImporter({
  id: 'cmx3600-edl',
  label,
  extensions: ['edl'],
  recognises: (text) => edlEvents(headOf(text)).events.length > 0,
  readMarkers: (text, assumed) => {
    const list = edlEvents(text)
    if (list.events.length === 0)
      return refuse(notThisFormat(label, 'lines of events with four timecodes', text))
    const labels = list.events.flatMap(({ recordIn, recordOut }) => [recordIn, recordOut])
    const { rate, notes } = takenRate(factsOfLabels(labels, list.dropFrame), assumed)
    const isOurs = list.head.includes(writtenByUs)
    const { pieces, said } = piecesOf(list, rate)
    const found: readonly FoundMarker[] = isOurs
      ? pieces.map(({ start, end, name, note }) => ({
          frame: start,
          length: end - start,
          name,
          note,
          colour: null,
        }))
      : musicOfPieces(pieces, rate)
    const merged =
      found.length < pieces.length
        ? [`${counted(pieces.length, 'event')} made ${counted(found.length, 'cue')}.`]
        : []
    const placed = placedLabels(found, rate, assumed)
    const all = [...notes, ...placed.notes, ...said, ...merged]
    return listOfFound(
      label,
      { title: list.title, rate, start: placed.start, length: null },
      placed.found,
      all,
    )
  },
})

/** Events with a length as pieces; of a list that has sound, sound alone. Black is no piece. */
function piecesOf(
  { events }: EdlList,
  rate: FrameRate,
): { pieces: readonly MusicPiece[]; said: readonly string[] } {
  const sound = events.filter(({ channels }) => hasSound(channels))
  const chosen = sound.length > 0 ? sound : events
  const unread: number[] = []
  const pieces = chosen.flatMap((event): MusicPiece[] => {
    const span = labelSpan(event.recordIn, event.recordOut, rate)
    if (!span || span.length < 0) unread.push(event.line)
    if (!span || span.length <= 0 || event.reel.toUpperCase() === 'BL') return []
    const { frame: start, length } = span
    return [{ start, end: start + length, name: nameOf(event), note: edlComment(event.lines, 'COMMENT:') }]
  })
  const pictures = events.length - chosen.length
  const places = unread.slice(0, 5).join(', ') + (unread.length > 5 ? ' …' : '')
  return {
    pieces,
    said: [
      ...(pictures > 0 ? [`${counted(pictures, 'event')} of picture left out.`] : []),
      ...(unread.length > 0 ? [`Events whose timecode cannot be read left out: line ${places}.`] : []),
    ],
  }
}

function hasSound(channels: string): boolean {
  return /^(A|B)/i.test(channels)
}

/** A transition leads to its second clip; a cut with two names is the render of one, which both share, and goes by its first. */
function nameOf({ lines, reel, isTransition }: EdlEvent): string {
  const keys = ['FROM CLIP NAME:', 'TO CLIP NAME:']
  const names = (isTransition ? keys.toReversed() : keys).map((key) => edlComment(lines, key))
  return names.find(Boolean) || edlComment(lines, 'SOURCE FILE:') || reel
}
