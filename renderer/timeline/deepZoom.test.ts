import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReelId } from '../../shared/model/ids.ts'
import { type FrameRate, nominalRate } from '../../shared/time/frameRate.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import { formatTimecode, parseTimecode } from '../../shared/time/timecode.ts'
import { type Axis, placeAt } from './axis.ts'
import { partView } from './reelParts.ts'
import { rulerTicks } from './ruler.ts'
import {
  clamped,
  deepestZoom,
  devicePixelOf,
  fitted,
  frameUnder,
  pannedBy,
  type Viewport,
  zoomedAt,
} from './viewport.ts'

const rates: readonly FrameRate[] = [
  { num: 24, den: 1, dropFrame: false },
  { num: 25, den: 1, dropFrame: false },
  { num: 24000, den: 1001, dropFrame: false },
  { num: 30000, den: 1001, dropFrame: true },
  { num: 60000, den: 1001, dropFrame: true },
]

/** One reel of six hours of labels that begins at one hour. */
function sixHours(rate: FrameRate): Axis {
  const at = (label: string): Frames => {
    const parsed = parseTimecode(label, rate)
    if (!parsed.ok) throw new Error(label)
    return parsed.value
  }
  const extent = { start: at('01:00:00:00'), end: at('07:00:00:00') }
  const reel = {
    id: 'R1' as ReelId,
    label: 'Reel 1',
    order: 1,
    programme: extent,
    media: null,
    stems: [],
    pictureRate: null,
  }
  return { reels: [{ reel, extent, offset: frames(0) }], length: frames(extent.end - extent.start) }
}

type Turn = { readonly x: number; readonly factor: number; readonly pan: number }

const turns: fc.Arbitrary<readonly Turn[]> = fc.array(
  fc.record({
    x: fc.double({ min: 0, max: 1440, noNaN: true }),
    factor: fc.double({ min: 0.7, max: 1.5, noNaN: true }),
    pan: fc.double({ min: -700, max: 700, noNaN: true }),
  }),
  { maxLength: 60 },
)

/** A view deep inside the last seconds of the programme, reached through many small zooms and pans. */
function deepView(axis: Axis, width: number, path: readonly Turn[], wander: number): Viewport {
  const whole = fitted({ start: frames(0), end: axis.length }, width)
  const start = clamped({ ...whole, pixelsPerFrame: 8, first: axis.length - wander })
  const moved = path.reduce((view, { x, factor, pan }) => pannedBy(zoomedAt(view, x, factor), pan), start)
  const back = clamped({ ...moved, first: axis.length - wander + (moved.first % 1) })
  return { ...back, pixelsPerFrame: Math.max(4, Math.min(deepestZoom, back.pixelsPerFrame)) }
}

const anyDeep = fc.record({
  rate: fc.constantFrom(...rates),
  devicePixelRatio: fc.constantFrom(1, 1.25, 1.5, 2),
  width: fc.integer({ min: 600, max: 3840 }),
  path: turns,
  wander: fc.double({ min: 10, max: 4000, noNaN: true }),
  place: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
})

describe('at the end of six hours', () => {
  test('the frame under the pointer is the one drawn there, to the device pixel', () => {
    fc.assert(
      fc.property(anyDeep, ({ rate, devicePixelRatio, width, path, wander, place }) => {
        const view = deepView(sixHours(rate), width, path, wander)
        const pixel = Math.floor(place * width * devicePixelRatio)
        const frame = frameUnder(view, pixel / devicePixelRatio, devicePixelRatio)
        expect(devicePixelOf(view, frame, devicePixelRatio)).toBeLessThanOrEqual(pixel)
        expect(devicePixelOf(view, frame + 1, devicePixelRatio)).toBeGreaterThan(pixel)
      }),
      { numRuns: 2000 },
    )
  })

  test('the ruler names the frame that the pointer marks', () => {
    fc.assert(
      fc.property(anyDeep, ({ rate, devicePixelRatio, width, path, wander, place }) => {
        const axis = sixHours(rate)
        const view = deepView(axis, width, path, wander)
        const [entry] = axis.reels
        const part = entry && partView(view, entry, devicePixelRatio)
        if (!entry || !part) throw new Error('no reel in view')
        const { ticks, minorStep } = rulerTicks(part.view, rate)
        const pixel = Math.floor(place * width * devicePixelRatio)
        const under = frameUnder(view, pixel / devicePixelRatio, devicePixelRatio)
        if (under < 0 || under >= axis.length) return
        const marked = placeAt(axis, under)
        const drawn = ticks.map(({ frame, label }) => ({
          frame,
          label,
          pixel: devicePixelOf(view, entry.offset + frame - entry.extent.start, devicePixelRatio),
        }))
        const before = drawn.findLast((tick) => tick.pixel <= pixel)
        if (!before || !marked) return
        // Between two ticks lie as many frames as the step says; with a tick to each frame it is the frame itself.
        expect(marked.frame - before.frame).toBeGreaterThanOrEqual(0)
        expect(marked.frame - before.frame).toBeLessThan(minorStep)
        if (view.pixelsPerFrame >= 6) expect(marked.frame).toBe(before.frame)
        if (before.label !== undefined && marked.frame === before.frame)
          expect(before.label).toBe(formatTimecode(marked.frame, rate))
      }),
      { numRuns: 2000 },
    )
  })

  test('a reel part begins on the device pixel on which its first frame is drawn', () => {
    fc.assert(
      fc.property(anyDeep, ({ rate, devicePixelRatio, width, path, wander }) => {
        const axis = sixHours(rate)
        const view = deepView(axis, width, path, wander)
        const [entry] = axis.reels
        const part = entry && partView(view, entry, devicePixelRatio)
        if (!entry || !part) throw new Error('no reel in view')
        const onAxis = part.view.first - entry.extent.start + entry.offset
        expect(Math.abs((onAxis - view.first) * view.pixelsPerFrame - part.x)).toBeLessThan(1e-4)
      }),
    )
  })

  test('zooming all the way in about the pointer keeps its frame, whatever the rate', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rates),
        fc.double({ min: 0.001, max: 0.95, noNaN: true }),
        fc.double({ min: 1.01, max: 1.6, noNaN: true }),
        (rate, place, factor) => {
          const { length } = sixHours(rate)
          let view = fitted({ start: frames(0), end: length }, 1440)
          const x = place * 1440
          const under = view.first + x / view.pixelsPerFrame
          while (view.pixelsPerFrame < deepestZoom) view = zoomedAt(view, x, factor)
          expect(Math.abs(view.first + x / deepestZoom - under)).toBeLessThan(0.001)
          expect(length).toBeGreaterThan(nominalRate(rate) * 21_000)
        },
      ),
    )
  })
})
