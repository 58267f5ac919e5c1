import type { Marker, MarkerList } from '../../sheet/markerList.ts'
import { type Frames, frames, milliseconds, samplesBefore } from '../../time/frames.ts'
import { formatTimecode } from '../../time/timecode.ts'

/** Timecode of a marker's first frame, and of the first frame after it. */
export function markerLabels({ frame, length }: Marker, { rate }: MarkerList): { in: string; out: string } {
  return { in: formatTimecode(frame, rate), out: formatTimecode(frames(frame + length), rate) }
}

/** Frames of a marker from the first frame of its list; `end` is excluded. */
export function framesFromStart(
  { frame, length }: Marker,
  { start }: MarkerList,
): { start: Frames; end: Frames } {
  return { start: frames(frame - start), end: frames(frame - start + length) }
}

/** Real seconds with six decimals, half up. */
export function secondsText(count: Frames, { rate }: MarkerList): string {
  const text = String(samplesBefore(count, rate, 1_000_000)).padStart(7, '0')
  return `${text.slice(0, -6)}.${text.slice(-6)}`
}

/** Real time as `HH:MM:SS,mmm`, half up, with the separator that is asked for. */
export function clockText(count: Frames, { rate }: MarkerList, separator: ',' | '.'): string {
  const thousandths = milliseconds(count, rate)
  const two = (value: number) => String(value).padStart(2, '0')
  const seconds = Math.floor(thousandths / 1000)
  const rest = String(thousandths % 1000).padStart(3, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${separator}${rest}`
}

/** A marker's note behind the timecode of its end, for targets whose markers are points. */
export function noteWithOut(marker: Marker, list: MarkerList): string {
  if (marker.length === 1) return marker.note
  return [`Out ${markerLabels(marker, list).out}`, marker.note].filter(Boolean).join('; ')
}
