import type { FrameRange } from '../../shared/time/frameRange.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import { rangeAround } from '../player/loopRanges.ts'
import type { Session } from '../store/session.ts'
import { axisFrame } from '../timeline/axis.ts'
import { cueExtent } from './cuePlaces.ts'

/** Plays from a little before to a little after the edge that the keys nudge, else the playhead, and comes back. */
export function playAround(session: Session): void {
  const { playhead, timeline, work, settings } = session
  if (!work.value) return
  const { rate } = work.value.documents.document.production
  const { home } = playhead
  const at = nudgedEdge(session) ?? (home && axisFrame(timeline.axis.value, home))
  if (at === null) return
  const rolls = { pre: seconds(settings.value.preRoll), post: seconds(settings.value.postRoll) }
  playhead.playStretch({ kind: 'around', range: () => rangeAround(timeline.axis.value, at, rate, rolls) })
}

/** Plays the selected cues from the first in to the last out again and again; ends it if that is what plays. */
export function loopSelection(session: Session): void {
  const { playhead } = session
  if (playhead.run.value === 'loop') playhead.leaveStretch()
  else if (selectedRange(session)) playhead.playStretch({ kind: 'loop', range: () => selectedRange(session) })
  else session.say('Select a cue that has an in and an out, to play it in a loop.')
}

/** Whether a loop or a playing around is under way. */
export function isInStretch({ playhead }: Session): boolean {
  return playhead.run.value !== 'free'
}

/** Ends what loops or plays around. */
export function leaveStretch({ playhead }: Session): void {
  playhead.leaveStretch()
}

function nudgedEdge(session: Session): Frames | null {
  const { edge } = session.moment.value
  if (edge === 'both') return null
  const [extent, ...others] = selectedExtents(session)
  return extent && others.length === 0 ? (edge === 'in' ? extent.start : extent.end) : null
}

function selectedRange(session: Session): FrameRange | null {
  const extents = selectedExtents(session)
  const starts = extents.flatMap(({ start }) => start ?? [])
  const ends = extents.flatMap(({ end }) => end ?? [])
  if (starts.length === 0 || ends.length === 0) return null
  const range = { start: frames(Math.min(...starts)), end: frames(Math.max(...ends)) }
  return range.end > range.start ? range : null
}

function selectedExtents({ work, moment, timeline }: Session) {
  return moment.value.selection.flatMap((id) => {
    const cue = work.value?.documents.document.cues[id]
    return cue ? [cueExtent(timeline.axis.value, cue)] : []
  })
}

function seconds(setting: string): number {
  return Number.parseInt(setting, 10)
}
