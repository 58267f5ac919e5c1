import {
  droppedPerMinute,
  type FrameRate,
  nominalRate,
  offeredRates,
  rateName,
  sameSpeed,
} from '../../time/frameRate.ts'
import { type Frames, frames } from '../../time/frames.ts'
import { formatTimecode, framesPerDay, parseTimecode, timecodeFields } from '../../time/timecode.ts'
import type { Assumed } from '../format.ts'

/** How the rate and the start of a list come from somewhere else. */
export const sayOtherwise = 'To say otherwise, import it while the film is open, or on the command line.'

/** A rate, and what has to be said about how it was come by. */
export type TakenRate = { readonly rate: FrameRate; readonly notes: readonly string[] }

/** What labels of a file tell of its rate. */
export type LabelFacts = {
  /** Null where the file does not say whether its timecode drops frames. */
  readonly dropFrame: boolean | null
  /** The greatest number in the place of the frames. */
  readonly highest: number
}

/** Facts of labels as they are written: a semicolon or comma before the frames says drop-frame. */
export function factsOfLabels(labels: readonly string[], stated: boolean | null): LabelFacts {
  let highest = 0
  let marked = false
  for (const label of labels) {
    const [, separator, last] = /([:;.,])(\d{1,3})\s*$/.exec(label) ?? []
    if (last !== undefined) highest = Math.max(highest, Number(last))
    if (separator === ';' || separator === ',') marked = true
  }
  return { highest, dropFrame: marked ? true : stated }
}

/** The rate of a file that does not state it: the assumed one if its labels allow that, else the nearest that they allow. */
export function takenRate({ dropFrame, highest }: LabelFacts, assumed: Assumed | null): TakenRate {
  const fits = (rate: FrameRate) =>
    highest < nominalRate(rate) && (dropFrame === null || rate.dropFrame === dropFrame)
  if (assumed && fits(assumed.rate)) return { rate: assumed.rate, notes: [] }
  const sameRate = assumed && offeredRates.find((rate) => sameSpeed(rate, assumed.rate) && fits(rate))
  if (assumed && sameRate) {
    return {
      rate: sameRate,
      notes: [`The file counts its timecode as ${rateName(sameRate)}, not as ${rateName(assumed.rate)}.`],
    }
  }
  const nearest = usualRates.find(fits) ?? usualRates[0] ?? offeredRates[0]
  if (!nearest) throw new RangeError('no rates')
  const why = assumed
    ? `Its timecode cannot be of ${rateName(assumed.rate)}`
    : 'The file does not say its frame rate'
  return {
    rate: nearest,
    notes: [`${why}; it was read at ${rateName(nearest)}. ${sayOtherwise}`],
  }
}

/** By how far labels tell them apart: 24 where no frame above 23 occurs, and so on. */
const usualRates = offeredRates
  .filter((rate) => nominalRate(rate) !== 24 || rate.den === 1)
  .toSorted(
    (a, b) => nominalRate(a) - nominalRate(b) || b.den - a.den || droppedPerMinute(a) - droppedPerMinute(b),
  )

/** Reads a label; null for one that names no frame. */
export function labelFrame(label: string, rate: FrameRate): Frames | null {
  const read = parseTimecode(label.trim().replace(/,(\d{2,3})$/, ';$1'), rate)
  return read.ok ? read.value : null
}

/** A marker from label to label; an out before the in lies past midnight. Null where one of the two names no frame. */
export function labelSpan(
  from: string,
  to: string,
  rate: FrameRate,
): { readonly frame: number; readonly length: number } | null {
  const frame = labelFrame(from, rate)
  const end = labelFrame(to, rate)
  if (frame === null || end === null) return null
  const length = end - frame
  const overnight = length + framesPerDay(rate)
  return { frame, length: length < 0 && overnight < framesPerDay(rate) / 2 ? overnight : length }
}

/** Markers on the timecode of the picture, where that begins, and what has to be said about it. */
export type PlacedLabels<Marker> = {
  readonly found: readonly Marker[]
  readonly start: Frames
  readonly notes: readonly string[]
}

/**
 * Finds where the picture begins: at the assumed start, if the labels lie behind it, else at the whole hour at or before the first of
 * them. Of a picture that begins late in the evening, small labels are those of the next day.
 */
export function placedLabels<Marker extends { readonly frame: number }>(
  labels: readonly Marker[],
  rate: FrameRate,
  assumed: Assumed | null,
): PlacedLabels<Marker> {
  const day = framesPerDay(rate)
  const start = assumed?.start ?? null
  const isEvening = start !== null && start > day * (5 / 6)
  const found = labels.map((marker) => {
    const later = marker.frame + day
    return isEvening && marker.frame < start && later - start < day / 4 ? { ...marker, frame: later } : marker
  })
  const first = found.reduce((least, { frame }) => Math.min(least, frame), Number.POSITIVE_INFINITY)
  if (start !== null && first >= start) return { found, start, notes: [] }
  const isPlace = Number.isSafeInteger(first) && first >= 0
  const hour = isPlace ? Math.round((day / 24) * timecodeFields(frames(first), rate).hours) : 0
  const taken = `${formatTimecode(frames(hour), rate)} was taken for its first frame.`
  const why =
    start === null
      ? 'The file does not say where the picture begins'
      : `The timecode of the file does not lie behind the start of the picture, ${formatTimecode(start, rate)}, and may be that of another film or version`
  return { found, start: frames(hour), notes: [`${why}; ${taken}`] }
}
