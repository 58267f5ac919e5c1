import type { Cue, Span } from '../model/cue.ts'
import type { ProductionDocument } from '../model/document.ts'
import { reelExtent } from '../model/reelExtent.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'
import type { FrameRange } from '../time/frameRange.ts'
import { frameOf, lastSpan, spansOf } from './cueSpans.ts'

/** By how many frames something may move: at least `least`, which is 0 or negative, at most `most`, which is 0 or positive. */
export type MoveLimits = { readonly least: number; readonly most: number }

/** How far a cue may move so that it stays on its reel and a reel change inside it stays where it is. */
export function cueMoveLimits(document: ProductionDocument, cue: Cue): Result<MoveLimits> {
  const spans = spansOf(cue)
  const last = lastSpan(spans)
  const start = frameOf(spans[0].start)
  const end = frameOf(last.end)
  if (start === null || (last.end !== null && end === null)) return refuse(unreadableCue(cue))
  if (spans.length > 1) return ok(edgeLimits(document, spans[0], last))
  const edges = end === null ? [start, start + 1] : [start, end]
  return ok(within(extentOf(document, last), Math.min(...edges), Math.max(...edges)))
}

/** The limits within which every one of several things can move. */
export function commonLimits(limits: readonly MoveLimits[]): MoveLimits {
  return {
    least: Math.max(...limits.map(({ least }) => least)),
    most: Math.min(...limits.map(({ most }) => most)),
  }
}

/** A number of frames brought inside the limits. */
export function clampMove(by: number, { least, most }: MoveLimits): number {
  return Math.min(most, Math.max(least, by))
}

/** How far a range may move inside another. What lies outside already may come back and go no further. */
export function within(room: FrameRange | null, start: number, end: number): MoveLimits {
  if (!room) return { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }
  return { least: Math.min(0, room.start - start), most: Math.max(0, room.end - end) }
}

/** The Problem of a cue that cannot be moved, since an edge of it is no frame. */
export function unreadableCue(cue: Cue): Problem {
  return {
    message: `${cue.number === '' ? 'A cue' : `Cue ${cue.number}`} has an edge that names no frame.`,
    expected: 'cues whose edges are timecodes',
    found: 'an in or out that cannot be read, or is still open',
    remedy: 'Set that edge first.',
  }
}

/** Limits of a cue across reel changes: its outer edges stay on their reels and keep a frame of each. */
function edgeLimits(document: ProductionDocument, first: Span, last: Span): MoveLimits {
  const [opening, closing] = [extentOf(document, first), extentOf(document, last)]
  const start = frameOf(first.start) ?? 0
  const end = frameOf(last.end)
  const opened = frameOf(first.end)
  const closed = frameOf(last.start)
  const ofStart = {
    least: within(opening, start, start).least,
    most: opened === null ? Number.POSITIVE_INFINITY : Math.max(0, opened - 1 - start),
  }
  if (end === null) return ofStart
  const ofEnd = {
    least: closed === null ? Number.NEGATIVE_INFINITY : Math.min(0, closed + 1 - end),
    most: within(closing, end, end).most,
  }
  return commonLimits([ofStart, ofEnd])
}

function extentOf(document: ProductionDocument, { reel }: Span): FrameRange | null {
  const found = document.reels[reel]
  return found ? reelExtent(found) : null
}
