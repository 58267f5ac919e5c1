import type { Cue } from '../model/cue.ts'
import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { CueId } from '../model/ids.ts'
import { ok, type Problem, refuse } from '../result.ts'
import type { Frames } from '../time/frames.ts'
import { formatTimecode } from '../time/timecode.ts'
import { checkSpans, frameOf, lastSpan, type Spans, spansOf, withEdge } from './cueSpans.ts'
import type { Edit } from './edit.ts'
import { findRecord, putRecords } from './putRecord.ts'

/** Moves the border at which two cues touch: the out of the left one and the in of the right one, by the same frames. */
export function rollBorder(left: CueId, right: CueId, by: number): Edit {
  return {
    label: 'Roll border',
    run: (document) => {
      const before = findRecord(document, 'cues', left)
      if (!before.ok) return before
      const after = findRecord(document, 'cues', right)
      if (!after.ok) return after
      const border = sharedBorder(before.value, after.value)
      if (border === null) return refuse(notTouching(document, before.value, after.value))
      if (!Number.isSafeInteger(by)) return refuse(notFrames(by))
      if (by === 0) return ok(document)
      const edge = (border + by) as Frames
      const shortened = checkSpans(document, withLastEnd(spansOf(before.value), edge))
      if (!shortened.ok) return shortened
      const [first, ...others] = spansOf(after.value)
      const lengthened = checkSpans(document, [withEdge(first, 'start', edge), ...others])
      if (!lengthened.ok) return lengthened
      return putRecords(document, 'cues', [
        { ...before.value, spans: [...shortened.value] },
        { ...after.value, spans: [...lengthened.value] },
      ])
    },
  }
}

/** The frame at which one cue ends and another begins on the same reel; null where they do not touch. */
function sharedBorder(left: Cue, right: Cue): Frames | null {
  const ending = lastSpan(spansOf(left))
  const [beginning] = spansOf(right)
  const end = frameOf(ending.end)
  return ending.reel === beginning.reel && end !== null && end === frameOf(beginning.start) ? end : null
}

/** The cue that touches a cue on a side: ends where it begins, or begins where it ends; null where none does. */
export function touchingCue(document: ProductionDocument, id: CueId, side: 'before' | 'after'): CueId | null {
  const cue = document.cues[id]
  if (!cue) return null
  const touches = (other: Cue) =>
    other.id !== id && (side === 'after' ? sharedBorder(cue, other) : sharedBorder(other, cue)) !== null
  return recordsOf(document, 'cues').find(touches)?.id ?? null
}

function withLastEnd(spans: Spans, end: Frames): Spans {
  const [first, ...others] = spans
  const last = others.at(-1)
  return last ? [first, ...others.slice(0, -1), withEdge(last, 'end', end)] : [withEdge(first, 'end', end)]
}

function notTouching(document: ProductionDocument, left: Cue, right: Cue): Problem {
  const { rate } = document.production
  const label = (frame: Frames | null) => (frame === null ? 'no frame' : formatTimecode(frame, rate))
  const end = frameOf(lastSpan(spansOf(left)).end)
  const start = frameOf(spansOf(right)[0].start)
  return {
    message: 'These two cues have no border in common.',
    expected: 'two cues of which one ends on the frame where the other begins',
    found: `an out at ${label(end)} and an in at ${label(start)}`,
    remedy: 'Move one of the edges until they touch, or move each by itself.',
  }
}

function notFrames(by: number): Problem {
  return {
    message: 'Borders move by whole frames.',
    expected: 'a whole number of frames',
    found: String(by),
    remedy: 'Give a whole number.',
  }
}
