import type { Place } from '../../shared/edits/cueSpans.ts'
import type { FrameRange } from '../../shared/time/frameRange.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { earlier, type Frames, frames, later } from '../../shared/time/frames.ts'
import { type Axis, axisFrame } from '../timeline/axis.ts'

/** Where a run ends, in timecode frames of the reel that it is on, and what follows there. */
export type RunEnd = {
  /** Forwards the first frame that is not played any more, backwards the last one that is; null for the film's own end. */
  readonly until: Frames | null
  /** Where playing goes on; null where it does not. */
  readonly next: Place | null
  /** Whether it is the end of the stretch that is being played. */
  readonly endsStretch: boolean
}

/**
 * Where playing from a place ends. A programme of several reels goes on from the last frame of action of one to the first of
 * the next, without tail and leader, either way; a run that begins in the tail or leader plays the file to its end first.
 * A stretch of the axis ends where it ends, if that is on this reel.
 */
export function runEnd(axis: Axis, place: Place, speed: number, stretch: FrameRange | null): RunEnd {
  const index = axis.reels.findIndex(({ reel }) => reel.id === place.reel)
  const entry = axis.reels[index]
  const stopping: RunEnd = { until: null, next: null, endsStretch: false }
  if (!entry) return stopping
  const { media, programme } = entry.reel
  const filmStart = media ? media.startFrame : entry.extent.start
  const filmEnd = media ? frames(media.startFrame + media.frameCount) : entry.extent.end
  const neighbour = axis.reels[index + Math.sign(speed)]?.reel
  if (speed < 0) {
    if (!neighbour) return stopping
    const until = place.frame >= programme.start ? later(programme.start, filmStart) : filmStart
    const next = { reel: neighbour.id, frame: frames(neighbour.programme.end - 1) }
    return { until, next, endsStretch: false }
  }
  const until = neighbour && place.frame < programme.end ? earlier(programme.end, filmEnd) : filmEnd
  const stretchEnd = stretch && frames(stretch.end - entry.offset + entry.extent.start)
  if (stretchEnd !== null && stretchEnd <= until) return { until: stretchEnd, next: null, endsStretch: true }
  if (!neighbour) return { ...stopping, endsStretch: stretch !== null }
  const next = { reel: neighbour.id, frame: neighbour.programme.start }
  const endsHere = stretch !== null && (axisFrame(axis, next) ?? 0) >= stretch.end
  return { until, next: endsHere ? null : next, endsStretch: endsHere }
}

/** Seconds before and after a place that are played around it. */
export type Rolls = { readonly pre: number; readonly post: number }

/** The stretch of the axis from some seconds before an axis frame to some seconds after it, as far as there is film. */
export function rangeAround(axis: Axis, at: Frames, rate: FrameRate, { pre, post }: Rolls): FrameRange {
  const lasting = (seconds: number) => Math.round((seconds * rate.num) / rate.den)
  return {
    start: frames(Math.max(0, at - lasting(pre))),
    end: frames(Math.min(axis.length, at + Math.max(1, lasting(post)))),
  }
}
