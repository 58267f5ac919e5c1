import { nominalRate } from '../../shared/time/frameRate.ts'
import { frames } from '../../shared/time/frames.ts'
import type { Session } from '../store/session.ts'
import { axisFrame } from '../timeline/axis.ts'

/** Where hops count from, in axis frames. */
export type HopBase = {
  readonly at: number
  /** Where playing came from without a jump; null while nothing is played. */
  readonly playedFrom: number | null
  readonly speed: number
  /** Frames of a second at normal speed. */
  readonly second: number
}

/**
 * The nearest stop before (−1) or after (+1). Against the direction of playing, the stop that playing came from within
 * the last second does not count, so that the key pressed again goes one further though the film went on.
 */
export function hopStop(stops: readonly number[], direction: 1 | -1, base: HopBase): number | undefined {
  const from = hopFrom(direction, base)
  return direction > 0 ? stops.find((stop) => stop > from) : stops.findLast((stop) => stop < from)
}

function hopFrom(direction: 1 | -1, { at, playedFrom, speed, second }: HopBase): number {
  if (playedFrom === null || Math.sign(speed) === direction) return at
  return Math.abs(at - playedFrom) <= second * Math.abs(speed) ? playedFrom : at
}

/** Goes to the nearest of some axis frames before (−1) or after (+1) the playhead, and plays on from there. */
export function hop(session: Session, stops: readonly number[], direction: 1 | -1): void {
  const { playhead, timeline, work } = session
  if (!work.value) return
  const from = playhead.playedFrom
  const stop = hopStop(stops, direction, {
    at: timeline.playhead,
    playedFrom: from && axisFrame(timeline.axis.value, from),
    speed: playhead.state.value.speed,
    second: nominalRate(work.value.documents.document.production.rate),
  })
  if (stop !== undefined) playhead.goToAxisFrame(frames(stop))
}
