import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { ReelId } from '../model/ids.ts'
import type { Reel } from '../model/production.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'
import { shiftRange } from '../time/frameRange.ts'
import { addFrames, type Frames, frames } from '../time/frames.ts'
import { frameOf, shiftSpan } from './cueSpans.ts'
import { findRecord, putRecords } from './putRecord.ts'
import { shiftStems } from './stemShift.ts'

/** The timecode frame a reel starts with: that of its file's frame 0, or of its programme when it has no file. */
export function reelOrigin(reel: Reel): Frames {
  return reel.media?.startFrame ?? reel.programme.start
}

/** Moves everything that stands on a reel by a number of frames: file, stems, programme, segments, cues and notes. */
export function shiftReel(document: ProductionDocument, id: ReelId, by: number): Result<ProductionDocument> {
  const found = findRecord(document, 'reels', id)
  if (!found.ok) return found
  const reel = found.value
  if (by === 0) return ok(document)
  if (earliestFrame(document, reel) + by < 0) return refuse(beforeZero(reel.label))
  const { media, programme } = reel
  const stems = shiftStems(reel.stems, frames(by), document.production.rate)
  const moved = { ...reel, programme: shiftRange(programme, by), stems }
  const withMedia = media
    ? { ...moved, media: { ...media, startFrame: addFrames(media.startFrame, by) } }
    : moved
  const segments = recordsOf(document, 'segments')
    .filter((segment) => segment.reel === id)
    .map((segment) => ({ ...segment, ...shiftRange(segment, by) }))
  const notes = recordsOf(document, 'notes')
    .filter((note) => note.reel === id)
    .map((note) => ({ ...note, frame: addFrames(note.frame, by) }))
  const cues = recordsOf(document, 'cues')
    .filter((cue) => cue.spans.some((span) => span.reel === id))
    .map((cue) => ({
      ...cue,
      spans: cue.spans.map((span) => (span.reel === id ? shiftSpan(span, by) : span)),
    }))
  const steps = [
    (present: ProductionDocument) => putRecords(present, 'reels', [withMedia]),
    (present: ProductionDocument) => putRecords(present, 'segments', segments),
    (present: ProductionDocument) => putRecords(present, 'notes', notes),
    (present: ProductionDocument) => putRecords(present, 'cues', cues),
  ]
  return steps.reduce<Result<ProductionDocument>>(
    (result, step) => (result.ok ? step(result.value) : result),
    ok(document),
  )
}

function earliestFrame(document: ProductionDocument, { id, programme, media }: Reel): number {
  const cueFrames = recordsOf(document, 'cues').flatMap((cue) =>
    cue.spans.flatMap((span) => (span.reel === id ? [frameOf(span.start), frameOf(span.end)] : [])),
  )
  const segments = recordsOf(document, 'segments').filter((segment) => segment.reel === id)
  const notes = recordsOf(document, 'notes').filter((note) => note.reel === id)
  return [
    ...cueFrames.filter((frame) => frame !== null),
    ...segments.map((segment) => segment.start),
    ...notes.map((note) => note.frame),
    ...(media ? [media.startFrame] : []),
  ].reduce<number>((least, frame) => Math.min(least, frame), programme.start)
}

function beforeZero(label: string): Problem {
  return {
    message: `The reel “${label}” cannot start that early.`,
    expected: 'a start that leaves its programme, cues and notes at or after 00:00:00:00',
    found: 'an earlier one',
    remedy: 'Choose a later start timecode.',
  }
}
