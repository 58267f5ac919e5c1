import { describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../model/document.ts'
import type { SegmentId } from '../model/ids.ts'
import type { Segment } from '../model/production.ts'
import { frames } from '../time/frames.ts'
import { at, reel1, reel2, sampleDocument } from './fixtures/sampleDocument.ts'
import { borderLimits, moveSegmentBorder } from './segmentBorderEdits.ts'

const segment = (id: string, start: number, end: number, reel = reel1): Segment => ({
  id: id as SegmentId,
  reel,
  label: id,
  kind: 'content',
  start: frames(start),
  end: frames(end),
})

const act1 = segment('act1', at(1, 0, 8), at(1, 8, 0))
const slug = segment('slug', at(1, 8, 0), at(1, 8, 10))
const act2 = segment('act2', at(1, 9, 0), at(1, 20, 0))
const elsewhere = segment('elsewhere', at(1, 8, 0), at(1, 8, 30), reel2)
const document: ProductionDocument = {
  ...sampleDocument,
  segments: Object.fromEntries([act1, slug, act2, elsewhere].map((each) => [each.id, each])),
}

describe('moving the border of a segment', () => {
  test('takes along the neighbour that touches there, and no other', () => {
    const result = moveSegmentBorder(act1.id, 'end', at(1, 7, 50)).run(document)
    if (!result.ok) throw new Error(result.problem.message)
    expect(result.value.segments).toEqual({
      ...document.segments,
      act1: { ...act1, end: at(1, 7, 50) },
      slug: { ...slug, start: at(1, 7, 50) },
    })
  })

  test('from the other side does the same', () => {
    const one = moveSegmentBorder(act1.id, 'end', at(1, 7, 50)).run(document)
    const other = moveSegmentBorder(slug.id, 'start', at(1, 7, 50)).run(document)
    expect(one).toEqual(other)
  })

  test('leaves the document as it is where the border already stands', () => {
    const result = moveSegmentBorder(act2.id, 'start', act2.start).run(document)
    expect(result.ok && result.value).toBe(document)
  })

  test('stops one frame before a segment would be gone, and at the next that does not touch', () => {
    expect(borderLimits(document, act1, 'end')).toEqual({ least: act1.start + 1, most: slug.end - 1 })
    expect(borderLimits(document, slug, 'end')).toEqual({ least: slug.start + 1, most: act2.start })
    expect(borderLimits(document, act2, 'start')).toEqual({ least: slug.end, most: act2.end - 1 })
    expect(borderLimits(document, act1, 'start')).toEqual({ least: 0, most: act1.end - 1 })
    expect(borderLimits(document, act2, 'end').most).toBe(Number.MAX_SAFE_INTEGER)
  })

  test('is refused beyond that, with the labels between which it may stand', () => {
    const result = moveSegmentBorder(act2.id, 'start', at(1, 8, 9)).run(document)
    expect(result).toMatchObject({ ok: false, problem: { expected: 'from 01:08:10:00 to 01:19:59:24' } })
  })
})
