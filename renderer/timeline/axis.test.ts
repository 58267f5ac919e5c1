import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { ReelId } from '../../shared/model/ids.ts'
import { blankDocument } from '../../shared/model/newProduction.ts'
import type { Reel } from '../../shared/model/production.ts'
import { frames } from '../../shared/time/frames.ts'
import { axisFrame, buildAxis, placeAt, reelExtent } from './axis.ts'

type Span = readonly [start: number, end: number]

function reel(order: number, [start, end]: Span, film: Span | null = null): Reel {
  const media = film && {
    path: `${order}.mp4`,
    identity: '',
    startFrame: frames(film[0]),
    frameCount: frames(film[1] - film[0]),
    hasPicture: true,
    hasSound: true,
    proxy: null,
  }
  const id = `R${order}` as ReelId
  return {
    id,
    label: id,
    order,
    programme: { start: frames(start), end: frames(end) },
    media,
    stems: [],
    pictureRate: null,
  }
}

function documentOf(...reels: readonly Reel[]): ProductionDocument {
  const blank = blankDocument({ num: 24, den: 1, dropFrame: false })
  return { ...blank, reels: Object.fromEntries(reels.map((each) => [each.id, each])) }
}

const id = (name: string) => name as ReelId

describe('buildAxis', () => {
  test('lays reels end to end in running order, however they are stored', () => {
    const axis = buildAxis(documentOf(reel(2, [500, 700]), reel(1, [100, 400])))
    expect(axis.reels.map((entry) => [entry.reel.id, entry.offset])).toEqual([
      ['R1', 0],
      ['R2', 300],
    ])
    expect(axis.length).toBe(500)
  })

  test('a reel shows its leader and tail, and a programme that is longer than the film', () => {
    expect(reelExtent(reel(1, [100, 400], [50, 450]))).toEqual({ start: 50, end: 450 })
    expect(reelExtent(reel(1, [100, 400], [150, 300]))).toEqual({ start: 100, end: 400 })
    expect(reelExtent(reel(1, [100, 400]))).toEqual({ start: 100, end: 400 })
  })

  test('no reels make an axis without length and without places', () => {
    const axis = buildAxis(documentOf())
    expect([axis.length, placeAt(axis, frames(0))]).toEqual([0, null])
  })
})

describe('places on the axis', () => {
  const axis = buildAxis(documentOf(reel(1, [100, 400], [50, 410]), reel(2, [100, 300])))

  test('the frame after the last of a reel is the first of the next', () => {
    expect(placeAt(axis, frames(359))).toEqual({ reel: 'R1', frame: 409 })
    expect(placeAt(axis, frames(360))).toEqual({ reel: 'R2', frame: 100 })
  })

  test('what is outside is brought to the nearest frame', () => {
    expect(placeAt(axis, frames(-20))).toEqual({ reel: 'R1', frame: 50 })
    expect(placeAt(axis, frames(99_999))).toEqual({ reel: 'R2', frame: 299 })
  })

  test('a place on a reel that is not there has no frame', () => {
    expect(axisFrame(axis, { reel: id('R9'), frame: frames(100) })).toBeNull()
  })

  test('every frame of the axis is one place, and that place is that frame', () => {
    const span = fc
      .tuple(fc.nat(500), fc.integer({ min: 1, max: 500 }))
      .map(([start, length]): Span => [start, start + length])
    const spans = fc.array(fc.tuple(span, fc.option(span)), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(spans, fc.nat(5000), (list, wanted) => {
        const made = buildAxis(
          documentOf(...list.map(([programme, film], index) => reel(index, programme, film))),
        )
        const frame = frames(wanted % made.length)
        const place = placeAt(made, frame)
        expect(place && axisFrame(made, place)).toBe(frame)
      }),
    )
  })
})
