import type { Cue, Note } from '../../model/cue.ts'
import { parseCueNumber } from '../../model/cueNumber.ts'
import type { Draft } from '../../model/draft.ts'
import type { CueId, NoteId, ReelId } from '../../model/ids.ts'
import { blankCue, blankDocument } from '../../model/newProduction.ts'
import type { Marker, MarkerList } from '../../sheet/markerList.ts'
import { frames } from '../../time/frames.ts'
import { plainText } from '../markers/plainText.ts'
import type { ReadMarkers } from './markerImporter.ts'

const reel = 'reel1' as ReelId
const longestText = 20_000

/** A production of one reel whose cues are the markers; notes at one frame stay notes. */
export function draftOfMarkers({ list, notes }: ReadMarkers): Draft {
  const blank = blankDocument(list.rate)
  const cues: { [id: string]: Cue } = {}
  const points: { [id: string]: Note } = {}
  list.markers.forEach((marker, index) => {
    if (marker.kind === 'note') {
      const id = `note${index + 1}` as NoteId
      points[id] = { id, reel, frame: marker.frame, text: within(marker.name) }
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
    notes,
  }
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
