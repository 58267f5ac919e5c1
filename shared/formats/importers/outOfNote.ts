import type { FrameRate } from '../../time/frameRate.ts'
import { framesPerDay } from '../../time/timecode.ts'
import { labelFrame } from './assumedRate.ts'

/** Takes apart a note that begins with the timecode of the out, as we write it where markers are points. */
export function outOfNote(note: string, frame: number, rate: FrameRate): { length: number; note: string } {
  const [whole, label = ''] = /^Out (\d{2}:\d{2}:\d{2}[:;]\d{2,3})(?:; |$)/.exec(note) ?? []
  const out = whole === undefined ? null : labelFrame(label, rate)
  if (whole === undefined || out === null) return { length: 1, note }
  const day = framesPerDay(rate)
  // Labels begin anew at midnight, frames do not.
  const length = (((out - frame) % day) + day) % day
  return length > 0 && length < day / 2 ? { length, note: note.slice(whole.length) } : { length: 1, note }
}
