import type { ProductionDocument } from '../model/document.ts'
import { recordsOf } from '../model/document.ts'
import type { ReelId } from '../model/ids.ts'
import { compareText } from '../model/naturalOrder.ts'
import type { Reel, Segment } from '../model/production.ts'
import { type FrameRange, overlapLength } from '../time/frameRange.ts'
import type { FrameRate } from '../time/frameRate.ts'
import { type Frames, frames } from '../time/frames.ts'
import { framesPerDay } from '../time/timecode.ts'

/*
 * Two countings meet here. A reel's frames are timecode frame numbers, as the cue's marks are. Programme frames count
 * from 0 at the first frame of action of the first reel and run on over the reels in running order, leader and tail left
 * out, break slugs included.
 */

/** A reel in the running order. */
export type PlacedReel = {
  readonly reel: Reel
  /** Programme frame of the reel's first frame of action. */
  readonly start: Frames
  /** Frames of action. */
  readonly length: Frames
}

/** A segment in programme frames, `end` excluded. */
export type PlacedSegment = { readonly segment: Segment; readonly start: Frames; readonly end: Frames }

/** The running order: reels end to end, with the segments that lie on them. */
export type Programme = {
  readonly rate: FrameRate
  readonly reels: readonly PlacedReel[]
  readonly reelById: ReadonlyMap<ReelId, PlacedReel>
  readonly length: Frames
  /** Acts and teasers, by start. */
  readonly content: readonly PlacedSegment[]
  /** Slugs of commercial breaks, by start. */
  readonly breaks: readonly PlacedSegment[]
}

/** Lays the document's reels end to end. */
export function buildProgramme(document: ProductionDocument): Programme {
  const reels: PlacedReel[] = []
  let start = 0
  for (const reel of recordsOf(document, 'reels').toSorted(
    (a, b) => a.order - b.order || compareText(a.id, b.id),
  )) {
    const length = Math.max(0, reel.programme.end - reel.programme.start)
    reels.push({ reel, start: frames(start), length: frames(length) })
    start += length
  }
  const reelById = new Map(reels.map((placed) => [placed.reel.id, placed]))
  const segments = recordsOf(document, 'segments')
    .flatMap((segment) => {
      const placed = reelById.get(segment.reel)
      if (!placed) return []
      return [{ segment, start: onProgramme(placed, segment.start), end: onProgramme(placed, segment.end) }]
    })
    .toSorted((a, b) => a.start - b.start || compareText(a.segment.id, b.segment.id))
  return {
    rate: document.production.rate,
    reels,
    reelById,
    length: frames(start),
    content: segments.filter(({ segment }) => segment.kind === 'content'),
    breaks: segments.filter(({ segment }) => segment.kind === 'break'),
  }
}

/** The programme frame of a reel's timecode frame; also for frames outside the action, whose place runs on from it. */
export function onProgramme(placed: PlacedReel, frame: Frames): Frames {
  return frames(placed.start + frame - placed.reel.programme.start)
}

/** The frame that an imported label means on a reel: a label below the reel's first frame of action is the next day's. */
export function pastMidnight(frame: Frames, firstOfAction: Frames, rate: FrameRate): Frames {
  return frame < firstOfAction ? frames(frame + framesPerDay(rate)) : frame
}

/** The programme frame of a timecode frame of the reel named; null when the document has no such reel. */
export function programmeFrame(programme: Programme, reel: ReelId, frame: Frames): Frames | null {
  const placed = programme.reelById.get(reel)
  return placed ? onProgramme(placed, frame) : null
}

/** The reel, and its timecode frame, that shows a programme frame; null outside the programme. */
export function reelFrame(
  programme: Programme,
  frame: Frames,
): { readonly reel: Reel; readonly frame: Frames } | null {
  const placed = programme.reels.find(({ start, length }) => start <= frame && frame < start + length)
  if (!placed) return null
  return { reel: placed.reel, frame: frames(placed.reel.programme.start + frame - placed.start) }
}

/** The act or teaser that holds a programme frame; of overlapping ones the last to start. */
export function contentAt(programme: Programme, frame: Frames): Segment | null {
  return programme.content.findLast(({ start, end }) => start <= frame && frame < end)?.segment ?? null
}

/** The breaks that share at least one frame with a range of programme frames. */
export function breaksWithin(programme: Programme, range: FrameRange): readonly Segment[] {
  return programme.breaks.filter((slug) => overlapLength(slug, range) > 0).map(({ segment }) => segment)
}

/**
 * Frames that count as show duration: the content segments added up. Without any, the reels, less their break slugs.
 */
export function showLength(programme: Programme): Frames {
  const total = (placed: readonly PlacedSegment[]) =>
    placed.reduce((sum, { start, end }) => sum + Math.max(0, end - start), 0)
  if (programme.content.length > 0) return frames(total(programme.content))
  return frames(Math.max(0, programme.length - total(programme.breaks)))
}
