import type { Marker, MarkerList } from '../../sheet/markerList.ts'
import { type Frames, frames } from '../../time/frames.ts'
import { clockText, framesFromStart } from './markerTimes.ts'

/** When a marker's text is on screen, counted from the film's first frame; a note stays for a second. */
export function subtitleTimes(marker: Marker, list: MarkerList, separator: ',' | '.'): string {
  const { start, end } = framesFromStart(marker, list)
  const oneSecond = Math.ceil(list.rate.num / list.rate.den)
  const until: Frames = marker.kind === 'note' ? frames(start + oneSecond) : end
  return `${clockText(start, list, separator)} --> ${clockText(until, list, separator)}`
}
