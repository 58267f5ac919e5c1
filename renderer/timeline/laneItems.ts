import type { Note } from '../../shared/model/cue.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import type { Segment } from '../../shared/model/production.ts'
import type { Frames } from '../../shared/time/frames.ts'
import { type Axis, axisFrame } from './axis.ts'
import { type Viewport, xOf } from './viewport.ts'

/** A note, the axis frame at which it stands, and its place in the list of all, from 1. */
export type NoteItem = { readonly note: Note; readonly at: Frames; readonly position: number }

/** A note's flag: at `x`, with room for text up to `room` CSS px, standing for `others` more that lie too near to be drawn. */
export type NoteFlag = NoteItem & { readonly x: number; readonly room: number; readonly others: number }

/** A segment and the axis frames that it covers. */
export type SegmentItem = { readonly segment: Segment; readonly start: Frames; readonly end: Frames }

/** Flags nearer to each other than this in CSS px would cover one another. */
const leastFlagGap = 16
/** Px beyond the window within which a flag is still drawn, since its text reaches in. */
const overhang = 160
const mostRoom = 220

/** All notes by place. */
export function noteItems(document: ProductionDocument, axis: Axis): readonly NoteItem[] {
  return recordsOf(document, 'notes')
    .flatMap((note) => {
      const at = axisFrame(axis, note)
      return at === null ? [] : [{ note, at }]
    })
    .toSorted((a, b) => a.at - b.at || (a.note.id < b.note.id ? -1 : 1))
    .map((item, index) => ({ ...item, position: index + 1 }))
}

/** The flags that a window shows: of notes too near to each other the first, and the kept one wherever it is. */
export function noteFlags(
  items: readonly NoteItem[],
  view: Viewport,
  kept: string | undefined,
): readonly NoteFlag[] {
  const flags: NoteFlag[] = []
  for (const item of items) {
    const x = xOf(view, item.at)
    const isKept = item.note.id === kept
    if (!isKept && (x < -overhang || x > view.width)) continue
    const before = flags.at(-1)
    const isNear = before !== undefined && x - before.x < leastFlagGap
    // The kept one takes the place of the flag that would stand for it.
    if (isNear)
      flags[flags.length - 1] = {
        ...(isKept ? { ...item, x, room: mostRoom } : before),
        others: before.others + 1,
      }
    else flags.push({ ...item, x, room: mostRoom, others: 0 })
  }
  return flags.map((flag, index) => {
    const next = flags[index + 1]
    return next ? { ...flag, room: Math.min(mostRoom, next.x - flag.x - 4) } : flag
  })
}

/** All segments by place. */
export function segmentItems(document: ProductionDocument, axis: Axis): readonly SegmentItem[] {
  return recordsOf(document, 'segments')
    .flatMap((segment): SegmentItem[] => {
      const { reel } = segment
      const start = axisFrame(axis, { reel, frame: segment.start })
      const end = axisFrame(axis, { reel, frame: segment.end })
      return start === null || end === null ? [] : [{ segment, start, end }]
    })
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
}

/** The segments of which a window shows any part, or that is kept. */
export function visibleSegments(
  items: readonly SegmentItem[],
  view: Viewport,
  kept: string | undefined,
): readonly SegmentItem[] {
  return items.filter(
    ({ segment, start, end }) => segment.id === kept || (xOf(view, end) > 0 && xOf(view, start) < view.width),
  )
}
