import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CueId } from '../model/ids.ts'
import { frames } from '../time/frames.ts'
import { closeGaps } from './cueGapEdits.ts'
import { rangesOf, withCues } from './fixtures/placedCues.ts'
import { done, refused } from './fixtures/run.ts'
import { at, typo } from './fixtures/sampleDocument.ts'
import { rollBorder } from './rollBorder.ts'

const [a, b, c] = ['a', 'b', 'c'] as unknown as readonly [CueId, CueId, CueId]

test('a border that is rolled passes the far edge of neither cue', () => {
  const touching = withCues([
    [at(1, 1, 0), at(1, 2, 0)],
    [at(1, 2, 0), at(1, 3, 0)],
  ])
  fc.assert(
    fc.property(fc.integer({ min: -5000, max: 5000 }), (by) => {
      const result = rollBorder(a, b, by).run(touching)
      expect(result.ok).toBe(by > -60 * 25 && by < 60 * 25)
      if (!result.ok) return
      const border = at(1, 2, 0) + by
      expect(rangesOf(result.value)).toEqual({ a: [at(1, 1, 0), border], b: [border, at(1, 3, 0)] })
    }),
  )
})

describe('closing a gap', () => {
  const apart = withCues([
    [at(1, 1, 0), at(1, 2, 0)],
    [at(1, 3, 0), at(1, 4, 0)],
    [at(1, 5, 0), at(1, 6, 0)],
  ])

  test('takes the in back to the out before it, or the out on to the in after it', () => {
    expect(closeGaps([b], 'before').label).toBe('Close gap before')
    expect(rangesOf(done(closeGaps([b], 'before'), apart)).b).toEqual([at(1, 2, 0), at(1, 4, 0)])
    expect(rangesOf(done(closeGaps([b], 'after'), apart)).b).toEqual([at(1, 3, 0), at(1, 5, 0)])
    const both = rangesOf(done(closeGaps([b, c], 'before'), apart))
    expect(both).toEqual({
      a: [at(1, 1, 0), at(1, 2, 0)],
      b: [at(1, 2, 0), at(1, 4, 0)],
      c: [at(1, 4, 0), at(1, 6, 0)],
    })
  })

  test('is refused where there is no neighbour, no gap, or an overlap', () => {
    expect(refused(closeGaps([a], 'before'), apart).message).toContain('No cue lies before')
    expect(refused(closeGaps([c], 'after'), apart).message).toContain('No cue lies after')
    const closed = done(closeGaps([b], 'before'), apart)
    expect(refused(closeGaps([b], 'before'), closed).message).toContain('no gap before cue 1m02')
    const overlapping = withCues([
      [at(1, 1, 0), at(1, 3, 10)],
      [at(1, 3, 0), at(1, 4, 0)],
    ])
    expect(refused(closeGaps([b], 'before'), overlapping).message).toContain('no gap')
    expect(refused(closeGaps([a], 'after'), overlapping).message).toContain('no gap')
    expect(refused(closeGaps([typo], 'before')).message).toContain('no in to move')
  })

  test('leaves the neighbour as it is whatever the gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), (gap) => {
        const start = frames(at(1, 2, 0) + gap)
        const document = withCues([
          [at(1, 1, 0), at(1, 2, 0)],
          [start, frames(start + 100)],
        ])
        const closed = rangesOf(done(closeGaps([b], 'before'), document))
        expect(closed).toEqual({ a: [at(1, 1, 0), at(1, 2, 0)], b: [at(1, 2, 0), start + 100] })
      }),
    )
  })
})
