import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import { frames } from '../../shared/time/frames.ts'
import type { OpenWork, Session } from '../store/session.ts'
import type { Store } from '../store/store.ts'
import { type Axis, axisFrame } from './axis.ts'
import { axisOffsets } from './axisOffsets.ts'
import { calledCue } from './cueWords.ts'
import type { DragSubject } from './dragSubject.ts'
import type { OnsetProvider } from './onsets.ts'
import { collectMagnets, type Magnet, type MagnetRange, releaseDistance } from './snapping.ts'
import type { Viewport } from './viewport.ts'

/** Below this many CSS px per frame onsets would lie so near to each other that they would catch everywhere. */
const leastZoomForOnsets = 0.5

/** Everything but sound that can catch a drag, without what is dragged. */
export function magnetsFor(session: Session, work: OpenWork, subject: DragSubject | null): readonly Magnet[] {
  const { document } = work.documents
  const axis = session.timeline.axis.value
  const { playhead } = session.timeline
  const dragged = draggedIds(subject)
  const cues = closedSpans(document, axis, dragged)
  const notes = recordsOf(document, 'notes').flatMap((note) => {
    const frame = axisFrame(axis, note)
    return frame === null ? [] : [{ frame, id: note.id }]
  })
  const reels = axis.reels.map(({ reel, extent, offset }) => ({
    start: frames(offset + reel.programme.start - extent.start),
    end: frames(offset + reel.programme.end - extent.start),
    id: reel.id,
  }))
  const segments = recordsOf(document, 'segments').flatMap(({ reel, start, end, id }) => {
    const from = axisFrame(axis, { reel, frame: start })
    return from === null ? [] : [{ start: from, end: frames(from + end - start), id }]
  })
  return collectMagnets({ playhead, cues, notes, segments, reels })
}

/** Every span with an in and an out, in axis frames, but for those of these cues. */
function closedSpans(
  document: ProductionDocument,
  axis: Axis,
  without: ReadonlySet<string>,
): readonly MagnetRange[] {
  const offsets = axisOffsets(axis)
  const spans: MagnetRange[] = []
  for (const { id, spans: own } of recordsOf(document, 'cues')) {
    if (without.has(id)) continue
    for (const { reel, start, end } of own) {
      const offset = offsets.get(reel)
      if (offset === undefined || typeof start !== 'number' || typeof end !== 'number') continue
      spans.push({ start: frames(start + offset), end: frames(end + offset), id })
    }
  }
  return spans
}

function draggedIds(subject: DragSubject | null): ReadonlySet<string> {
  if (!subject) return new Set()
  const { item, part, neighbour, cues } = subject
  const bodies = part === 'body' ? cues.map(({ id }) => id) : []
  return new Set([item.cue.id, ...(neighbour ? [neighbour.cue.id] : []), ...bodies])
}

/** Where onsets are looked for. */
export type OnsetGround = {
  readonly timeline: { readonly view: Store<Viewport>; readonly axis: Store<Axis> }
  readonly onsets: Store<OnsetProvider>
}

/** The onsets of sound that could catch an edge wanted at an axis frame, a real number; asked for anew at each move. */
export function onsetsNear({ timeline, onsets }: OnsetGround, wanted: number): readonly Magnet[] {
  const { pixelsPerFrame } = timeline.view.value
  if (pixelsPerFrame < leastZoomForOnsets) return []
  const reach = Math.ceil(releaseDistance / pixelsPerFrame)
  return timeline.axis.value.reels.flatMap(({ reel, extent, offset }): readonly Magnet[] => {
    const start = Math.max(extent.start, Math.floor(wanted) - reach - offset + extent.start)
    const end = Math.min(extent.end, Math.ceil(wanted) + reach + 1 - offset + extent.start)
    if (end <= start) return []
    const found = onsets.value(reel.id, { start: frames(start), end: frames(end) })
    return found.map((frame) => ({ frame: frames(offset + frame - extent.start), kind: 'onset' }))
  })
}

/** What a magnet is, in words: `the in of 1m03 Waltz`. */
export function magnetWords({ kind, id = '', edge }: Magnet, document: ProductionDocument): string {
  const at = edge === 'end' ? 'end' : 'start'
  switch (kind) {
    case 'playhead':
      return 'the playhead'
    case 'cueEdge': {
      const cue = document.cues[id]
      return `the ${edge === 'end' ? 'out' : 'in'} of ${cue ? calledCue(cue, document) : 'a cue'}`
    }
    case 'note':
      return `the note ${document.notes[id]?.text ?? ''}`.trim()
    case 'segmentEdge':
      return `the ${at} of ${document.segments[id]?.label || 'a segment'}`
    case 'reelEdge':
      return edge === 'end'
        ? `the end of ${document.reels[id]?.label || 'the reel'}`
        : `the first frame of ${document.reels[id]?.label || 'the reel'}`
    case 'onset':
      return 'an onset of sound'
  }
}
