import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { SegmentId } from '../model/ids.ts'
import type { Segment } from '../model/production.ts'
import { ok, type Problem, refuse } from '../result.ts'
import { type Frames, frames } from '../time/frames.ts'
import { formatTimecode } from '../time/timecode.ts'
import type { Edit } from './edit.ts'
import { findRecord, putRecords } from './putRecord.ts'

/** One of the two borders of a segment. */
export type SegmentEdge = 'start' | 'end'

/** The frames between which a border can stand, both inclusive. */
export type BorderLimits = { readonly least: Frames; readonly most: Frames }

/** Moves a border of a segment, and with it the neighbour that touches there. */
export function moveSegmentBorder(id: SegmentId, edge: SegmentEdge, frame: Frames): Edit {
  return {
    label: 'Move segment border',
    run: (document) => {
      const found = findRecord(document, 'segments', id)
      if (!found.ok) return found
      const { least, most } = borderLimits(document, found.value, edge)
      if (frame < least || frame > most) return refuse(outOfReach(document, frame, { least, most }))
      const moved = [
        { ...found.value, [edge]: frame },
        ...touching(document, found.value, edge).map((other) => ({ ...other, [opposite(edge)]: frame })),
      ]
      return frame === found.value[edge] ? ok(document) : putRecords(document, 'segments', moved)
    },
  }
}

/**
 * How far a border of a segment can go: a frame must be left of it and of the neighbour that touches there; where nothing
 * touches, up to the next segment of the reel, or as far as timecode goes.
 */
export function borderLimits(
  document: ProductionDocument,
  segment: Segment,
  edge: SegmentEdge,
): BorderLimits {
  const touched = touching(document, segment, edge)
  const others = siblings(document, segment).filter((other) => !touched.includes(other))
  const isStart = edge === 'start'
  const before = isStart ? others.filter(({ end }) => end <= segment.start).map(({ end }) => end) : []
  const after = isStart ? [] : others.filter(({ start }) => start >= segment.end).map(({ start }) => start)
  const starts = isStart ? touched.map(({ start }) => start + 1) : [segment.start + 1]
  const ends = isStart ? [segment.end - 1] : touched.map(({ end }) => end - 1)
  return {
    least: frames(Math.max(0, ...starts, ...before)),
    most: frames(Math.min(Number.MAX_SAFE_INTEGER, ...ends, ...after)),
  }
}

function siblings(document: ProductionDocument, { id, reel }: Segment): readonly Segment[] {
  return recordsOf(document, 'segments').filter((other) => other.reel === reel && other.id !== id)
}

function touching(document: ProductionDocument, segment: Segment, edge: SegmentEdge): readonly Segment[] {
  return siblings(document, segment).filter((other) => other[opposite(edge)] === segment[edge])
}

function opposite(edge: SegmentEdge): SegmentEdge {
  return edge === 'start' ? 'end' : 'start'
}

function outOfReach(document: ProductionDocument, frame: Frames, { least, most }: BorderLimits): Problem {
  const { rate } = document.production
  const expected =
    most === Number.MAX_SAFE_INTEGER
      ? `${formatTimecode(least, rate)} or later`
      : `from ${formatTimecode(least, rate)} to ${formatTimecode(most, rate)}`
  return {
    message: 'The border of a segment cannot stand there.',
    expected,
    found: formatTimecode(frame, rate),
    remedy: 'Keep a frame of the segments on both sides.',
  }
}
