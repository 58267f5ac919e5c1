import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FrameRate, nominalRate, offeredRates } from '../../shared/time/frameRate.ts'
import { frames } from '../../shared/time/frames.ts'
import { formatTimecode, parseTimecode, timecodeFields } from '../../shared/time/timecode.ts'
import { rulerSteps, rulerTicks, shadesFrames, type Tick } from './ruler.ts'
import { type Viewport, visibleFrames } from './viewport.ts'

const film: FrameRate = { num: 24, den: 1, dropFrame: false }
const drop: FrameRate = { num: 30000, den: 1001, dropFrame: true }
const drop60: FrameRate = { num: 60000, den: 1001, dropFrame: true }

function viewAt(first: number, pixelsPerFrame: number, width = 1500): Viewport {
  return { extent: { start: frames(0), end: frames(10_000_000) }, width, first, pixelsPerFrame }
}

function frameOf(label: string, rate: FrameRate): number {
  const parsed = parseTimecode(label, rate)
  if (!parsed.ok) throw new Error(label)
  return parsed.value
}

const labels = (ticks: readonly Tick[]): string[] => ticks.flatMap(({ label }) => label ?? [])

/** A frame's place among all labels, dropped ones counted. */
function place(frame: number, rate: FrameRate): number {
  const fields = timecodeFields(frames(frame), rate)
  return ((fields.hours * 60 + fields.minutes) * 60 + fields.seconds) * nominalRate(rate) + fields.frames
}

describe('steps', () => {
  it.each([
    [100, 1, 1],
    [50, 2, 1],
    [20, 6, 1],
    [10, 12, 1],
    [4, 24, 2],
    [2, 48, 3],
    [1.9, 120, 24],
    [0.5, 240, 24],
    [0.1, 1440, 120],
    [0.01, 14_400, 720],
    [0.001, 172_800, 7200],
  ])('at %s px per frame and 24 per second are %s and %s labels', (pixelsPerFrame, majorStep, minorStep) => {
    expect(rulerSteps(pixelsPerFrame, film)).toEqual({ majorStep, minorStep })
  })

  it('leave room for labels and ticks at any zoom and rate, and finer ones divide coarser ones', () => {
    const anyZoom = fc.double({ min: -12, max: 6, noNaN: true }).map((power) => 2 ** power)
    fc.assert(
      fc.property(anyZoom, fc.constantFrom(...offeredRates), (pixelsPerFrame, rate) => {
        const { majorStep, minorStep } = rulerSteps(pixelsPerFrame, rate)
        expect(majorStep * pixelsPerFrame).toBeGreaterThanOrEqual(96)
        expect(minorStep * pixelsPerFrame).toBeGreaterThanOrEqual(6)
        expect(majorStep % minorStep).toBe(0)
        if (pixelsPerFrame < 2) expect(minorStep % nominalRate(rate)).toBe(0)
        if (majorStep < nominalRate(rate)) expect(nominalRate(rate) % majorStep).toBe(0)
      }),
    )
  })
})

