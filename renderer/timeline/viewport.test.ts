import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FrameRange } from '../../shared/time/frameRange.ts'
import { frames } from '../../shared/time/frames.ts'
import {
  clamped,
  deepestZoom,
  edgeAtX,
  fitted,
  fittedTo,
  frameAtX,
  isVisible,
  keyAnchor,
  onDevicePixel,
  pannedBy,
  pannedTo,
  resized,
  revealed,
  slack,
  smallestZoom,
  type Viewport,
  visibleFrames,
  wheelFactor,
  xOf,
  zoomedAt,
  zoomStep,
} from './viewport.ts'

/** Two hours at 24, starting at 00:59:52:00. */
const film: FrameRange = { start: frames(86_208), end: frames(86_208 + 172_800) }
const view = fitted(film, 1500)

const anyView: fc.Arbitrary<Viewport> = fc
  .record({
    start: fc.nat(100_000),
    length: fc.integer({ min: 1, max: 300_000 }),
    width: fc.integer({ min: 50, max: 4000 }),
    zoom: fc.double({ min: 0, max: 1, noNaN: true }),
    place: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ start, length, width, zoom, place }) => {
    const whole = fitted({ start: frames(start), end: frames(start + length) }, width)
    const pixelsPerFrame = whole.pixelsPerFrame * (deepestZoom / whole.pixelsPerFrame) ** zoom
    return clamped({ ...whole, pixelsPerFrame, first: start + place * length })
  })

describe('pixels and frames', () => {
  it('fit the whole film from edge to edge', () => {
    expect(xOf(view, film.start)).toBe(0)
    expect(xOf(view, film.end)).toBeCloseTo(1500, 6)
    expect(visibleFrames(view)).toEqual(film)
  })

  it('name the frame under a click anywhere in it, and the nearest boundary for an edge', () => {
    const close = { ...view, first: 90_000.25, pixelsPerFrame: 16 }
    expect(xOf(close, 90_001)).toBe(12)
    expect(frameAtX(close, 11.9)).toBe(90_000)
    expect(frameAtX(close, 12)).toBe(90_001)
    expect(edgeAtX(close, 3.9)).toBe(90_000)
    expect(edgeAtX(close, 4)).toBe(90_001)
    expect(edgeAtX(close, 19.9)).toBe(90_001)
    expect(edgeAtX(close, 20.1)).toBe(90_002)
  })

  it('find every visible frame again in the middle of where it is drawn', () => {
    fc.assert(
      fc.property(anyView, fc.double({ min: 0, max: 1, noNaN: true }), (any, place) => {
        const frame = Math.floor(any.first + (place * any.width) / any.pixelsPerFrame)
        expect(frameAtX(any, xOf(any, frame + 0.5))).toBe(frame)
        expect(edgeAtX(any, xOf(any, frame))).toBe(frame)
      }),
    )
  })

  it('list just the frames of which some part shows', () => {
    const close = { ...view, first: 90_000.25, width: 100, pixelsPerFrame: 10 }
    expect(visibleFrames(close)).toEqual({ start: 90_000, end: 90_011 })
    expect(visibleFrames({ ...close, first: 90_000 })).toEqual({ start: 90_000, end: 90_010 })
  })

  it('round to device pixels, not to CSS pixels', () => {
    expect(onDevicePixel(10.3, 1)).toBe(10)
    expect(onDevicePixel(10.3, 2)).toBe(10.5)
  })
})

