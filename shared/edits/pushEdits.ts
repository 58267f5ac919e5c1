import type { Cue, Note, Span } from '../model/cue.ts'
import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { Reel, Segment } from '../model/production.ts'
import { reelExtent } from '../model/reelExtent.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'
import type { FrameRange } from '../time/frameRange.ts'
import { addFrames, type Frames, frames } from '../time/frames.ts'
import { formatSignedTimecode, formatTimecode } from '../time/timecode.ts'
import { frameOf, type Place, spansOf, withEdge } from './cueSpans.ts'
import type { Edit } from './edit.ts'
import { unreadableCue } from './moveLimits.ts'
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
  const escaped = pushed.notes.find(({ frame }) => leaves(reel.value, frame, frame + 1, by))
  if (escaped) return refuse(leaving(document, reel.value, 'A note', escaped.frame, by))
  const cues = movedCues(document, reel.value, pushed.cues, by)
  if (!cues.ok) return cues
  const segments = movedSegments(document, reel.value, pushed.segments, by)
  if (!segments.ok) return segments
  const notes = pushed.notes.map((note) => ({ ...note, frame: addFrames(note.frame, by) }))
  return ok({ cues: cues.value, notes, segments: segments.value })
}

function movedCues(
  document: ProductionDocument,
  reel: Reel,
  cues: readonly Cue[],
  by: number,
): Result<readonly Cue[]> {
  const moved: Cue[] = []
  for (const cue of cues) {
    const spans = spansOf(cue)
    const [first, ...others] = spans
    const start = frameOf(first.start)
    const end = frameOf(first.end)
    if (start === null || (first.end !== null && end === null)) return refuse(unreadableCue(cue))
    const name = cue.number === '' ? 'A cue' : `Cue ${cue.number}`
    const crosses = others.length > 0
    const passesChange = crosses && end !== null && start + by >= end
    const last = crosses || end === null ? start + 1 : Math.max(start + 1, end)
    if (passesChange || leaves(reel, start, last, by)) {
      return refuse(leaving(document, reel, name, start, by))
    }
    const head = withEdge(first, 'start', addFrames(start, by))
    const whole: Span = crosses || end === null ? head : withEdge(head, 'end', addFrames(end, by))
    moved.push({ ...cue, spans: [whole, ...others] })
  }
  return ok(moved)
}

function movedSegments(
  document: ProductionDocument,
  reel: Reel,
  segments: readonly Segment[],
  by: number,
): Result<readonly Segment[]> {
  const moved = segments.map((segment) => shifted(reel, segment, by))
  for (const [index, { label, start, end }] of segments.entries()) {
    const edge = end === reel.programme.end ? start + 1 : end
    const hasLength = (moved[index]?.end ?? end) > (moved[index]?.start ?? start)
    if (!hasLength || leaves(reel, start, edge, by)) {
      return refuse(leaving(document, reel, `The segment “${label}”`, start, by))
    }
  }
  const first = Math.min(...segments.map(({ start }) => start))
  const before = recordsOf(document, 'segments').filter(
    (segment) => segment.reel === reel.id && !segments.includes(segment) && segment.end <= first,
  )
  const running = before.filter(({ end }) => end === first).map((one) => withEnd(one, first + by))
  const inTheWay = [
    ...running.filter(({ start, end }) => end <= start),
    ...before.filter(({ end }) => end !== first && end > first + by),
  ]
  return inTheWay[0] ? refuse(noRoom(inTheWay[0], by)) : ok([...moved, ...running])
}

function withEnd(segment: Segment, end: number): Segment {
  return { ...segment, end: frames(end) }
}

/** A segment moved; one that ends with the programme still does. */
function shifted(reel: Reel, segment: Segment, by: number): Segment {
  const end = segment.end === reel.programme.end ? segment.end : addFrames(segment.end, by)
  return { ...segment, start: addFrames(segment.start, by), end }
}

/** Whether frames would lie outside the reel after a move, further than they do now. */
function leaves(reel: Reel, start: number, end: number, by: number): boolean {
  const room: FrameRange = reelExtent(reel)
  return by < 0 ? start + by < Math.min(room.start, start) : end + by > Math.max(room.end, end)
}

function leaving(document: ProductionDocument, reel: Reel, name: string, at: Frames, by: number): Problem {
  const { rate } = document.production
  const room = reelExtent(reel)
  return {
    message: `${name} at ${formatTimecode(at, rate)} would leave its reel or pass a reel change.`,
    expected: `a push that leaves everything between ${formatTimecode(room.start, rate)} and ${formatTimecode(room.end, rate)}`,
    found: `${by < 0 ? '' : '+'}${formatSignedTimecode(frames(by), rate)}`,
    remedy: 'Push by fewer frames, or from another place.',
  }
}

function noRoom({ label }: Segment, by: number): Problem {
  return {
    message: `The segment “${label}” stands in the way.`,
    expected: 'a push that leaves at least a frame of it',
    found: `${by} frames`,
    remedy: 'Push by fewer frames, or remove that segment first.',
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
