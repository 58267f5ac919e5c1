import type { Cue, Diegesis, Span } from '../model/cue.ts'
import { nextCueNumber } from '../model/cueNumber.ts'
import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { CueId, MakeId } from '../model/ids.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'
import type { Frames } from '../time/frames.ts'
import { formatTimecode } from '../time/timecode.ts'
import { frameOf, type Place, type Spans, spansOf, withEdge } from './cueSpans.ts'
import type { Edit } from './edit.ts'
import { countedLabel } from './editLabel.ts'
import { addRecord, dropRecords, findRecord, putRecord, putRecords } from './putRecord.ts'

/** Removes cues, also from the licences that cover them; works, recordings and licences stay. */
export function removeCues(ids: readonly CueId[]): Edit {
  return {
    label: countedLabel('Remove', 'cue', ids.length),
    run: (document) => {
      const removed = new Set(ids)
      const licences = recordsOf(document, 'licences')
        .filter((licence) => licence.cues.some((cue) => removed.has(cue)))
        .map((licence) => ({ ...licence, cues: licence.cues.filter((cue) => !removed.has(cue)) }))
      return putRecords(dropRecords(document, 'cues', ids), 'licences', licences)
    },
  }
}

/** Diegesis of the two halves, where a split is to tell them apart: a car radio that swells into score. */
export type SplitDiegesis = { readonly first: Diegesis; readonly second: Diegesis }

/** Splits a cue at a place inside it; the second half is a new cue with the same music and licences. */
export function splitCue(id: CueId, place: Place, makeId: MakeId, diegesis?: SplitDiegesis): Edit {
  const secondId = makeId<'cues'>()
  return { label: 'Split cue', run: (document) => withSplit(document, id, secondId, place, diegesis) }
}

/** Splits several cues at one place that is inside each of them. */
export function splitCues(ids: readonly CueId[], place: Place, makeId: MakeId): Edit {
  const halves = [...new Set(ids)].map((id) => ({ id, secondId: makeId<'cues'>() }))
  return {
    label: countedLabel('Split', 'cue', halves.length),
    run: (document) =>
      halves.reduce<Result<ProductionDocument>>(
        (result, { id, secondId }) => (result.ok ? withSplit(result.value, id, secondId, place) : result),
        ok(document),
      ),
  }
}

/** Whether a cue can be split at a place: after its first frame and before its end. */
export function canSplit(cue: Cue, place: Place): boolean {
  return splitSpans(spansOf(cue), place) !== null
}

function withSplit(
  document: ProductionDocument,
  id: CueId,
  secondId: CueId,
  place: Place,
  diegesis?: SplitDiegesis,
): Result<ProductionDocument> {
  const found = findRecord(document, 'cues', id)
  if (!found.ok) return found
  const halves = splitSpans(spansOf(found.value), place)
  if (!halves) return refuse(notInside(document, place))
  const [first, second] = [
    { ...found.value, spans: [...halves.first], ...(diegesis && { diegesis: diegesis.first }) },
    { ...found.value, spans: [...halves.second], ...(diegesis && { diegesis: diegesis.second }) },
  ]
  const shortened = putRecord(document, 'cues', first)
  if (!shortened.ok) return shortened
  const number = nextCueNumber(shortened.value, place.reel, place.frame)
  const added = addRecord(shortened.value, 'cues', { ...second, id: secondId, number })
  return added.ok ? alsoLicense(added.value, id, secondId) : added
}

type Halves = { readonly first: Spans; readonly second: Spans }

/** The spans before and after a place; null when the place is not inside, so that one half would be empty. */
function splitSpans(spans: Spans, place: Place): Halves | null {
  for (const [index, span] of spans.entries()) {
    if (span.reel !== place.reel) continue
    const [head, ...others] = spans.slice(0, index)
    const after = spans.slice(index + 1)
    if (holds(span, place.frame)) {
      const tail = withEdge(span, 'end', place.frame)
      const second: Spans = [withEdge(span, 'start', place.frame), ...after]
      return { first: head ? [head, ...others, tail] : [tail], second }
    }
    if (head && span.start === place.frame) return { first: [head, ...others], second: [span, ...after] }
  }
  return null
}

/** Whether a frame lies after the first frame of a span and before its end, if it has one. */
function holds({ start, end }: Span, frame: Frames): boolean {
  return frameOf(start) !== null && Number(start) < frame && (end === null || frame < (frameOf(end) ?? frame))
}

function alsoLicense(document: ProductionDocument, cue: CueId, half: CueId): Result<ProductionDocument> {
  const licences = recordsOf(document, 'licences')
    .filter((licence) => licence.cues.includes(cue))
    .map((licence) => ({ ...licence, cues: [...licence.cues, half] }))
  return putRecords(document, 'licences', licences)
}

function notInside(document: ProductionDocument, place: Place): Problem {
  return {
    message: 'The cue cannot be split here.',
    expected: 'a frame after its in and before its out',
    found: formatTimecode(place.frame, document.production.rate),
    remedy: 'Go to a frame inside the cue.',
  }
}
