import {
  droppedPerMinute,
  type FrameRate,
  nominalRate,
  offeredRates,
  rateName,
  sameSpeed,
} from '../../time/frameRate.ts'
import { type Frames, frames } from '../../time/frames.ts'
import { framesPerDay, parseTimecode, timecodeFields } from '../../time/timecode.ts'
import type { Assumed } from '../format.ts'

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
    notes: [`${why}; it was read at ${rateName(nearest)}. Correct the rate if the picture has another one.`],
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

/** A place that labels are counted from: the assumed start, else the whole hour at or before the first label. */
export function takenStart(found: readonly number[], rate: FrameRate, assumed: Assumed | null): Frames {
  if (assumed?.start != null) return assumed.start
  const first = found.reduce((least, frame) => Math.min(least, frame), Number.POSITIVE_INFINITY)
  if (!Number.isSafeInteger(first) || first < 0) return frames(0)
  const { hours } = timecodeFields(frames(first), rate)
  return frames(Math.round((framesPerDay(rate) / 24) * hours))
}

/** The note on a start that a file does not state; none where it was given. */
export function startNotes(assumed: Assumed | null, label: string): readonly string[] {
  return assumed?.start == null
    ? [`The file does not say where the picture begins; ${label} was taken for its first frame.`]
    : []
}
