import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CueId } from '../model/ids.ts'
import { frames } from '../time/frames.ts'
import { closeGaps, rollBorder, touchingCue } from './cueBorderEdits.ts'
import { rangesOf, withCues } from './fixtures/placedCues.ts'
import { done, refused } from './fixtures/run.ts'
import { at, crossing, sampleDocument, typo } from './fixtures/sampleDocument.ts'

const [a, b, c] = ['a', 'b', 'c'] as unknown as readonly [CueId, CueId, CueId]

describe('the border between two cues that touch', () => {
  const touching = withCues([
    [at(1, 1, 0), at(1, 2, 0)],
    [at(1, 2, 0), at(1, 3, 0)],
  ])

  test('is rolled by moving the out of the one and the in of the other', () => {
    const edit = rollBorder(a, b, 10)
    expect(edit.label).toBe('Roll border')
    expect(rangesOf(done(edit, touching))).toEqual({
      a: [at(1, 1, 0), at(1, 2, 0, 10)],
      b: [at(1, 2, 0, 10), at(1, 3, 0)],
    })
  })

  test('never passes the far edge of either, however far it is pulled', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), (by) => {
        const rolled = rangesOf(done(rollBorder(a, b, by), touching))
        const border = Number(rolled.a?.[1])
        expect(rolled.b?.[0]).toBe(border)
        expect(border).toBe(Math.min(at(1, 3, 0) - 1, Math.max(at(1, 1, 0) + 1, at(1, 2, 0) + by)))
      }),
    )
  })

  test('rolls against an open cue up to the end of the reel', () => {
    const open = withCues([
      [at(1, 1, 0), at(1, 2, 0)],
      [at(1, 2, 0), null],
    ])
    expect(rangesOf(done(rollBorder(a, b, 90_000), open)).b?.[0]).toBe(at(1, 21, 0) - 1)
  })

  test('is no border where cues lie apart, overlap, or are the wrong way round', () => {
    expect(refused(rollBorder(b, a, 1), touching).message).toContain('do not touch')
    expect(refused(rollBorder(crossing, typo, 1), sampleDocument).message).toContain('do not touch')
    expect(touchingCue(touching, a, 'after')).toBe(b)
    expect(touchingCue(touching, b, 'before')).toBe(a)
    expect(touchingCue(touching, a, 'before')).toBeNull()
  })
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
