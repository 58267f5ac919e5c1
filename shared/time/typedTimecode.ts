import { ok, type Problem, type Result, refuse } from '../result.ts'
import { type FrameRate, nominalRate } from './frameRate.ts'
import { type Frames, frames } from './frames.ts'
import {
  digitPairs,
  droppedLabel,
  formatTimecode,
  frameOfFields,
  frameOfLabel,
  framesPerDay,
  isDroppedLabel,
  type TimecodeFields,
  timecodeFields,
} from './timecode.ts'

/*
 * Typing rules of DaVinci Resolve: the right-most pair is frames, an empty place beside a full stop is a pair of zeroes,
 * pairs left out on the left keep the value they have now, and a leading sign moves from where one is.
 */

/** A whole label standing alone in pasted text, with nothing else in it that holds a digit. */
const pastedLabel = /^\D*?(\d{2}[:;.]\d{2}[:;.]\d{2}[:;.,]\d{2,3})\D*$/

/**
 * Reads what a person typed or pasted into a time field that shows `current`. With a sign it is a length, written as
 * lengths are shown at this rate, added to `current`; without one it is a label of the day in which `current` lies.
 */
export function parseTypedTimecode(text: string, rate: FrameRate, current: Frames): Result<Frames> {
  const trimmed = text.trim()
  const sign = /^[+\-\u2212\u2013]/.exec(trimmed)?.[0]
  const typed = sign === undefined ? (pastedLabel.exec(trimmed)?.[1] ?? trimmed) : trimmed.slice(1).trim()
  const groups = typedGroups(typed, rate)
  if (groups === undefined) return refuse(notTyped(text))
  return sign === undefined
    ? absolute(groups, trimmed, rate, current)
    : relative(groups, trimmed, rate, current, sign === '+' ? 1 : -1)
}

/** One to four numbers, the last of them frames; undefined where the text is no timecode. */
function typedGroups(text: string, rate: FrameRate): number[] | undefined {
  if (!/^[\d:;.,\s]*$/.test(text) || !/\d/.test(text)) return undefined
  const places = text.split(/\s*[:;.,]\s*|\s+/)
  const groups = places.flatMap((place, index) => {
    if (place === '') return ['0']
    return index === places.length - 1 ? digitPairs(place, rate) : evenPairs(place)
  })
  return groups.length <= 4 ? groups.map(Number) : undefined
}

/** Digits in twos from the right. */
function evenPairs(digits: string): string[] {
  return digits.padStart(digits.length + (digits.length % 2), '0').match(/\d\d/g) ?? []
}

function absolute(groups: readonly number[], text: string, rate: FrameRate, current: Frames): Result<Frames> {
  const day = framesPerDay(rate)
  const dayStart = Math.floor(current / day) * day
  const now = timecodeFields(frames(current - dayStart), rate)
  const kept = [now.hours, now.minutes, now.seconds, now.frames].slice(0, 4 - groups.length)
  const label = frameOfLabel(fieldsFrom([...kept, ...groups]), text, rate)
  return label.ok ? ok(frames(dayStart + label.value)) : label
}

function relative(
  groups: readonly number[],
  text: string,
  rate: FrameRate,
  current: Frames,
  direction: 1 | -1,
): Result<Frames> {
  const length = carried(fieldsFrom([...Array<number>(4 - groups.length).fill(0), ...groups]), rate)
  if (isDroppedLabel(length, rate)) {
    const problem = droppedLabel(length, rate)
    const signText = direction === 1 ? '+' : '-'
    return refuse({ ...problem, suggestion: `${signText}${problem.suggestion}` })
  }
  const moved = current + direction * frameOfFields(length, rate)
  if (moved >= 0) return ok(frames(moved))
  return refuse({
    message: 'That is before 00:00:00:00.',
    expected: `at most ${formatTimecode(current, rate)} back`,
    found: text,
    remedy: 'Type a smaller step, or the timecode itself.',
  })
}

/** A length with every place below its limit: 90 seconds become 1 minute 30. */
function carried(fields: TimecodeFields, rate: FrameRate): TimecodeFields {
  const nominal = nominalRate(rate)
  const seconds =
    (fields.hours * 60 + fields.minutes) * 60 + fields.seconds + Math.floor(fields.frames / nominal)
  return {
    hours: Math.floor(seconds / 3600),
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
    frames: fields.frames % nominal,
  }
}

function fieldsFrom(groups: readonly number[]): TimecodeFields {
  const [hours = 0, minutes = 0, seconds = 0, frame = 0] = groups
  return { hours, minutes, seconds, frames: frame }
}

function notTyped(text: string): Problem {
  return {
    message: 'This is not timecode.',
    expected: 'hours, minutes, seconds and frames, or fewer pairs from the right, or a length after + or -',
    found: text.trim() === '' ? 'nothing' : text,
    remedy: 'Type digits; a full stop stands for a pair of zeroes.',
  }
}
