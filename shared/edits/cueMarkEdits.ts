import type { Cue, CueType } from '../model/cue.ts'
import { nextCueNumber } from '../model/cueNumber.ts'
import { withType } from '../model/cuePresets.ts'
import type { ProductionDocument } from '../model/document.ts'
import type { CueId, MakeId } from '../model/ids.ts'
import { blankCue } from '../model/newProduction.ts'
import { type Problem, type Result, refuse } from '../result.ts'
import { formatTimecode } from '../time/timecode.ts'
import { withCueEnd } from './cueEdgeEdits.ts'
import {
  checkSpans,
  frameOf,
  isOpen,
  openCueOf,
  openCueOfType,
  type Place,
  type Spans,
  spansBetween,
  spansOf,
} from './cueSpans.ts'
import type { Edit } from './edit.ts'
import { addRecord, findRecord } from './putRecord.ts'

/** Starts a cue at a place, open until it is closed. Refused while any other is open. */
export function openCue(place: Place, makeId: MakeId, type: CueType = 'other'): Edit {
  const id = makeId<'cues'>()
  return {
    label: 'Mark in',
    run: (document) => {
      const open = openCueOf(document)
      return open ? refuse(stillOpen(document, open)) : addOpenCue(document, id, place, type)
    },
  }
}

/** Starts a cue of a type at a place, beside open cues of other types; of each type only one is open. */
export function openTypedCue(place: Place, makeId: MakeId, type: CueType): Edit {
  const id = makeId<'cues'>()
  return {
    label: 'Mark in',
    run: (document) => {
      const open = openCueOfType(document, type)
      return open ? refuse(stillOpen(document, open)) : addOpenCue(document, id, place, type)
    },
  }
}

/** Ends one open cue at a place, whose frame is the first without music, whichever others are open. */
export function closeCue(id: CueId, place: Place): Edit {
  return {
    label: 'Mark out',
    run: (document) => {
      const cue = findRecord(document, 'cues', id)
      if (!cue.ok) return cue
      return isOpen(cue.value) ? withCueEnd(document, id, place) : refuse(notOpen(cue.value))
    },
  }
}

/**
 * Ends the open cue, of several the one that starts last, at a place, whose frame is the first without music; it may have
 * run on over reel changes.
 */
export function closeOpenCue(place: Place): Edit {
  return {
    label: 'Mark out',
    run: (document) => {
      const open = openCueOf(document)
      return open ? withCueEnd(document, open.id, place) : refuse(nothingOpen())
    },
  }
}

/** Ends the open cue at a place and starts the next one there: neighbours that touch. */
export function segue(place: Place, makeId: MakeId, type: CueType = 'other'): Edit {
  const id = makeId<'cues'>()
  return {
    label: 'Segue',
    run: (document) => {
      const closed = closeOpenCue(place).run(document)
      return closed.ok ? addOpenCue(closed.value, id, place, type) : closed
    },
  }
}

/** A new cue from one place to a later one, as when it is drawn in the timeline. */
export function addCue(start: Place, end: Place, makeId: MakeId, type: CueType = 'other'): Edit {
  const id = makeId<'cues'>()
  return {
    label: 'Add cue',
    run: (document) => {
      const spans = spansBetween(document, start, end)
      return spans.ok ? addNumberedCue(document, id, spans.value, type) : spans
    },
  }
}

function addOpenCue(
  document: ProductionDocument,
  id: CueId,
  place: Place,
  type: CueType,
): Result<ProductionDocument> {
  const reel = findRecord(document, 'reels', place.reel)
  if (!reel.ok) return reel
  const spans = checkSpans(document, [{ reel: place.reel, start: place.frame, end: null }])
  return spans.ok ? addNumberedCue(document, id, spans.value, type) : spans
}

/** Adds a blank cue of a type, with the next number for its place. */
function addNumberedCue(
  document: ProductionDocument,
  id: CueId,
  spans: Spans,
  type: CueType,
): Result<ProductionDocument> {
  const [first] = spans
  const start = frameOf(first.start)
  const number = start === null ? '' : nextCueNumber(document, first.reel, start)
  return addRecord(document, 'cues', withType({ ...blankCue(id, spans), number }, type))
}

function stillOpen(document: ProductionDocument, open: Cue): Problem {
  const start = frameOf(spansOf(open)[0].start)
  return {
    message: 'Another cue is still open.',
    expected: 'no open cue',
    found: `${open.number || 'a cue'}, open since ${start === null ? 'its in' : formatTimecode(start, document.production.rate)}`,
    remedy: 'Mark its out first, or mark in again to end it here and start the next.',
  }
}

function notOpen({ number }: Cue): Problem {
  return {
    message: 'This cue has an out already.',
    expected: 'an open cue',
    found: `${number || 'a cue'} with an out`,
    remedy: 'Move its out with ], or type another.',
  }
}

function nothingOpen(): Problem {
  return {
    message: 'No cue is open.',
    expected: 'a cue that has begun',
    found: 'none',
    remedy: 'Mark in first, or select a cue and set its out.',
  }
}
