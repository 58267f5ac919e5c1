import type { Cue, Note } from '../model/cue.ts'
import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { Reel, Segment } from '../model/production.ts'
import { reelExtent } from '../model/reelExtent.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'
import { addFrames, type Frames, frames } from '../time/frames.ts'
import { formatSignedTimecode, formatTimecode } from '../time/timecode.ts'
import { frameOf, type Place, spansOf, withEdge } from './cueSpans.ts'
import type { Edit } from './edit.ts'
import { clampMove, type MoveLimits, unreadableCue, within } from './moveLimits.ts'
import { findRecord, putRecords } from './putRecord.ts'

/** What begins at or after a place on its reel. */
export type PushedRecords = {
  readonly cues: readonly Cue[]
  readonly notes: readonly Note[]
  readonly segments: readonly Segment[]
}

/** The cues, notes and segments that begin at or after a place on its reel. */
export function pushedFrom(document: ProductionDocument, { reel, frame }: Place): PushedRecords {
  const cues = recordsOf(document, 'cues').filter((cue) => {
    const [first] = spansOf(cue)
    return first.reel === reel && (frameOf(first.start) ?? Number.NEGATIVE_INFINITY) >= frame
  })
  return {
    cues,
    notes: recordsOf(document, 'notes').filter((note) => note.reel === reel && note.frame >= frame),
    segments: recordsOf(document, 'segments').filter(
      (segment) => segment.reel === reel && segment.start >= frame,
    ),
  }
}

/**
 * Moves everything that begins at or after a place on its reel by a number of frames, later or (negative) earlier; refused
 * when any of it would leave the reel. A segment that runs on to one that moves ends where that begins, and the last one
 * still ends with the programme. A reel change inside a cue stays where it is.
 */
export function pushFrom(place: Place, by: number): Edit {
  const count = Math.abs(by)
  return {
    label: `Push everything ${count === 1 ? '1 frame' : `${count} frames`} ${by < 0 ? 'earlier' : 'later'}`,
    run: (document) => {
      const moved = planPush(document, place, by)
      if (!moved.ok) return moved
      const { cues, notes, segments } = moved.value
      const withCues = putRecords(document, 'cues', cues)
      const withNotes = withCues.ok ? putRecords(withCues.value, 'notes', notes) : withCues
      return withNotes.ok ? putRecords(withNotes.value, 'segments', segments) : withNotes
    },
  }
}

/** What would be moved by a push, as it would lie afterwards, or why it cannot; quick enough to be asked at every key. */
export function planPush(document: ProductionDocument, place: Place, by: number): Result<PushedRecords> {
  const reel = findRecord(document, 'reels', place.reel)
  if (!reel.ok) return reel
  if (!Number.isSafeInteger(by)) return refuse(notFrames(by))
  if (by === 0) return ok({ cues: [], notes: [], segments: [] })
  const pushed = pushedFrom(document, place)
  const bounds = pushBounds(document, reel.value, pushed)
  if (!bounds.ok) return bounds
  const tightest = tightestBound(bounds.value, by)
  if (tightest && clampMove(by, tightest) !== by) return refuse(outOfReach(document, tightest, by))
  return ok({
    cues: pushed.cues.map((cue) => movedCue(cue, by)),
    notes: pushed.notes.map((note) => ({ ...note, frame: addFrames(note.frame, by) })),
    segments: [
      ...pushed.segments.map((segment) => movedSegment(reel.value, segment, by)),
      ...runningInto(document, pushed).map((one) => ({ ...one, end: addFrames(one.end, by) })),
    ],
  })
}

/** How far a push can go because of one thing, and what to call that thing. */
type PushBound = MoveLimits & { readonly name: string; readonly at: Frames }