describe('zooming', () => {
  it('keeps the frame under the pointer where it is', () => {
    const close = clamped({ ...view, first: 150_000, pixelsPerFrame: 2 })
    const closer = zoomedAt(close, 400, zoomStep)
    expect(closer.pixelsPerFrame).toBe(2.5)
    expect(closer.first + 400 / 2.5).toBeCloseTo(150_200, 6)
    expect(zoomedAt(closer, 400, 1 / zoomStep).first).toBeCloseTo(150_000, 6)
  })

  it('stops at the whole film and at the deepest zoom', () => {
    expect(zoomedAt(view, 100, 0.5).pixelsPerFrame).toBe(smallestZoom(view))
    expect(zoomedAt(view, 100, 1e9).pixelsPerFrame).toBe(deepestZoom)
    const deep = zoomedAt(view, 700, 1e9)
    expect(deep.first + 700 / deepestZoom).toBeCloseTo(view.first + 700 / view.pixelsPerFrame, 3)
  })

  it('stays within bounds for any film, width, place and factor', () => {
    fc.assert(
      fc.property(
        anyView,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (any, factor, place) => {
          const zoomed = zoomedAt(any, place * any.width, factor)
          expect(zoomed).toEqual(clamped(zoomed))
          expect(zoomed.pixelsPerFrame).toBeLessThanOrEqual(deepestZoom)
          expect(zoomed.pixelsPerFrame).toBeGreaterThanOrEqual(smallestZoom(zoomed))
        },
      ),
    )
  })

  it('from keys goes about the playhead if it shows, else about the middle', () => {
    const close = clamped({ ...view, first: 150_000, pixelsPerFrame: 2 })
    expect(keyAnchor(close, 150_100)).toBe(200)
    expect(keyAnchor(close, 149_999)).toBe(750)
  })

  it('by a wheel multiplies, so that there and back is where one was', () => {
    expect(wheelFactor(-240)).toBe(2)
    expect(wheelFactor(120) * wheelFactor(-120)).toBeCloseTo(1, 12)
    expect(wheelFactor(60) * wheelFactor(60)).toBeCloseTo(wheelFactor(120), 12)
  })

  it('to a range shows all of it with the margin', () => {
    const range = { start: frames(100_000), end: frames(100_480) }
    const close = fittedTo(view, range, 50)
    expect(xOf(close, range.start)).toBeCloseTo(50, 6)
    expect(xOf(close, range.end)).toBeCloseTo(1450, 6)
    expect(fittedTo(view, { start: frames(100_000), end: frames(100_001) }, 50).pixelsPerFrame).toBe(
      deepestZoom,
    )
  })
})

describe('panning', () => {
  it('leaves room beside the last frame and the first, and no more', () => {
    const close = clamped({ ...view, pixelsPerFrame: 10, first: 1e9 })
    expect(xOf(close, film.end)).toBeCloseTo(1500 - slack, 6)
    expect(xOf(clamped({ ...close, first: 0 }), film.start)).toBeCloseTo(slack, 6)
  })

  it('moves by pixels whatever the zoom', () => {
    const close = clamped({ ...view, pixelsPerFrame: 8, first: 150_000 })
    expect(pannedBy(close, 16).first).toBe(150_002)
    expect(pannedTo(close, 150_100, 300).first).toBe(150_100 - 300 / 8)
  })

  it('only moves for a frame that is outside', () => {
    const close = clamped({ ...view, pixelsPerFrame: 8, first: 150_000 })
    expect(revealed(close, 150_100)).toBe(close)
    const moved = revealed(close, 160_000)
    expect(xOf(moved, 160_000)).toBe(750)
    expect(isVisible(moved, 160_000)).toBe(true)
  })

  it('shows a film shorter than the window without leaving it', () => {
    const short = fitted({ start: frames(0), end: frames(5) }, 1500)
    expect(short.pixelsPerFrame).toBe(deepestZoom)
    expect(xOf(pannedBy(short, 5000), 0)).toBe(slack)
    expect(xOf(pannedBy(short, -5000), 0)).toBe(slack)
  })
})

describe('a change of width', () => {
  it('keeps showing everything where everything was shown', () => {
    expect(resized(view, 900)).toEqual(fitted(film, 900))
    expect(resized(resized(view, 900), 2000)).toEqual(fitted(film, 2000))
  })

  it('keeps the left edge and the zoom elsewhere', () => {
    const close = clamped({ ...view, pixelsPerFrame: 8, first: 150_000 })
    expect(resized(close, 900)).toEqual({ ...close, width: 900 })
  })
})
