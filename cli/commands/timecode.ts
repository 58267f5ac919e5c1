import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { exactSecondsText } from '../../shared/sheet/duration.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { rateName } from '../../shared/time/frameRate.ts'
import { type Frames, frames, framesLasting } from '../../shared/time/frames.ts'
import { parseRate } from '../../shared/time/parseRate.ts'
import {
  formatSignedTimecode,
  formatTimecode,
  framesPerDay,
  parseTimecode,
} from '../../shared/time/timecode.ts'
import { type ExitCode, exitCode } from '../exitCode.ts'
import { refused } from '../refused.ts'
import { readStandardInput, standardStream } from '../standardInput.ts'
import type { Terminal } from '../terminal.ts'

/** What the user asked for: one of the subcommands, its operands, and the rates. */
export type TimecodeRequest = {
  readonly operation: 'parse' | 'format' | 'convert' | 'add' | 'subtract' | 'duration'
  readonly operands: readonly string[]
  readonly rate: string
  /** The rate to convert to. */
  readonly to?: string
  /** What stays the same when a rate is converted: the instant, or the number of the frame. */
  readonly keep?: string
  readonly json: boolean
}

/** An answer: the line that is printed, and the same for programs. */
type Answer = { readonly line: string; readonly figures: Readonly<Record<string, unknown>> }

/** Reckons with timecode. Of several operands one that is refused refuses all, and nothing is printed. */
export async function reckonTimecode(request: TimecodeRequest, terminal: Terminal): Promise<ExitCode> {
  const rate = parseRate(request.rate)
  if (!rate.ok) return refused(rate.problem, terminal)
  const operands = await operandsOf(request)
  if (!operands.ok) return refused(operands.problem, terminal)
  const answers = answersTo(request, operands.value, rate.value)
  if (!answers.ok) return refused(answers.problem, terminal)
  for (const { line, figures } of answers.value) terminal.out(request.json ? JSON.stringify(figures) : line)
  return exitCode.ok
}

/** A single hyphen stands for the lines of standard input. */
async function operandsOf({ operands }: TimecodeRequest): Promise<Result<readonly string[]>> {
  if (operands.length !== 1 || operands[0] !== standardStream) return ok(operands)
  const text = await readStandardInput()
  return text.ok ? ok(text.value.split(/\r?\n/).filter((line) => line.trim() !== '')) : text
}

function answersTo(
  request: TimecodeRequest,
  operands: readonly string[],
  rate: FrameRate,
): Result<readonly Answer[]> {
  switch (request.operation) {
    case 'parse':
      return each(operands, (text) => parsed(text, rate))
    case 'format':
      return each(operands, (text) => formatted(text, rate))
    case 'convert':
      return converted(request, operands, rate)
    case 'add':
      return one(summed(operands, rate, 1))
    case 'subtract':
      return one(summed(operands, rate, -1))
    case 'duration':
      return one(lasting(operands, rate))
  }
}

function each(texts: readonly string[], make: (text: string) => Result<Answer>): Result<readonly Answer[]> {
  const answers: Answer[] = []
  for (const text of texts) {
    const answer = make(text)
    if (!answer.ok) return answer
    answers.push(answer.value)
  }
  return ok(answers)
}

function one(answer: Result<Answer>): Result<readonly Answer[]> {
  return answer.ok ? ok([answer.value]) : answer
}

function parsed(text: string, rate: FrameRate): Result<Answer> {
  const frame = parseTimecode(text, rate)
  if (!frame.ok) return frame
  return ok({ line: String(frame.value), figures: figuresOf(frame.value, rate) })
}

function formatted(text: string, rate: FrameRate): Result<Answer> {
  const frame = frameNumber(text, rate)
  if (!frame.ok) return frame
  return ok({ line: formatTimecode(frame.value, rate), figures: figuresOf(frame.value, rate) })
}

/** A frame number of the first day; further ones have no label of their own. */
function frameNumber(text: string, rate: FrameRate): Result<Frames> {
  const last = framesPerDay(rate) - 1
  const frame = /^\d{1,15}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN
  if (frame <= last) return ok(frames(frame))
  return refuse({
    message: 'This is not the number of a frame.',
    expected: `a whole number from 0 to ${last}, the frames of a day at ${rateName(rate)}`,
    found: text,
    remedy: 'Count frames from timecode 00:00:00:00.',
  })
}

function converted(
  { to, keep }: TimecodeRequest,
  operands: readonly string[],
  rate: FrameRate,
): Result<readonly Answer[]> {
  const target = parseRate(to ?? '')
  if (!target.ok) return target
  if (keep !== 'time' && keep !== 'frames') return refuse(unknownKeep(keep ?? ''))
  return each(operands, (text) => {
    const frame = parseTimecode(text, rate)
    if (!frame.ok) return frame
    const there = keep === 'frames' ? frame.value : framesLasting(frame.value, rate, target.value)
    const inDay = frameNumber(String(there), target.value)
    if (!inDay.ok) return refuse(outOfDay(text, target.value))
    const isExact = keep === 'frames' || framesLasting(there, target.value, rate) === frame.value
    const figures = { ...figuresOf(there, target.value), exact: isExact }
    return ok({ line: formatTimecode(there, target.value), figures })
  })
}

function summed([first = '', ...lengths]: readonly string[], rate: FrameRate, sign: 1 | -1): Result<Answer> {
  const start = parseTimecode(first, rate)
  if (!start.ok) return start
  let sum: number = start.value
  for (const text of lengths) {
    const length = parseTimecode(text, rate)
    if (!length.ok) return length
    sum += sign * length.value
  }
  if (sum < 0 || sum >= framesPerDay(rate)) return refuse(outOfDay(sum < 0 ? 'before' : 'after', rate))
  const frame = frames(sum)
  return ok({ line: formatTimecode(frame, rate), figures: figuresOf(frame, rate) })
}

function lasting([first = '', second = '']: readonly string[], rate: FrameRate): Result<Answer> {
  const start = parseTimecode(first, rate)
  if (!start.ok) return start
  const end = parseTimecode(second, rate)
  if (!end.ok) return end
  if (end.value < start.value) return refuse(backwards(first, second))
  const length = frames(end.value - start.value)
  const timecode = formatSignedTimecode(length, rate)
  const seconds = exactSecondsText(length, rate)
  return ok({
    line: `${timecode}\t${length}\t${seconds}`,
    figures: { timecode, frames: length, seconds: Number(seconds), rate: rateName(rate) },
  })
}

function figuresOf(frame: Frames, rate: FrameRate): Answer['figures'] {
  return { timecode: formatTimecode(frame, rate), frame, rate: rateName(rate) }
}

function outOfDay(found: string, rate: FrameRate): Problem {
  return {
    message: 'There is no timecode for this.',
    expected: `a result from 00:00:00:00 to ${formatTimecode(frames(framesPerDay(rate) - 1), rate)}`,
    found: found === 'before' || found === 'after' ? `one ${found} that` : found,
    remedy: 'Give another timecode or length.',
  }
}

function backwards(start: string, end: string): Problem {
  return {
    message: 'The out lies before the in.',
    expected: `an out at or after ${start}`,
    found: end,
    remedy: 'Give the in first. The out is the first frame that is not inside.',
  }
}

function unknownKeep(found: string): Problem {
  return {
    message: 'There is no such way to convert.',
    expected: 'time, or frames',
    found: found === '' ? 'nothing' : found,
    remedy:
      '--keep time finds the frame on show at the same instant; --keep frames writes the same frame’s label anew.',
  }
}
