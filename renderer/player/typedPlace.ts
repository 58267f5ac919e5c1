import type { Place } from '../../shared/edits/cueSpans.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { contains } from '../../shared/time/frameRange.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'
import { parseTypedTimecode } from '../../shared/time/typedTimecode.ts'
import { type Axis, axisFrame, placeAt, reelExtent } from '../timeline/axis.ts'

/**
 * The place that a typed timecode names, seen from where the playhead is. A length after a sign runs on over reel changes.
 * A label may be borne by several reels: the present one is preferred, then one whose programme holds it.
 */
export function typedPlace(text: string, rate: FrameRate, axis: Axis, from: Place): Result<Place> {
  const typed = parseTypedTimecode(text, rate, from.frame)
  if (!typed.ok) return typed
  if (/^\s*[+\-\u2212\u2013]/.test(text)) return movedBy(typed.value - from.frame, text, rate, axis, from)
  const reel = reelWith(axis, typed.value, from)
  return reel ? ok({ reel, frame: typed.value }) : refuse(nowhere(typed.value, rate, axis))
}

function reelWith(axis: Axis, frame: Frames, from: Place): Place['reel'] | null {
  const bearing = axis.reels.filter(({ reel }) => contains(reelExtent(reel), frame)).map(({ reel }) => reel)
  const found =
    bearing.find(({ id }) => id === from.reel) ??
    bearing.find(({ programme }) => contains(programme, frame)) ??
    bearing[0]
  return found?.id ?? null
}

function movedBy(by: number, text: string, rate: FrameRate, axis: Axis, from: Place): Result<Place> {
  const start = axisFrame(axis, from)
  const target = (start ?? 0) + by
  const place = target >= 0 && target < axis.length ? placeAt(axis, frames(target)) : null
  if (place) return ok(place)
  const edge = placeAt(axis, frames(by < 0 ? 0 : Math.max(0, axis.length - 1)))
  const label = edge ? formatTimecode(edge.frame, rate) : ''
  return refuse({
    message: by < 0 ? 'That is before the first frame.' : 'That is after the last frame.',
    expected: `a step that stays between the first and the last frame of the reels`,
    found: text.trim(),
    remedy: `Type a smaller step. The ${by < 0 ? 'first' : 'last'} frame is ${label}.`,
    ...(label ? { suggestion: label } : {}),
  })
}

function nowhere(frame: Frames, rate: FrameRate, axis: Axis) {
  const extents = axis.reels.map(({ reel }) => {
    const { start, end } = reelExtent(reel)
    return `${reel.label || 'Reel'} ${formatTimecode(start, rate)} to ${formatTimecode(frames(end - 1), rate)}`
  })
  return {
    message: `No reel has ${formatTimecode(frame, rate)}.`,
    expected: extents.length > 0 ? extents.join('; ') : 'a production with a reel',
    found: formatTimecode(frame, rate),
    remedy: 'Type a timecode of the picture that is here.',
  }
}