/** Everything stays on the reel and keeps a frame, and no segment runs over another. */
function pushBounds(
  document: ProductionDocument,
  reel: Reel,
  { cues, notes, segments }: PushedRecords,
): Result<readonly PushBound[]> {
  const room = reelExtent(reel)
  const bounds: PushBound[] = []
  for (const cue of cues) {
    const [first, ...others] = spansOf(cue)
    const start = frameOf(first.start)
    const end = frameOf(first.end)
    if (start === null || (first.end !== null && end === null)) return refuse(unreadableCue(cue))
    const whole = end === null ? within(room, start, start + 1) : within(room, start, end)
    const limits =
      others.length > 0 && end !== null ? { ...whole, most: Math.max(0, end - 1 - start) } : whole
    bounds.push({ ...limits, name: cue.number === '' ? 'A cue' : `Cue ${cue.number}`, at: start })
  }
  for (const { frame } of notes) bounds.push({ ...within(room, frame, frame + 1), name: 'A note', at: frame })
  for (const { label, start, end } of segments) {
    const whole = within(room, start, end)
    const limits = end === reel.programme.end ? { ...whole, most: Math.max(0, end - 1 - start) } : whole
    bounds.push({ ...limits, name: `The segment “${label}”`, at: start })
  }
  return ok([...bounds, ...boundsBefore(document, reel, segments)])
}

/** Segments that end before those that move: the one that runs up to them shrinks and grows, the others are not run over. */
function boundsBefore(
  document: ProductionDocument,
  reel: Reel,
  segments: readonly Segment[],
): readonly PushBound[] {
  if (segments.length === 0) return []
  const first = Math.min(...segments.map(({ start }) => start))
  return recordsOf(document, 'segments')
    .filter((one) => one.reel === reel.id && one.end <= first && !segments.includes(one))
    .map(({ label, start, end }) => ({
      least: end === first ? start + 1 - end : end - first,
      most: Number.POSITIVE_INFINITY,
      name: `The segment “${label}”`,
      at: start,
    }))
}

function tightestBound(bounds: readonly PushBound[], by: number): PushBound | null {
  return bounds.reduce<PushBound | null>((tightest, bound) => {
    if (!tightest) return bound
    const isTighter = by > 0 ? bound.most < tightest.most : bound.least > tightest.least
    return isTighter ? bound : tightest
  }, null)
}

/** The segments that end where the first of those that move begins. */
function runningInto(document: ProductionDocument, { segments }: PushedRecords): readonly Segment[] {
  const [first] = segments.toSorted((a, b) => a.start - b.start)
  if (!first) return []
  return recordsOf(document, 'segments').filter(
    (one) => one.reel === first.reel && one.end === first.start && !segments.includes(one),
  )
}

function movedCue(cue: Cue, by: number): Cue {
  const [first, ...others] = spansOf(cue)
  const end = frameOf(first.end)
  const head = withEdge(first, 'start', addFrames(frameOf(first.start) ?? frames(0), by))
  const whole = others.length > 0 || end === null ? head : withEdge(head, 'end', addFrames(end, by))
  return { ...cue, spans: [whole, ...others] }
}

/** A segment moved; one that ends with the programme still does. */
function movedSegment(reel: Reel, segment: Segment, by: number): Segment {
  const end = segment.end === reel.programme.end ? segment.end : addFrames(segment.end, by)
  return { ...segment, start: addFrames(segment.start, by), end }
}

function outOfReach(document: ProductionDocument, bound: PushBound, by: number): Problem {
  const { rate } = document.production
  const most = Math.abs(by < 0 ? bound.least : bound.most)
  const way = by < 0 ? 'earlier' : 'later'
  const allowed = `${most.toLocaleString('en')} frame${most === 1 ? '' : 's'}`
  return {
    message: `${bound.name} at ${formatTimecode(bound.at, rate)} stands in the way.`,
    expected: `at most ${formatSignedTimecode(frames(most), rate)} ${way}, so that all stays on the reel`,
    found: `${by < 0 ? '' : '+'}${formatSignedTimecode(frames(by), rate)}`,
    remedy: most === 0 ? `Nothing can go ${way} from here.` : `From here at most ${allowed} ${way}.`,
  }
}

function notFrames(by: number): Problem {
  return {
    message: 'Everything moves by whole frames.',
    expected: 'a whole number of frames',
    found: String(by),
    remedy: 'Type a number of frames or a timecode.',
  }
}
