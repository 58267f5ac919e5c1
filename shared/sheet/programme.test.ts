import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../model/document.ts'
import type { ReelId } from '../model/ids.ts'
import { blankDocument } from '../model/newProduction.ts'
import type { Reel, Segment } from '../model/production.ts'
import { frames } from '../time/frames.ts'
import {
  breaksWithin,
  buildProgramme,
  contentAt,
  pastMidnight,
  programmeFrame,
  reelFrame,
  showLength,
} from './programme.ts'
import { rate25 } from './soundDocument.ts'

type Lengths = readonly (readonly [start: number, length: number])[]

function reels(...lengths: Lengths): ProductionDocument {
  const list = lengths.map(
    ([start, length], order): Reel => ({
      id: `r${order}` as ReelId,
      label: `R${order + 1}`,
      order,
      programme: { start: frames(start), end: frames(start + length) },
      media: null,
      stems: [],
      pictureRate: null,
    }),
  )
  // The table's own order says nothing about the running order.
  return {
    ...blankDocument(rate25),
    reels: Object.fromEntries(list.toReversed().map((reel) => [reel.id, reel])),
  }
}

function withSegments(
  document: ProductionDocument,
  ...segments: readonly (readonly [kind: Segment['kind'], start: number, end: number])[]
): ProductionDocument {
  const list = segments.map(([kind, start, end], index) => ({
    id: `s${index}`,
    reel: 'r0',
    label: `${kind} ${index}`,
    kind,
    start: frames(start),
    end: frames(end),
  }))
  return {
    ...document,
    segments: Object.fromEntries(
      list.map((segment) => [segment.id, segment]),
    ) as ProductionDocument['segments'],
  }
}

describe('the running order', () => {
  test('counts from the first frame of action and leaves leader and tail out', () => {
    const programme = buildProgramme(reels([1000, 100], [9000, 50]))
    expect(programmeFrame(programme, 'r0' as ReelId, frames(1000))).toBe(0)
    expect(programmeFrame(programme, 'r1' as ReelId, frames(9000))).toBe(100)
    expect(programmeFrame(programme, 'r1' as ReelId, frames(8990))).toBe(90)
    expect(programme.length).toBe(150)
  })

  test('knows no place on a reel that the document does not have', () => {
    expect(programmeFrame(buildProgramme(reels([0, 10])), 'constructor' as ReelId, frames(3))).toBeNull()
  })

  test('a frame at a reel change belongs to the later reel', () => {
    const programme = buildProgramme(reels([1000, 100], [9000, 50]))
    expect(reelFrame(programme, frames(99))).toMatchObject({ reel: { label: 'R1' }, frame: 1099 })
    expect(reelFrame(programme, frames(100))).toMatchObject({ reel: { label: 'R2' }, frame: 9000 })
    expect(reelFrame(programme, frames(150))).toBeNull()
    expect(reelFrame(programme, frames(-1))).toBeNull()
  })

  test('every programme frame has one place, and that place leads back to it', () => {
    const lengths = fc.array(fc.tuple(fc.nat(2_000_000), fc.nat(5000)), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(lengths, fc.nat(40_000), (list, position) => {
        const programme = buildProgramme(reels(...list))
        const place = reelFrame(programme, frames(position))
        if (position >= programme.length) return place === null
        return place !== null && programmeFrame(programme, place.reel.id, place.frame) === position
      }),
    )
  })
})

describe('a label that an import gives', () => {
  test('means the next day when it lies below the first frame of action', () => {
    const [day, start] = [24 * 3600 * 25, frames(23 * 3600 * 25)]
    expect(pastMidnight(frames(100), start, rate25)).toBe(day + 100)
    expect(pastMidnight(start, start, rate25)).toBe(start)
  })
})

describe('segments', () => {
  const document = withSegments(
    reels([1000, 1000]),
    ['content', 1000, 1400],
    ['break', 1400, 1500],
    ['content', 1500, 1900],
  )
  const programme = buildProgramme(document)

  test('an act holds its first frame and not its last boundary', () => {
    expect(contentAt(programme, frames(0))?.label).toBe('content 0')
    expect(contentAt(programme, frames(399))?.label).toBe('content 0')
    expect(contentAt(programme, frames(400))).toBeNull()
    expect(contentAt(programme, frames(500))?.label).toBe('content 2')
  })

  test('a range that only touches a break does not run into it', () => {
    const range = (start: number, end: number) => ({ start: frames(start), end: frames(end) })
    expect(breaksWithin(programme, range(300, 400))).toEqual([])
    expect(breaksWithin(programme, range(500, 600))).toEqual([])
    expect(breaksWithin(programme, range(300, 401)).map(({ label }) => label)).toEqual(['break 1'])
  })

  test('the show lasts as long as its content', () => {
    expect(showLength(programme)).toBe(800)
  })

  test('without segments the show lasts as long as its reels, less any break', () => {
    expect(showLength(buildProgramme(reels([0, 70], [500, 30])))).toBe(100)
    expect(showLength(buildProgramme(withSegments(reels([0, 70]), ['break', 10, 30])))).toBe(50)
  })
})
