import { recordsOf } from '../../shared/model/document.ts'
import { frames } from '../../shared/time/frames.ts'
import type { Session } from '../store/session.ts'
import { axisFrame } from '../timeline/axis.ts'
import { documentOf, selectNote, selectSegment } from './chosen.ts'

/** The nearest of some stops before (−1) or after (+1) a frame; undefined beyond the last. */
export function nearestStop<Stop extends { readonly at: number }>(
  stops: readonly Stop[],
  at: number,
  direction: 1 | -1,
): Stop | undefined {
  const ahead = stops.filter((stop) => (stop.at - at) * direction > 0)
  return ahead.toSorted((a, b) => (a.at - b.at) * direction)[0]
}

/** Goes to the previous or next note and selects it. */
export function hopToNote(session: Session, direction: 1 | -1): void {
  const document = documentOf(session)
  if (!document) return
  const { axis, playhead } = session.timeline
  const stops = recordsOf(document, 'notes').flatMap((note) => {
    const at = axisFrame(axis.value, note)
    return at === null ? [] : [{ at, note }]
  })
  const stop = nearestStop(stops, playhead, direction)
  if (!stop) {
    session.say(direction > 0 ? 'There is no note after this.' : 'There is no note before this.')
    return
  }
  arrive(session, stop.at)
  selectNote(session, stop.note.id)
  session.moment.patch({ announcement: stop.note.text === '' ? 'Note without text' : stop.note.text })
}

/** Goes to the previous or next border of a segment and selects the segment that begins there, else the one that ends. */
export function hopToBorder(session: Session, direction: 1 | -1): void {
  const document = documentOf(session)
  if (!document) return
  const { axis, playhead } = session.timeline
  const stops = recordsOf(document, 'segments').flatMap((segment) => {
    const start = axisFrame(axis.value, { reel: segment.reel, frame: segment.start })
    const end = axisFrame(axis.value, { reel: segment.reel, frame: segment.end })
    return start === null || end === null
      ? []
      : [
          { at: start as number, segment, begins: true },
          { at: Math.min(end, axis.value.length - 1), segment, begins: false },
        ]
  })
  const ordered = [...stops.filter(({ begins }) => begins), ...stops.filter(({ begins }) => !begins)]
  const stop = nearestStop(ordered, playhead, direction)
  if (!stop) {
    session.say(
      direction > 0 ? 'There is no segment border after this.' : 'There is no segment border before this.',
    )
    return
  }
  arrive(session, stop.at)
  selectSegment(session, stop.segment.id)
  session.moment.patch({
    announcement: `${stop.segment.label || 'Segment'} ${stop.begins ? 'begins' : 'ends'}`,
  })
}

function arrive({ playhead, timeline }: Session, at: number): void {
  playhead.goToAxisFrame(frames(at))
  timeline.reveal(frames(at))
}
