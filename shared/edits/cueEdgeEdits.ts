import type { Cue, Span } from '../model/cue.ts'
import type { ProductionDocument } from '../model/document.ts'
import type { CueId } from '../model/ids.ts'
import { ok, type Result, refuse } from '../result.ts'
import {
  checkSpans,
  frameOf,
  isOpen,
  lastSpan,
  type Place,
  type Spans,
  spansBetween,
  spansOf,
  unreadableEdge,
  withEdge,
} from './cueSpans.ts'
import { type Edit, joinEdits } from './edit.ts'
import { countedLabel } from './editLabel.ts'
import { findRecord, putRecord } from './putRecord.ts'

/** Puts the in of a cue at a place; on another reel than now, the cue covers the reel changes up to its out. */
export function setCueStart(id: CueId, place: Place): Edit {
  return { label: 'Set in', run: (document) => withRespanned(document, id, movedStart(place)) }
}

/** Puts the out of a cue at a place, whose frame is the first without music. Closes an open cue. */
export function setCueEnd(id: CueId, place: Place): Edit {
  return { label: 'Set out', run: (document) => withCueEnd(document, id, place) }
}

/** Puts the ins or the outs of several cues at one place; refused when one of them cannot have it there. */
export function setCueEdges(ids: readonly CueId[], edge: 'start' | 'end', place: Place): Edit {
  const noun = edge === 'start' ? 'in' : 'out'
  return joinEdits(
    countedLabel('Set', noun, ids.length),
    ids.map((id) => (edge === 'start' ? setCueStart(id, place) : setCueEnd(id, place))),
  )
}

/** Where the music of a cue begins and ends within it. */
export type TrimmedCue = { readonly id: CueId; readonly start: Place; readonly end: Place }

/** Moves ins on and outs back to where the sound begins and ends. */
export function trimCues(trimmed: readonly TrimmedCue[]): Edit {
  const of = trimmed.length === 1 ? 'cue' : `${trimmed.length} cues`
  return joinEdits(
    `Trim ${of} to silence`,
    trimmed.flatMap(({ id, start, end }) => [setCueStart(id, start), setCueEnd(id, end)]),
  )
}

/** Puts a cue from one place to a later one, or open from there on when there is no end. */
export function setCueRange(id: CueId, start: Place, end: Place | null): Edit {
  return {
    label: 'Set in and out',
    run: (document) =>
      withRespanned(document, id, () =>
        end === null ? openSpans(document, start) : spansBetween(document, start, end),
      ),
  }
}

/** The document with the out of a cue at a place. */
export function withCueEnd(
  document: ProductionDocument,
  id: CueId,
  place: Place,
): Result<ProductionDocument> {
  return withRespanned(document, id, movedEnd(place))
}

type Respan = (document: ProductionDocument, spans: Spans, cue: Cue) => Result<Spans>

function withRespanned(document: ProductionDocument, id: CueId, respan: Respan): Result<ProductionDocument> {
  const cue = findRecord(document, 'cues', id)
  if (!cue.ok) return cue
  const spans = respan(document, spansOf(cue.value), cue.value)
  return spans.ok ? putRecord(document, 'cues', { ...cue.value, spans: [...spans.value] }) : spans
}

function movedStart(place: Place): Respan {
  return (document, spans, cue) => {
    const [first, ...others] = spans
    if (first.reel === place.reel) {
      return checkEdited(document, [withEdge(first, 'start', place.frame), ...others])
    }
    if (isOpen(cue)) return openSpans(document, place)
    const last = lastSpan(spans)
    const end = frameOf(last.end)
    if (end === null) return refuse(unreadableEdge(last.end))
    return spansBetween(document, place, { reel: last.reel, frame: end })
  }
}

function movedEnd(place: Place): Respan {
  return (document, spans) => {
    const last = lastSpan(spans)
    if (last.reel === place.reel) {
      return checkEdited(document, [...spans.slice(0, -1), withEdge(last, 'end', place.frame)])
    }
    const [first] = spans
    const start = frameOf(first.start)
    if (start === null) return refuse(unreadableEdge(first.start))
    return spansBetween(document, { reel: first.reel, frame: start }, place)
  }
}

function openSpans(document: ProductionDocument, start: Place): Result<Spans> {
  const reel = findRecord(document, 'reels', start.reel)
  return reel.ok ? checkSpans(document, [{ reel: start.reel, start: start.frame, end: null }]) : reel
}

function checkEdited(document: ProductionDocument, spans: readonly Span[]): Result<Spans> {
  const [first, ...others] = spans
  return first ? checkSpans(document, [first, ...others]) : ok(spans as Spans)
}
