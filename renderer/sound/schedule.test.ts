import { describe, expect, test } from 'vitest'
import { chunkOverlap, chunkSeconds } from '../media/soundMessages.ts'
import { contextAt, DriftWatch, fadeAt, mediaAt, pieceAt, wantedChunks } from './schedule.ts'

const reach = chunkSeconds + chunkOverlap
const close = (value: number) => expect.closeTo(value, 9)

describe('the sound card’s clock and the film’s', () => {
  test.each([1, 0.5, 8, -1, -0.25])('are translated both ways at %s times', (speed) => {
    const anchor = { context: 12.5, media: 100, speed }
    expect(mediaAt(anchor, 13.5)).toBe(100 + speed)
    for (const media of [90, 100, 123.4]) {
      expect(mediaAt(anchor, contextAt(anchor, media))).toBeCloseTo(media, 9)
    }
  })
})

describe('pieces', () => {
  test('begin inside a chunk and end with it', () => {
    expect(pieceAt({ context: 5, media: 7.25, speed: 1 }, 7.25, 0)).toEqual({
      ...{ chunk: 7, offset: close(0.25), when: 5, length: close(0.75), next: 8 },
    })
  })

  test('of a stem are counted from where the stem stands', () => {
    const piece = pieceAt({ context: 0, media: 10, speed: 2 }, 10, 3.5)
    expect(piece).toEqual({ chunk: 6, offset: close(0.5), when: 0, length: close(0.25), next: 10.5 })
    expect(pieceAt({ context: 0, media: 1, speed: 1 }, 1, 3.5).chunk).toBe(-3)
  })

  test('backwards are read from the end of the reversed chunk, and leave the overlap for the fade', () => {
    const piece = pieceAt({ context: 5, media: 7.25, speed: -1 }, 7.25, 0)
    const left = 0.25 - chunkOverlap
    expect(piece).toEqual({
      ...{ chunk: 7, offset: close(reach - 0.25), when: 5, length: close(left), next: 7 + chunkOverlap },
    })
  })

  test.each([1, 0.3, 4, 16, -1, -0.5, -8])(
    'follow one another at %s times without a hole, each long enough for its fade',
    (speed) => {
      const anchor = { context: 2, media: 30.1, speed }
      let media = anchor.media
      let when = anchor.context
      for (let index = 0; index < 20; index++) {
        const piece = pieceAt(anchor, media, 0.123)
        expect(piece.when).toBeCloseTo(when, 9)
        expect(piece.length).toBeGreaterThan(0)
        const read = piece.offset + (piece.length + fadeAt(speed)) * Math.abs(speed)
        expect(read).toBeLessThanOrEqual(reach + 1e-9)
        media = piece.next
        when += piece.length
      }
    },
  )

  test('never shrink to nothing where rounding meets the edge of a chunk', () => {
    for (const media of [2 - 1e-12, 2, 2 + 1e-12]) {
      expect(pieceAt({ context: 0, media, speed: 1 }, media, 0).length).toBeGreaterThan(0.99)
    }
    const edge = 2 + chunkOverlap
    for (const media of [edge - 1e-12, edge, edge + 1e-12]) {
      expect(pieceAt({ context: 0, media, speed: -1 }, media, 0).length).toBeGreaterThan(0.97)
    }
  })
})

describe('wanted chunks', () => {
  test('are the one at the playhead, its neighbours, then those ahead, then those behind upwards', () => {
    expect(wantedChunks(10.5, false, 4, 3)).toEqual([10, 11, 9, 12, 13, 14, 7, 8])
    expect(wantedChunks(10.5, true, 3, 2)).toEqual([10, 9, 11, 8, 7, 12])
  })

  test('never lie before the beginning', () => {
    expect(wantedChunks(0.2, false, 2, 5)).toEqual([0, 1, 2])
    expect(wantedChunks(-3.5, false, 5, 2)).toEqual([0, 1])
  })
})

describe('drift', () => {
  test('is not told by one late look at the clock', () => {
    const watch = new DriftWatch()
    for (let index = 0; index < 6; index++) expect(watch.take(0.001)).toBeNull()
    expect([watch.isSettled, watch.take(0.3), watch.isSettled]).toEqual([false, 0.001, true])
    for (let index = 0; index < 4; index++) watch.take(0.05)
    expect(watch.take(0.05)).toBe(0.05)
    watch.reset()
    expect(watch.take(0.05)).toBeNull()
  })

  test('that is large is told by three looks that agree', () => {
    const watch = new DriftWatch()
    expect([watch.take(0.2), watch.take(-0.2), watch.take(0.2), watch.take(0.25)]).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect(watch.take(0.3)).toBe(0.25)
  })
})