describe('ticks', () => {
  it('stand on round labels although the reel starts between them', () => {
    const start = frameOf('00:58:37:11', film)
    const { ticks } = rulerTicks(viewAt(start, 0.5), film)
    expect(
      labels(ticks)
        .filter((label) => label >= '00:58:37')
        .slice(0, 7),
    ).toEqual([
      '00:58:40:00',
      '00:58:50:00',
      '00:59:00:00',
      '00:59:10:00',
      '00:59:20:00',
      '00:59:30:00',
      '00:59:40:00',
    ])
  })

  it('stand on the first label that exists where drop-frame leaves the round one out', () => {
    const { ticks } = rulerTicks(viewAt(frameOf('01:00:00;00', drop), 0.06), drop)
    expect(labels(ticks).slice(0, 4)).toEqual(['00:58:00;02', '00:59:00;02', '01:00:00;00', '01:01:00;02'])
    const wide = rulerTicks(viewAt(frameOf('01:00:58;00', drop60), 1), drop60)
    expect(labels(wide.ticks)).toContain('01:01:00;04')
  })

  it('one second apart are 28 to 30 frames apart in drop-frame, one minute 1 798 to 1 800', () => {
    const gaps = (pixelsPerFrame: number): Set<number> => {
      const { ticks } = rulerTicks(viewAt(50_000, pixelsPerFrame, 20_000 * pixelsPerFrame), drop)
      return new Set(ticks.slice(1).map((tick, index) => tick.frame - (ticks[index] as Tick).frame))
    }
    expect([...gaps(0.3)].toSorted()).toEqual([28, 30])
    expect([...gaps(0.005)].toSorted()).toEqual([1798, 1800])
  })

  it('never write one label over another where a second begins late', () => {
    for (const [rate, pixelsPerFrame] of [
      [drop, 19.5],
      [drop, 33],
      [drop60, 33],
      [drop60, 16.5],
    ] as const) {
      const second = frameOf('01:01:00;04', rate)
      const { ticks } = rulerTicks(viewAt(second - 20, pixelsPerFrame, 2000), rate)
      expect(new Set(ticks.map(({ frame }) => frame)).size).toBe(ticks.length)
      const labelled = ticks
        .filter(({ label }) => label !== undefined)
        .map(({ frame }) => frame * pixelsPerFrame)
      labelled.slice(1).forEach((x, index) => {
        expect(x - (labelled[index] as number)).toBeGreaterThanOrEqual(72)
      })
    }
  })

  it('are those that walking every label of the window finds, and each label is its own frame', () => {
    const anyZoom = fc.double({ min: -6, max: 6, noNaN: true }).map((power) => 2 ** power)
    fc.assert(
      fc.property(
        fc.constantFrom(...offeredRates),
        anyZoom,
        fc.nat(5_000_000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rate, pixelsPerFrame, frame, part) => {
          const view = viewAt(frame + part, pixelsPerFrame)
          const { ticks, minorStep, majorStep } = rulerTicks(view, rate)
          const { start, end } = visibleFrames(view)
          const isRound = (at: number, step: number): boolean =>
            at === 0 || Math.floor(place(at, rate) / step) > Math.floor(place(at - 1, rate) / step)
          const walked: number[] = []
          for (let at: number = start; at <= end; at += 1) if (isRound(at, minorStep)) walked.push(at)
          const inside = ticks.filter((tick) => tick.frame >= start)
          expect(inside.map((tick) => tick.frame)).toEqual(walked)
          for (const tick of ticks) {
            if (tick.label === undefined) continue
            expect(tick.label).toBe(formatTimecode(tick.frame, rate))
            expect(isRound(tick.frame, majorStep)).toBe(true)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('keep their labels while panning', () => {
    const anyZoom = fc.double({ min: -4, max: 6, noNaN: true }).map((power) => 2 ** power)
    fc.assert(
      fc.property(
        fc.constantFrom(drop, drop60),
        anyZoom,
        fc.nat(200),
        fc.nat(200),
        (rate, zoom, minute, by) => {
          const first = Math.max(0, minute * 60 * nominalRate(rate) - 50)
          const byFrame = new Map(
            rulerTicks(viewAt(first, zoom), rate).ticks.map((tick) => [tick.frame, tick.label]),
          )
          const later = rulerTicks(viewAt(first + by, zoom), rate).ticks
          for (const { frame, label } of later) {
            if (byFrame.has(frame)) expect(byFrame.get(frame)).toBe(label)
          }
        },
      ),
    )
  })

  it('begin at zero where the window reaches before it', () => {
    const { ticks } = rulerTicks(viewAt(-12.5, 4), film)
    expect(ticks[0]).toEqual({ frame: 0, label: '00:00:00:00' })
  })
})

it('shades single frames once they are wide enough', () => {
  expect(shadesFrames(7.9)).toBe(false)
  expect(shadesFrames(8)).toBe(true)
})
