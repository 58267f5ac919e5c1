import type { ProductionDocument } from '../model/document.ts'
import type { MakeId, ReelId, SegmentId } from '../model/ids.ts'
import type { Segment } from '../model/production.ts'
import { ok, type Problem, refuse } from '../result.ts'
import type { FrameRange } from '../time/frameRange.ts'
import { formatTimecode } from '../time/timecode.ts'
import type { Edit } from './edit.ts'
import { changeLabel, countedLabel } from './editLabel.ts'
import { addRecord, dropRecords, findRecord, mapRecords } from './putRecord.ts'

/** The fields of a segment but its reel. */
export type SegmentPatch = Partial<Omit<Segment, 'id' | 'reel'>>

/** Adds an act, a teaser or a break to a reel. */
export function addSegment(
  reel: ReelId,
  range: FrameRange,
  kind: Segment['kind'],
  label: string,
  makeId: MakeId,
): Edit {
  const id = makeId<'segments'>()
  const { start, end } = range
  return {
    label: kind === 'break' ? 'Add break' : 'Add segment',
    run: (document) => {
      const found = findRecord(document, 'reels', reel)
      if (!found.ok) return found
      if (start < 0 || end <= start) return refuse(backwards(document, range))
      return addRecord(document, 'segments', { id, reel, label, kind, start, end })
    },
  }
}

/** Changes a segment. */
export function updateSegment(id: SegmentId, patch: SegmentPatch): Edit {
  return {
    label: changeLabel('segment', patch),
    run: (document) =>
      mapRecords(document, 'segments', [id], (segment) => {
        const changed = { ...segment, ...patch, id, reel: segment.reel }
        const isForward = changed.start >= 0 && changed.start < changed.end
        return isForward ? ok(changed) : refuse(backwards(document, changed))
      }),
  }
}

/** Removes segments; the cues in them stay. */
export function removeSegments(ids: readonly SegmentId[]): Edit {
  return {
    label: countedLabel('Remove', 'segment', ids.length),
    run: (document) => ok(dropRecords(document, 'segments', ids)),
  }
}

function backwards(document: ProductionDocument, { start, end }: FrameRange): Problem {
  const { rate } = document.production
  return {
    message: 'A segment must end after it starts.',
    expected: 'a start at or after 00:00:00:00 and an end after it',
    found: `${formatTimecode(start, rate)} to ${formatTimecode(end, rate)}`,
    remedy: 'Correct its start or its end.',
  }
}
