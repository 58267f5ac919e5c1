import { longestReaction } from '../../shared/ipc/settingsSchema.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { frames, milliseconds } from '../../shared/time/frames.ts'

/** Reads a reaction time as `200`, `200 ms`, or at the rate of an open production `5 fr`; gives whole milliseconds. */
export function parseReaction(text: string, rate: FrameRate | null): Result<number> {
  const read = /^(\d{1,6})\s*(ms|f|fr|frames?)?$/i.exec(text.trim())
  const count = Number(read?.[1])
  const isInFrames = /^f/i.test(read?.[2] ?? '')
  if (!read || (isInFrames && !rate)) return refuse(notATime(text))
  const time = isInFrames && rate ? milliseconds(frames(count), rate) : count
  return time <= longestReaction ? ok(time) : refuse(tooLong(time))
}

function notATime(text: string) {
  return {
    message: 'This is not a reaction time.',
    expected: 'milliseconds, as 200, or frames of the open production, as 5 fr',
    found: text.trim() === '' ? 'nothing' : text.trim(),
    remedy: 'Type 0 to leave marks where they are.',
  }
}

function tooLong(time: number) {
  return {
    message: 'Nobody takes that long to press a key.',
    expected: `at most ${longestReaction} ms`,
    found: `${time} ms`,
    remedy: 'Type less; 150 to 300 ms is usual.',
  }
}
