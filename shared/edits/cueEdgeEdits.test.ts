import { describe, expect, test } from 'vitest'
import type { Cue, Span } from '../model/cue.ts'
import type { ProductionDocument } from '../model/document.ts'
import { setCueEdges, setCueEnd, setCueRange, setCueStart, trimCues } from './cueEdgeEdits.ts'
import { done, refused } from './fixtures/run.ts'
import {
  at,
  crossing,
  drop,
  reel1,
  reel2,
  reel3,
  sampleDocument,
  score,
  typo,
} from './fixtures/sampleDocument.ts'

const spans = (document: ProductionDocument, id: string) => (document.cues[id] as Cue).spans

const labelled: ProductionDocument = {
  ...sampleDocument,
  cues: {
    ...sampleDocument.cues,
    [score]: {
      ...(sampleDocument.cues[score] as Cue),
      spans: [
        {
          reel: reel1,
          start: at(1, 1, 0),
          end: at(1, 2, 0),
          labels: { start: '01;01;00;00', end: '01;02;00;00' },
        },
      ],
    },
  },
}

describe('set in and set out', () => {
  test('move one edge and leave the other', () => {
    const moved = done(setCueStart(score, { reel: reel1, frame: at(1, 1, 30) }))
    expect(spans(moved, score)).toEqual([{ reel: reel1, start: at(1, 1, 30), end: at(1, 2, 0) }])
    const both = done(setCueEnd(score, { reel: reel1, frame: at(1, 3, 0) }), moved)
    expect(spans(both, score)).toEqual([{ reel: reel1, start: at(1, 1, 30), end: at(1, 3, 0) }])
    expect(setCueStart(score, { reel: reel1, frame: at(1, 0, 0) }).label).toBe('Set in')
    expect(setCueEnd(score, { reel: reel1, frame: at(1, 0, 0) }).label).toBe('Set out')
  })

  test('are refused when the out would not be after the in', () => {
    const empty = { reel: reel1, frame: at(1, 2, 0) }
    expect(refused(setCueStart(score, empty)).message).toBe('Out must be after in.')
    expect(refused(setCueEnd(score, { reel: reel1, frame: at(1, 1, 0) })).found).toBe('01:01:00:00')
  })

  test('forget what an import had written at that edge only', () => {
    const moved = done(setCueStart(score, { reel: reel1, frame: at(1, 1, 1) }), labelled)
    expect(spans(moved, score)[0]?.labels).toEqual({ end: '01;02;00;00' })
    const both = done(setCueEnd(score, { reel: reel1, frame: at(1, 3, 0) }), moved)
    expect(spans(both, score)[0]).not.toHaveProperty('labels')
  })

  test('replace an edge that could not be read', () => {
    const mended = done(setCueStart(typo, { reel: reel2, frame: at(2, 4, 0) }))
    expect(spans(mended, typo)).toEqual([{ reel: reel2, start: at(2, 4, 0), end: at(2, 5, 0) }])
  })

  test('touch only the outer edges of a cue that crosses a reel change', () => {
    const longer = done(setCueEnd(crossing, { reel: reel2, frame: at(2, 2, 0) }))
    expect(spans(longer, crossing).map(({ end }) => end)).toEqual([at(1, 20, 0), at(2, 2, 0)])
    expect(refused(setCueEnd(crossing, { reel: reel2, frame: at(2, 0, 8) })).message).toBe(
      'Out must be after in.',
    )
  })

  test('on another reel take in or leave out the reel changes between', () => {
    const shorter = done(setCueEnd(crossing, { reel: reel1, frame: at(1, 19, 50) }))
    expect(spans(shorter, crossing)).toEqual([{ reel: reel1, start: at(1, 19, 30), end: at(1, 19, 50) }])
    const later = done(setCueStart(crossing, { reel: reel2, frame: at(2, 0, 30) }))
    expect(spans(later, crossing)).toEqual([{ reel: reel2, start: at(2, 0, 30), end: at(2, 1, 0) }])
    const across = done(setCueEnd(score, { reel: reel2, frame: at(2, 0, 10) }))
    expect(spans(across, score).map((span: Span) => span.reel)).toEqual([reel1, reel2])
  })

  test('on another reel need the opposite edge to be readable', () => {
    const problem = refused(setCueEnd(typo, { reel: reel3, frame: at(3, 1, 0) }))
    expect(problem.found).toBe('02:61:00:00')
  })
})

describe('set in and out together', () => {
  test('gives a cue another place, even on another reel', () => {
    const edit = setCueRange(score, { reel: reel2, frame: at(2, 8, 0) }, { reel: reel2, frame: at(2, 9, 0) })
    expect(spans(done(edit), score)).toEqual([{ reel: reel2, start: at(2, 8, 0), end: at(2, 9, 0) }])
  })

  test('opens a cue again when there is no end', () => {
    const opened = done(setCueRange(score, { reel: reel1, frame: at(1, 8, 0) }, null))
    expect(spans(opened, score)).toEqual([{ reel: reel1, start: at(1, 8, 0), end: null }])
    const moved = done(setCueStart(score, { reel: reel2, frame: at(2, 8, 0) }), opened)
    expect(spans(moved, score)).toEqual([{ reel: reel2, start: at(2, 8, 0), end: null }])
  })
})

test('the edges of several cues are set together or not at all', () => {
  const place = { reel: reel1, frame: at(1, 0, 30) }
  const edit = setCueEdges([score, drop], 'start', place)
  expect(edit.label).toBe('Set 2 ins')
  const after = done(edit)
  expect([after.cues[score], after.cues[drop]].map((cue) => cue?.spans[0]?.start)).toEqual([
    at(1, 0, 30),
    at(1, 0, 30),
  ])
  expect(refused(setCueEdges([score, drop], 'end', { reel: reel1, frame: at(1, 3, 0) })).message).toBe(
    'Out must be after in.',
  )
})

test('cues are trimmed at both edges as one edit', () => {
  const edit = trimCues([
    { id: score, start: { reel: reel1, frame: at(1, 1, 2) }, end: { reel: reel1, frame: at(1, 1, 50) } },
  ])
  expect(edit.label).toBe('Trim cue to silence')
  expect(done(edit).cues[score]?.spans).toEqual([{ reel: reel1, start: at(1, 1, 2), end: at(1, 1, 50) }])
})
