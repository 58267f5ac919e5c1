import type { Cue, Note } from '../../model/cue.ts'
import { parseCueNumber } from '../../model/cueNumber.ts'
import type { Draft } from '../../model/draft.ts'
import type { CueId, NoteId, ReelId } from '../../model/ids.ts'
import { blankCue, blankDocument } from '../../model/newProduction.ts'
import type { Marker, MarkerList } from '../../sheet/markerList.ts'
import { frames } from '../../time/frames.ts'
import { plainText } from '../plainText.ts'
import type { ReadMarkers } from './markerImporter.ts'

const reel = 'reel1' as ReelId
const longestText = 20_000

/** A production of one reel whose cues are the markers with a length. A point says where something is and not how long it plays: a note. */
export function draftOfMarkers({ list, notes }: ReadMarkers): Draft {
  const blank = blankDocument(list.rate)
  const cues: { [id: string]: Cue } = {}
  const points: { [id: string]: Note } = {}
  list.markers.forEach((marker, index) => {
    if (marker.kind === 'note' || marker.length === 1) {
      const id = `note${index + 1}` as NoteId
      points[id] = {
        id,
        reel,
        frame: marker.frame,
        text: within([marker.name, marker.note].filter(Boolean).join('; ')) || 'Marker',
      }
    } else cues[`cue${index + 1}`] = cueOfMarker(marker, `cue${index + 1}` as CueId)
  })
  return {
    document: {
      ...blank,
      production: { ...blank.production, title: within(list.title) },
      reels: { [reel]: reelOf(list) },
      cues,
      notes: points,
    },
    notes: [...notes, ...pointNotes(Object.keys(points).length)],
  }
}

function pointNotes(count: number): readonly string[] {
  if (count === 0) return []
  const which =
    count === 1 ? '1 marker without a length became a note' : `${count} markers without a length became notes`
  return [`${which}: mark in and out where music plays.`]
}

function reelOf({ start, length }: MarkerList) {
  const programme = { start, end: frames(start + length) }
  return { id: reel, label: 'R1', order: 0, programme, media: null, stems: [], pictureRate: null }
}

function cueOfMarker({ frame, length, name, note, kind }: Marker, id: CueId): Cue {
  const [first = '', ...rest] = within(name).split(' ')
  const isNumber = first.length <= 50 && parseCueNumber(first) !== null
  return {
    ...blankCue(id, [{ reel, start: frame, end: frames(frame + length) }]),
    number: isNumber ? first : '',
    title: isNumber ? rest.join(' ') : within(name),
    type: kind === 'note' ? 'other' : kind,
    notes: within(note),
  }
}

function within(text: string): string {
  return plainText(text)
    .slice(0, longestText)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim()
}
