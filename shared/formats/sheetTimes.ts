import { durationText } from '../sheet/duration.ts'
import type { SheetTime } from '../sheet/sheetRow.ts'
import { type Choice, chosen, type OptionValues, rounding } from './exportOptions.ts'

/** Where a row's music plays, in whole seconds of one clock; the out is the in and the reported duration. */
export type PrintedTime = { readonly start: number; readonly end: number; readonly seconds: number }

/** In and out as the option for time zero has them. */
export function printedTime(
  time: SheetTime,
  timeZero: Choice<'programme' | 'picture'>,
  values: OptionValues,
): PrintedTime {
  const start = chosen(timeZero, values) === 'picture' ? secondsOfLabel(time.timecodeIn) : time.startSeconds
  return { start, end: start + time.seconds, seconds: time.seconds }
}

/** `HH:MM:SS`. */
export function clockText(seconds: number): string {
  return clockParts(seconds).join(':')
}

/** Hours, minutes and seconds, two digits each. */
export function clockParts(seconds: number): readonly [string, string, string] {
  return [
    twoDigits(Math.floor(seconds / 3600)),
    twoDigits(Math.floor(seconds / 60) % 60),
    twoDigits(seconds % 60),
  ]
}

/** At least two digits. */
export function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/** A timecode label without its frames: cut, not rounded. */
export function wholeLabel(timecode: string): string {
  return timecode.replace(/[:;.]\d+$/, '')
}

/** A duration as the option for rounding has it: `01:35` or `01:35.429`. */
export function shownDuration({ seconds, exactSeconds }: SheetTime, values: OptionValues): string {
  if (chosen(rounding, values) === 'seconds') return durationText(seconds)
  const [whole = '0', thousandths = '000'] = exactSeconds.split('.')
  return `${durationText(Number(whole))}.${thousandths}`
}

function secondsOfLabel(timecode: string): number {
  return wholeLabel(timecode)
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0)
}
