import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { SegmentId } from '../model/ids.ts'
import { frames } from '../time/frames.ts'
import { done, refused } from './fixtures/run.ts'
import { at, countingIds, reel1, reel2, sampleDocument } from './fixtures/sampleDocument.ts'
import { beginSegment, mergeSegment, segmentAt, setSegmentKind } from './segmentDivision.ts'

const blank: ProductionDocument = { ...sampleDocument, segments: {} }
const shown = (document: ProductionDocument) =>
  recordsOf(document, 'segments')
    .toSorted((a, b) => a.reel.localeCompare(b.reel) || a.start - b.start)
    .map(({ reel, label, kind, start, end }) => [reel, label, kind, start, end])
const begin = (document: ProductionDocument, frame: number, reel = reel1, ids = countingIds(`x${frame}-`)) =>
  done(beginSegment({ reel, frame: frames(frame) }, ids), document)
const idAt = (document: ProductionDocument, frame: number, reel = reel1) =>
  segmentAt(document, { reel, frame: frames(frame) })?.id as SegmentId

describe('beginning a segment', () => {
  test('ends the running one there', () => {
    expect(shown(begin(sampleDocument, at(1, 5, 0)))).toEqual([
      [reel1, 'Act 1', 'content', at(1, 0, 8), at(1, 5, 0)],
      [reel1, 'Act 2', 'content', at(1, 5, 0), at(1, 20, 0)],
    ])
  })

  test('in a programme without any divides all of it, over every reel', () => {
    expect(shown(begin(blank, at(2, 5, 0), reel2))).toEqual([
      ['r1', 'Act 1', 'content', at(1, 0, 8), at(1, 20, 0)],
      ['r2', 'Act 1', 'content', at(2, 0, 8), at(2, 5, 0)],
      ['r2', 'Act 2', 'content', at(2, 5, 0), at(2, 20, 0)],
      ['r3', 'Act 2', 'content', at(3, 0, 8), at(3, 20, 0)],
    ])
  })

  test('counts the acts behind it on, those of the next reels too', () => {
    const divided = begin(begin(blank, at(2, 5, 0), reel2), at(1, 10, 0))
    expect(shown(divided).map(([reel, label]) => `${reel} ${label}`)).toEqual([
      'r1 Act 1',
      'r1 Act 2',
      'r2 Act 2',
      'r2 Act 3',
      'r3 Act 3',
    ])
  })

  test('leaves names alone that a person gave', () => {
    const named = { ...sampleDocument.segments.s1, label: 'Teaser' }
    const document = { ...sampleDocument, segments: { s1: named } } as ProductionDocument
    expect(shown(begin(document, at(1, 5, 0))).map(([, label]) => label)).toEqual(['Teaser', 'Act 1'])
  })

  test('is refused in the leader, in the tail and where one begins', () => {
    const at1 = (frame: number) => beginSegment({ reel: reel1, frame: frames(frame) }, countingIds())
    expect(refused(at1(at(1, 0, 1))).message).toContain('leader')
    expect(refused(at1(at(1, 20, 0))).message).toContain('leader')
    expect(refused(at1(at(1, 0, 8))).found).toContain('Act 1')
  })

  test('never loses or doubles a frame of the programme', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: at(1, 0, 8), max: at(1, 20, 0) - 1 }), { maxLength: 8 }),
        (places) => {
          let document = blank
          for (const [index, frame] of places.entries()) {
            const result = beginSegment({ reel: reel1, frame: frames(frame) }, countingIds(`p${index}-`)).run(
              document,
            )
            if (result.ok) document = result.value
          }
          if (recordsOf(document, 'segments').length === 0) return
          const on = shown(document).filter(([reel]) => reel === reel1)
          expect(on[0]?.[3]).toBe(at(1, 0, 8))
          expect(on.at(-1)?.[4]).toBe(at(1, 20, 0))
          for (const [index, segment] of on.slice(1).entries()) expect(segment[3]).toBe(on[index]?.[4])
        },
      ),
    )
  })
})

describe('a break', () => {
  const three = begin(begin(sampleDocument, at(1, 5, 0)), at(1, 6, 0))

  test('is counted by itself, and the acts behind it move up', () => {
    const after = done(setSegmentKind(idAt(three, at(1, 5, 0)), 'break'), three)
    expect(shown(after).map(([, label, kind]) => [label, kind])).toEqual([
      ['Act 1', 'content'],
      ['Break 1', 'break'],
      ['Act 2', 'content'],
    ])
    const back = done(setSegmentKind(idAt(after, at(1, 5, 0)), 'content'), after)
    expect(shown(back)).toEqual(shown(three))
  })

  test('removed is taken over by the segment before it; the first one by the segment after', () => {
    expect(shown(done(mergeSegment(idAt(three, at(1, 5, 0))), three))).toEqual([
      [reel1, 'Act 1', 'content', at(1, 0, 8), at(1, 6, 0)],
      [reel1, 'Act 2', 'content', at(1, 6, 0), at(1, 20, 0)],
    ])
    expect(shown(done(mergeSegment('s1' as SegmentId), three))[0]).toEqual([
      reel1,
      'Act 1',
      'content',
      at(1, 0, 8),
      at(1, 6, 0),
    ])
    expect(done(mergeSegment('s1' as SegmentId)).segments).toEqual({})
  })
})
