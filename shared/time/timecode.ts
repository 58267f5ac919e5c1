import { ok, type Problem, type Result, refuse } from '../result.ts'
import { droppedPerMinute, type FrameRate, nominalRate, rateName } from './frameRate.ts'
import { type Frames, frames } from './frames.ts'

/*
 * Drop-frame timecode skips labels, never frames: at 29.97 the labels ;00 and ;01 do not exist in the first second of
 * each minute, except every tenth, so that ten minutes of labels are 17 982 frames (SMPTE ST 12-1). A label is turned
 * into a frame by counting as if none were skipped and taking off those skipped so far; the way back first finds the
 * ten-minute block, whose length in frames is constant.
 */

/** The four numbers of a timecode label, each as printed. */
export type TimecodeFields = {
  readonly hours: number
  readonly minutes: number
  readonly seconds: number
  readonly frames: number
}

/** The label of a frame as numbers; hours run on past 24 and the frame must not be negative. */
export function timecodeFields(frame: Frames, rate: FrameRate): TimecodeFields {
  const nominal = nominalRate(rate)
  const dropped = droppedPerMinute(rate)
  const perMinute = nominal * 60 - dropped
  const perTenMinutes = perMinute * 10 + dropped
  const blocks = Math.floor(frame / perTenMinutes)
  const within = frame - blocks * perTenMinutes
  const minutesPast = within < nominal * 60 ? 0 : Math.floor((within - dropped) / perMinute)
  const label = frame + dropped * (9 * blocks + minutesPast)
  const totalSeconds = Math.floor(label / nominal)
  return {
    hours: Math.floor(totalSeconds / 3600),
    minutes: Math.floor(totalSeconds / 60) % 60,
    seconds: totalSeconds % 60,
    frames: label % nominal,
  }
}

/** Frames in one day of labels: 2 589 408 at 29.97 drop. */
export function framesPerDay(rate: FrameRate): Frames {
  return frameOfFields({ hours: 24, minutes: 0, seconds: 0, frames: 0 }, rate)
}

/** The frame that bears a label. The label must exist at this rate (`labelExists`); hours may run past 24. */
export function frameOfFields(fields: TimecodeFields, rate: FrameRate): Frames {
  const nominal = nominalRate(rate)
  const minutes = fields.hours * 60 + fields.minutes
  const skipped = droppedPerMinute(rate) * (minutes - Math.floor(minutes / 10))
  return frames((minutes * 60 + fields.seconds) * nominal + fields.frames - skipped)
}

/** Whether drop-frame numbering leaves this label out. */
export function isDroppedLabel(fields: TimecodeFields, rate: FrameRate): boolean {
  return fields.minutes % 10 !== 0 && fields.seconds === 0 && fields.frames < droppedPerMinute(rate)
}

/** Whether every field is in range and the label is not one that drop-frame leaves out. */
export function labelExists(fields: TimecodeFields, rate: FrameRate): boolean {
  return (
    fields.minutes < 60 &&
    fields.seconds < 60 &&
    fields.frames < nominalRate(rate) &&
    !isDroppedLabel(fields, rate)
  )
}

/** The label as text: HH:MM:SS:FF, a semicolon before the frames in drop-frame, three frame digits above 100 per second. */
export function fieldsText(fields: TimecodeFields, rate: FrameRate): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const separator = rate.dropFrame ? ';' : ':'
  return `${two(fields.hours)}:${two(fields.minutes)}:${two(fields.seconds)}${separator}${String(fields.frames).padStart(frameDigitCount(rate), '0')}`
}

/** A frame number as timecode, wrapped into 24 hours as a recorder would print it. */
export function formatTimecode(frame: Frames, rate: FrameRate): string {
  const day = framesPerDay(rate)
  return fieldsText(timecodeFields(frames(((frame % day) + day) % day), rate), rate)
}

/** A length or an offset as timecode: a minus sign when negative, hours not wrapped. */
export function formatSignedTimecode(count: Frames, rate: FrameRate): string {
  const text = fieldsText(timecodeFields(frames(Math.abs(count)), rate), rate)
  return count < 0 ? `-${text}` : text
}

/**
 * Reads an absolute label, counted from 00:00:00:00. Refuses labels that do not exist. The rate and not the separator
 * decides whether labels drop; digits without separators are read from the right, two to a field.
 */
export function parseTimecode(text: string, rate: FrameRate): Result<Frames> {
  const trimmed = text.trim()
  const separated = /^(\d{1,2})[:;.](\d{1,2})[:;.](\d{1,2})[:;.,](\d{1,3})$/.exec(trimmed)?.slice(1)
  const groups = separated ?? (/^\d{1,9}$/.test(trimmed) ? digitPairs(trimmed, rate) : [])
  if (groups.length === 0 || groups.length > 4) return refuse(notTimecode(text, rate))
  const [hours, minutes, seconds, frame] = [
    ...Array<number>(4 - groups.length).fill(0),
    ...groups.map(Number),
  ]
  return frameOfLabel({ hours, minutes, seconds, frames: frame } as TimecodeFields, text, rate)
}

/** The frame that bears a label of the first day, or the Problem of one that does not exist; `text` is what was typed. */
export function frameOfLabel(fields: TimecodeFields, text: string, rate: FrameRate): Result<Frames> {
  const last = nominalRate(rate) - 1
  if (fields.hours > 23) return refuse(outOfRange(text, 'hours from 00 to 23'))
  if (fields.minutes > 59) return refuse(outOfRange(text, 'minutes from 00 to 59'))
  if (fields.seconds > 59) return refuse(outOfRange(text, 'seconds from 00 to 59'))
  if (fields.frames > last) return refuse(outOfRange(text, `frames from 00 to ${last} at ${rateName(rate)}`))
  if (isDroppedLabel(fields, rate)) return refuse(droppedLabel(fields, rate))
  return ok(frameOfFields(fields, rate))
}

/** Digits without separators as fields, read from the right: as many frame digits as a label prints, else pairs. */
export function digitPairs(digits: string, rate: FrameRate): string[] {
  const frameDigits = frameDigitCount(rate)
  const pairs: string[] = [digits.slice(-frameDigits)]
  for (let end = digits.length - frameDigits; end > 0; end -= 2) {
    pairs.unshift(digits.slice(Math.max(0, end - 2), end))
  }
  return pairs
}

/** How many digits the frames of a label are printed with. */
function frameDigitCount(rate: FrameRate): number {
  return nominalRate(rate) > 100 ? 3 : 2
}

/** The Problem for a label that drop-frame leaves out, with the next real label as its suggestion. */
export function droppedLabel(fields: TimecodeFields, rate: FrameRate): Problem {
  const next = fieldsText({ ...fields, frames: droppedPerMinute(rate) }, rate)
  const found = fieldsText(fields, rate)
  return {
    message: `${found} does not exist in drop-frame timecode.`,
    expected: `a label that ${rateName(rate)} has`,
    found,
    remedy: `Use ${next}, the next label that exists.`,
    suggestion: next,
  }
}

function notTimecode(text: string, rate: FrameRate): Problem {
  return {
    message: 'This is not timecode.',
    expected: `HH:MM:SS${rate.dropFrame ? ';' : ':'}FF`,
    found: text.trim() === '' ? 'nothing' : text,
    remedy: 'Type hours, minutes, seconds and frames.',
  }
}

function outOfRange(text: string, expected: string): Problem {
  return {
    message: 'This timecode does not exist.',
    expected,
    found: text,
    remedy: 'Correct the number that is out of range.',
  }
}
