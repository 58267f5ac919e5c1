import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rangeLength } from './frameRange.ts'
import { droppedPerMinute, type FrameRate, makeFrameRate, nominalRate } from './frameRate.ts'
import {
  type Frames,
  frameAt,
  frameNearest,
  frames,
  milliseconds,
  samplesBefore,
  startOfFrame,
} from './frames.ts'
import {
  formatSignedTimecode,
  formatTimecode,
  frameOfFields,
  framesPerDay,
  parseTimecode,
} from './timecode.ts'
import { parseTypedTimecode } from './typedTimecode.ts'

type OracleRate = {
  readonly num: number
  readonly den: number
  readonly nominal: number
  readonly dropPerMinute: number
  readonly frames: readonly {
    readonly frame: number
    readonly tc: string
    readonly tcWrapped: string
    readonly secondsExact: string
    readonly seconds: string
  }[]
  readonly secondsToFrame: readonly {
    readonly seconds: string
    readonly floor: number
    readonly nearest: number
  }[]
  readonly invalid: readonly { readonly text: string; readonly why: string }[]
  readonly lenient: readonly { readonly text: string; readonly frame: number; readonly canonical: string }[]
  readonly ranges: readonly {
    readonly in: string
    readonly outExclusive: string
    readonly durationFrames: number
    readonly duration: string
    readonly durationSecondsExact: string
    readonly outInclusive: string
  }[]
  readonly samples: readonly {
    readonly frame: number
    readonly sampleRate: number
    readonly samplesNearest: number
  }[]
}

type Oracle = {
  readonly rates: Readonly<Record<string, OracleRate>>
  readonly facts: readonly {
    readonly rate: string
    readonly framesPerTenMinutes: number
    readonly framesPerHour: number
    readonly framesPerDay: number
    readonly droppedPerDay: number
  }[]
}

const oracle: Oracle = JSON.parse(
  readFileSync(new URL('./fixtures/timecodeCases.json', import.meta.url), 'utf8'),
)

function rateOf(name: string): FrameRate {
  const entry = oracle.rates[name]
  if (!entry) throw new Error(`the oracle has no rate ${name}`)
  const made = makeFrameRate(entry.num, entry.den, entry.dropPerMinute > 0)
  if (!made.ok) throw new Error(made.problem.message)
  return made.value
}

function accepted(text: string, rate: FrameRate): Frames {
  const parsed = parseTimecode(text, rate)
  if (!parsed.ok) throw new Error(`${text} was refused: ${parsed.problem.message}`)
  return parsed.value
}

/** Whole milliseconds of a fraction of seconds, half up. */
function millisecondsOf(fraction: string): number {
  const [numerator = 0, denominator = 1] = fraction.split('/').map(Number)
  return Math.floor((2000 * numerator + denominator) / (2 * denominator))
}

describe.each(Object.keys(oracle.rates))('the timecode oracle at %s', (name) => {
  const rate = rateOf(name)
  const cases = oracle.rates[name] as OracleRate

  it('has the nominal rate and the dropped labels', () => {
    expect(nominalRate(rate)).toBe(cases.nominal)
    expect(droppedPerMinute(rate)).toBe(cases.dropPerMinute)
  })

  it('labels every frame, signed and wrapped into a day', () => {
    for (const { frame, tc, tcWrapped } of cases.frames) {
      expect(formatSignedTimecode(frames(frame), rate)).toBe(tc)
      expect(formatTimecode(frames(frame), rate)).toBe(tcWrapped)
    }
  })

  it('reads every wrapped label back to its frame', () => {
    const day = framesPerDay(rate)
    for (const { frame, tcWrapped } of cases.frames) {
      expect(accepted(tcWrapped, rate)).toBe(((frame % day) + day) % day)
    }
  })

  it('puts every frame at its exact second', () => {
    for (const { frame, secondsExact, seconds } of cases.frames) {
      const [numerator = 0, denominator = 1] = secondsExact.split('/').map(Number)
      expect(startOfFrame(frames(frame), rate)).toBe(frame === 0 ? 0 : numerator / denominator)
      expect(startOfFrame(frames(frame), rate)).toBeCloseTo(Number(seconds), 8)
      expect(milliseconds(frames(frame), rate)).toBe(millisecondsOf(secondsExact))
    }
  })

  it('finds the frame on show and the nearest frame of a decimal number of seconds', () => {
    for (const { seconds, floor, nearest } of cases.secondsToFrame) {
      expect(frameAt(Number(seconds), rate)).toBe(floor)
      expect(frameNearest(Number(seconds), rate)).toBe(nearest)
    }
  })

  it.each(cases.invalid)('refuses "$text" ($why) in words', ({ text, why }) => {
    const parsed = parseTimecode(text, rate)
    expect(parsed.ok).toBe(false)
    if (parsed.ok) return
    expect(parsed.problem.remedy).not.toBe('')
    if (why !== 'dropped label') return
    const next = formatTimecode(frames(accepted(parsed.problem.suggestion ?? '', rate)), rate)
    expect(next).toBe(text.replace(/;\d+$/, `;${String(cases.dropPerMinute).padStart(text.length - 9, '0')}`))
  })

  it('accepts other spellings of a label', () => {
    for (const { text, frame, canonical } of cases.lenient) {
      expect(accepted(text, rate), text).toBe(frame)
      expect(formatTimecode(accepted(text, rate), rate)).toBe(canonical)
    }
  })

  it('accepts the same spellings where a person types, from the start of the day', () => {
    for (const { text, frame } of cases.lenient) {
      expect(parseTypedTimecode(text, rate, frames(0)), text).toEqual({ ok: true, value: frame })
    }
  })

  it('measures ranges with an excluded end', () => {
    for (const range of cases.ranges) {
      const start = accepted(range.in, rate)
      const end = accepted(range.outExclusive, rate)
      const length = rangeLength({ start, end })
      expect(length).toBe(range.durationFrames)
      expect(formatSignedTimecode(length, rate)).toBe(range.duration)
      expect(milliseconds(length, rate)).toBe(millisecondsOf(range.durationSecondsExact))
      expect(formatTimecode(frames(end - 1), rate)).toBe(range.outInclusive)
    }
  })

  it('counts audio samples before a frame', () => {
    for (const { frame, sampleRate, samplesNearest } of cases.samples) {
      expect(samplesBefore(frames(frame), rate, sampleRate)).toBe(samplesNearest)
    }
  })
})

it('has the published totals of every rate', () => {
  for (const fact of oracle.facts) {
    const rate = rateOf(fact.rate)
    const zero = { hours: 0, minutes: 0, seconds: 0, frames: 0 }
    expect(frameOfFields({ ...zero, minutes: 10 }, rate)).toBe(fact.framesPerTenMinutes)
    expect(frameOfFields({ ...zero, hours: 1 }, rate)).toBe(fact.framesPerHour)
    expect(framesPerDay(rate)).toBe(fact.framesPerDay)
    expect(nominalRate(rate) * 86_400 - framesPerDay(rate)).toBe(fact.droppedPerDay)
  }
})
