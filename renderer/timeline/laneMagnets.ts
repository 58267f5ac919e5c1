import { recordsOf } from '../../shared/model/document.ts'
import { frames } from '../../shared/time/frames.ts'
import type { OpenWork, Session } from '../store/session.ts'
import { axisFrame } from './axis.ts'
import { cueItems } from './cueItems.ts'
import { collectMagnets, type Magnet } from './snapping.ts'

/** What a note or a segment border is caught by; `dragged` is an axis frame that catches nothing, since it is what moves. */
export function laneMagnets({ timeline }: Session, work: OpenWork, dragged: number): readonly Magnet[] {
  const { document } = work.documents
  const { axis, playhead } = timeline
  const at = (reel: Parameters<typeof axisFrame>[1]) => axisFrame(axis.value, reel)
  const segments = recordsOf(document, 'segments').flatMap(({ reel, start, end }) => {
    const from = at({ reel, frame: start })
    const to = at({ reel, frame: end })
    return from === null || to === null ? [] : [{ start: from, end: to }]
  })
  const reels = axis.value.reels.map(({ reel, extent, offset }) => ({
    start: frames(offset + reel.programme.start - extent.start),
    end: frames(offset + reel.programme.end - extent.start),
  }))
  return collectMagnets({
    playhead,
    cues: cueItems(document, axis.value, playhead, new Map()),
    notes: recordsOf(document, 'notes').flatMap((note) => at(note) ?? []),
    reels: [...reels, ...segments],
  }).filter(({ frame, kind }) => kind === 'playhead' || frame !== dragged)
}
