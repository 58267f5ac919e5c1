import type { FrameRate } from '../../time/frameRate.ts'
import { rateName } from '../../time/frameRate.ts'
import { frameNearest, frames } from '../../time/frames.ts'
import { formatTimecode } from '../../time/timecode.ts'
import type { Assumed } from '../format.ts'
import { sayOtherwise } from './assumedRate.ts'

/** What a file in seconds is placed by, and what has to be said about it. */
export type TakenClock = {
  readonly rate: FrameRate
  readonly start: number
  readonly notes: readonly string[]
}

/** The frame grid for a file that counts real seconds from the picture's first frame. */
export function takenClock(assumed: Assumed | null): TakenClock {
  const rate = assumed?.rate ?? { num: 25, den: 1, dropFrame: false }
  const start = assumed?.start ?? frames(0)
  const notes = [
    ...(assumed
      ? []
      : [
          `The file has seconds and no frame rate; they were taken to the nearest frame at ${rateName(rate)}.`,
        ]),
    ...(assumed?.start == null
      ? [`Its first second was taken as ${formatTimecode(start, rate)}. ${sayOtherwise}`]
      : []),
  ]
  return { rate, start, notes }
}

/** A stretch from second to second on the frame grid; both ends are taken to their nearest frame. */
export function clockRange(
  from: number,
  to: number,
  { rate, start }: TakenClock,
): { frame: number; length: number } {
  if (!isPlausible(from) || !isPlausible(to)) return { frame: Number.NaN, length: Number.NaN }
  const first = frameNearest(from, rate)
  return { frame: start + first, length: Math.max(0, frameNearest(to, rate) - first) }
}

/** Some years of seconds, so that frames stay whole numbers. */
function isPlausible(seconds: number): boolean {
  return Number.isFinite(seconds) && Math.abs(seconds) < 50_000_000
}

/** Seconds of `H:MM:SS.mmm`, `MM:SS.mmm` or plain seconds, with a comma or a stop; NaN for anything else. */
export function clockSeconds(text: string): number {
  const match = /^\s*(?:(?:(\d{1,4}):)?(\d{1,3}):)?(\d{1,9})(?:[.,](\d{1,12}))?\s*$/.exec(text)
  if (!match) return Number.NaN
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = match
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(`${seconds}.${fraction}`)
}
