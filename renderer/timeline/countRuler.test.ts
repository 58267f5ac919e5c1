import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frames } from '../../shared/time/frames.ts'
import { countText, countTicks } from './countRuler.ts'
import type { Viewport } from './viewport.ts'

/** A reel whose file begins at 00:59:52:00 at 24: eight seconds of leader before the hour. */
const reel = { start: frames(86_208), end: frames(86_208 + 200_000) }

function viewAt(first: number, pixelsPerFrame: number, width = 1200): Viewport {
  return { extent: reel, width, first, pixelsPerFrame }
}

const anyZoom = fc.double({ min: -12, max: 6, noNaN: true }).map((power) => 2 ** power)
const anyUnits = fc.constantFrom('feet35', 'feet16', 'frames' as const)

describe('counts', () => {
  test('are feet and frames: 16 to a foot on 35 mm, 40 on 16 mm', () => {
    expect([0, 15, 16, 192, 1943 * 16 + 7].map((count) => countText(count, 'feet35'))).toEqual([
      '0+00',
      '0+15',
      '1+00',
      '12+00',
      '1943+07',
    ])
    expect([39, 40, 85].map((count) => countText(count, 'feet16'))).toEqual(['0+39', '1+00', '2+05'])
    expect(countText(12_345, 'frames')).toBe('12345')
  })

  test('begin with the first frame of the reel, so that eight seconds of leader make twelve feet', () => {
    const { ticks } = countTicks(viewAt(86_400 - 4, 64), reel, 'feet35')
    expect(ticks.find(({ frame }) => frame === 86_400)?.label).toBe('12+00')
  })

  test('leave room for labels and ticks at any zoom', () => {
    fc.assert(
      fc.property(anyZoom, anyUnits, (pixelsPerFrame, units) => {
        const { majorStep, minorStep } = countTicks(viewAt(reel.start, pixelsPerFrame), reel, units)
        expect(majorStep * pixelsPerFrame).toBeGreaterThanOrEqual(80)
        expect(minorStep * pixelsPerFrame).toBeGreaterThanOrEqual(6)
        expect(majorStep % minorStep).toBe(0)
      }),
    )
  })

  test('name the frame that they stand on, inside the reel only, wherever the window is', () => {
    fc.assert(
      fc.property(
        anyZoom,
        anyUnits,
        fc.double({ min: -0.1, max: 1, noNaN: true }),
        (pixelsPerFrame, units, part) => {
          const view = viewAt(reel.start + part * 200_000, pixelsPerFrame)
          const { ticks, majorStep, minorStep } = countTicks(view, reel, units)
          for (const { frame, label } of ticks) {
            expect(frame).toBeGreaterThanOrEqual(reel.start)
            expect(frame).toBeLessThan(reel.end)
            const count = frame - reel.start
            expect(count % minorStep).toBe(0)
            expect(label).toBe(count % majorStep === 0 ? countText(count, units) : undefined)
          }
          const shown = ticks.filter(({ frame }) => frame >= view.first)
          const room =
            (Math.min(reel.end, view.first + 1200 / pixelsPerFrame) - Math.max(reel.start, view.first)) /
            minorStep
          expect(Math.abs(shown.length - Math.max(0, room))).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})
