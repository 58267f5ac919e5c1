import type { CueId } from '../../shared/model/ids.ts'
import type { FrameRange } from '../../shared/time/frameRange.ts'
import { earlier, type Frames, later } from '../../shared/time/frames.ts'
import { rangeAround } from '../player/loopRanges.ts'
import type { StretchKind } from '../player/playhead.ts'
import type { Session } from '../store/session.ts'
import { axisFrame } from '../timeline/axis.ts'
import { type CueExtent, cueExtent } from './cuePlaces.ts'

/** Plays from a little before to a little after the edge that the keys nudge, else the playhead, and comes back. */
export function playAround(session: Session): void {
  const { playhead, timeline } = session
  const { home } = playhead
  const at = nudgedEdge(session) ?? (home && axisFrame(timeline.axis.value, home))
  if (at !== null) playhead.playStretch({ kind: 'around', range: () => around(session, at) })
}

/** Plays the selected cues from the first in to the last out again and again; ends it if that is what plays. */
export function loopCue(session: Session): void {
  const cues = session.moment.value.selection
  const range = () => rangeOf(session, cues)
  loop(session, 'loop', range, 'a cue that has an in and an out, to play it in a loop')
}

/** Plays the first in of the selected cues again and again, from the pre-roll before it to the post-roll after it. */
export function loopHead(session: Session): void {
  const cues = session.moment.value.selection
  const range = () => around(session, firstIn(session, cues))
  loop(session, 'loopHead', range, 'a cue that has an in, to play its head in a loop')
}

/** Plays the last out of the selected cues again and again, from the pre-roll before it to the post-roll after it. */
export function loopTail(session: Session): void {
  const cues = session.moment.value.selection
  const range = () => around(session, lastOut(session, cues))
  loop(session, 'loopTail', range, 'a cue that has an out, to play its tail in a loop')
}

/** The cues are those selected at the start, so that marking others meanwhile changes nothing; their edges may move. */
function loop(session: Session, kind: StretchKind, range: () => FrameRange | null, wanted: string): void {
  const { playhead } = session
  if (playhead.run.value === kind) playhead.leaveStretch()
  else if (range()) playhead.playStretch({ kind, range })
  else session.say(`Select ${wanted}.`)
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
  const { edge, selection } = session.moment.value
  if (edge === 'both') return null
  const [extent, ...others] = extentsOf(session, selection)
  return extent && others.length === 0 ? (edge === 'in' ? extent.start : extent.end) : null
}

function rangeOf(session: Session, cues: readonly CueId[]): FrameRange | null {
  const start = firstIn(session, cues)
  const end = lastOut(session, cues)
  return start !== null && end !== null && end > start ? { start, end } : null
}

/** What lies around an axis frame, as far as pre-roll and post-roll say now. */
function around({ timeline, work, settings }: Session, at: Frames | null): FrameRange | null {
  const rate = work.value?.documents.document.production.rate
  if (at === null || !rate) return null
  const rolls = { pre: seconds(settings.value.preRoll), post: seconds(settings.value.postRoll) }
  return rangeAround(timeline.axis.value, at, rate, rolls)
}

function firstIn(session: Session, cues: readonly CueId[]): Frames | null {
  const [first, ...others] = extentsOf(session, cues).flatMap(({ start }) => start ?? [])
  return first === undefined ? null : others.reduce(earlier, first)
}

function lastOut(session: Session, cues: readonly CueId[]): Frames | null {
  const [first, ...others] = extentsOf(session, cues).flatMap(({ end }) => end ?? [])
  return first === undefined ? null : others.reduce(later, first)
}

function extentsOf({ work, timeline }: Session, cues: readonly CueId[]): readonly CueExtent[] {
  return cues.flatMap((id) => {
    const cue = work.value?.documents.document.cues[id]
    return cue ? [cueExtent(timeline.axis.value, cue)] : []
  })
}

function seconds(setting: string): number {
  return Number.parseInt(setting, 10)
}
