import type { Cue, Span } from '../model/cue.ts'
import type { ProductionDocument } from '../model/document.ts'
import type { CueId } from '../model/ids.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'
import type { Frames } from '../time/frames.ts'
import { checkNotNegative, checkSpans, frameOf, lastSpan, type Spans, spansOf, withEdge } from './cueSpans.ts'
import type { Edit } from './edit.ts'
import { countedLabel } from './editLabel.ts'
import { clampMove, commonLimits, cueMoveLimits, type MoveLimits, unreadableCue } from './moveLimits.ts'
import { findRecord, mapRecords } from './putRecord.ts'

/** The part of a cue that a nudge moves. */
export type NudgedPart = 'cue' | 'start' | 'end'

const nudgedNouns: Readonly<Record<NudgedPart, string>> = { cue: 'cue', start: 'in', end: 'out' }

/**
 * Moves cues together by a number of frames, later or (negative) earlier, as far as all of them stay on their reels. A
 * reel change inside a cue stays where it is.
 */
export function moveCues(ids: readonly CueId[], by: number): Edit {
  return {
    label: countedLabel('Move', 'cue', ids.length),
    run: (document) => movedTogether(document, ids, by),
  }
}

/** Moves the in, the out, or the whole of cues by a number of frames. */
export function nudgeCues(ids: readonly CueId[], part: NudgedPart, by: number): Edit {
  return {
    label: countedLabel('Nudge', nudgedNouns[part], ids.length),
    run: (document) => (part === 'cue' ? movedTogether(document, ids, by) : moved(document, ids, part, by)),
  }
}

function movedTogether(
  document: ProductionDocument,
  ids: readonly CueId[],
  by: number,
): Result<ProductionDocument> {
  if (!Number.isSafeInteger(by)) return refuse(notFrames(by))
  const limits: MoveLimits[] = []
  for (const id of ids) {
    const cue = findRecord(document, 'cues', id)
    const found = cue.ok ? cueMoveLimits(document, cue.value) : cue
    if (!found.ok) return found
    limits.push(found.value)
  }
  return limits.length === 0 ? ok(document) : moved(document, ids, 'cue', clampMove(by, commonLimits(limits)))
}

function moved(
  document: ProductionDocument,
  ids: readonly CueId[],
  part: NudgedPart,
  by: number,
): Result<ProductionDocument> {
  if (!Number.isSafeInteger(by)) return refuse(notFrames(by))
  if (by === 0) return ok(document)
  return mapRecords(document, 'cues', ids, (cue) => {
    const spans = movedSpans(document, cue, part, by)
    return spans.ok ? ok({ ...cue, spans: [...spans.value] }) : spans
  })
}

/** The outer edges move; those at a reel change stay, so a cue cannot be moved past one. */
function movedSpans(document: ProductionDocument, cue: Cue, part: NudgedPart, by: number): Result<Spans> {
  const spans = spansOf(cue)
  const start = frameOf(spans[0].start)
  const end = frameOf(lastSpan(spans).end)
  const movesEnd = part !== 'start' && lastSpan(spans).end !== null
  if (part !== 'end' && start === null) return refuse(unreadableCue(cue))
  if ((movesEnd || part === 'end') && end === null) return refuse(unreadableCue(cue))
  const edited: [Span, ...Span[]] = [...spans]
  if (part !== 'end') edited[0] = withEdge(edited[0], 'start', ((start ?? 0) + by) as Frames)
  if (movesEnd) edited[edited.length - 1] = withEdge(lastSpan(edited), 'end', ((end ?? 0) + by) as Frames)
  const keepsLength = part === 'cue' && edited.length === 1
  return keepsLength ? checkNotNegative(edited) : checkSpans(document, edited)
}

function notFrames(by: number): Problem {
  return {
    message: 'Cues move by whole frames.',
    expected: 'a whole number of frames',
    found: String(by),
    remedy: 'Give a whole number.',
  }
}
