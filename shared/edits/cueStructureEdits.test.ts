import { describe, expect, test } from 'vitest'
import type { Cue } from '../model/cue.ts'
import { canSplit, removeCues, splitCue, splitCues } from './cueStructureEdits.ts'
import { done, refused } from './fixtures/run.ts'
import {
  at,
  countingIds,
  crossing,
  drop,
  reel1,
  reel2,
  sampleDocument,
  score,
  syncLicence,
  typo,
} from './fixtures/sampleDocument.ts'

test('a removed cue is gone from its licences; its work, recording and licence stay', () => {
  const edit = removeCues([drop, score])
  expect(edit.label).toBe('Remove 2 cues')
  const after = done(edit)
  expect(Object.keys(after.cues)).toEqual([crossing, typo])
  expect(after.licences[syncLicence]?.cues).toEqual([])
  expect(after.works).toBe(sampleDocument.works)
  expect(after.recordings).toBe(sampleDocument.recordings)
})

describe('a split', () => {
  const middle = { reel: reel1, frame: at(1, 6, 0) }

  test('makes two cues that touch, with the same music and licences', () => {
    const after = done(splitCue(drop, middle, countingIds()))
    const [first, second] = [after.cues[drop] as Cue, after.cues.n1 as Cue]
    expect(first.spans).toEqual([{ reel: reel1, start: at(1, 5, 0), end: at(1, 6, 0) }])
    expect(second).toEqual({
      ...first,
      id: 'n1',
      number: '1m02a',
      spans: [{ reel: reel1, start: at(1, 6, 0), end: at(1, 6, 30) }],
    })
    expect(after.licences[syncLicence]?.cues).toEqual([drop, 'n1'])
  })

  test('can tell the diegesis of the halves apart', () => {
    const after = done(splitCue(drop, middle, countingIds(), { first: 'diegetic', second: 'nonDiegetic' }))
    expect([after.cues[drop]?.diegesis, after.cues.n1?.diegesis]).toEqual(['diegetic', 'nonDiegetic'])
  })

  test('of a cue across a reel change works inside either reel and at the change', () => {
    const spansAfter = (place: typeof middle) => {
      const after = done(splitCue(crossing, place, countingIds()))
      return [after.cues[crossing]?.spans, after.cues.n1?.spans].map((spans) =>
        spans?.map(({ start, end }) => [start, end]),
      )
    }
    const [first, second] = [
      [at(1, 19, 30), at(1, 20, 0)],
      [at(2, 0, 8), at(2, 1, 0)],
    ]
    expect(spansAfter({ reel: reel2, frame: at(2, 0, 8) })).toEqual([[first], [second]])
    expect(spansAfter({ reel: reel2, frame: at(2, 0, 30) })).toEqual([
      [first, [at(2, 0, 8), at(2, 0, 30)]],
      [[at(2, 0, 30), at(2, 1, 0)]],
    ])
    expect(spansAfter({ reel: reel1, frame: at(1, 19, 40) })).toEqual([
      [[at(1, 19, 30), at(1, 19, 40)]],
      [[at(1, 19, 40), at(1, 20, 0)], second],
    ])
  })

  test('of an open cue leaves the second half open', () => {
    const open = {
      ...(sampleDocument.cues[drop] as Cue),
      spans: [{ reel: reel1, start: at(1, 5, 0), end: null }],
    }
    const document = { ...sampleDocument, cues: { ...sampleDocument.cues, [drop]: open } }
    expect(done(splitCue(drop, middle, countingIds()), document).cues.n1?.spans[0]?.end).toBeNull()
  })

  test('is refused at the edges, outside, and where an edge cannot be read', () => {
    for (const frame of [at(1, 5, 0), at(1, 6, 30), at(1, 4, 0)]) {
      expect(refused(splitCue(drop, { reel: reel1, frame }, countingIds())).message).toContain('split here')
    }
    expect(refused(splitCue(drop, { ...middle, reel: reel2 }, countingIds())).message).toContain('split here')
    const inTypo = { reel: reel2, frame: at(2, 4, 0) }
    expect(refused(splitCue(typo, inTypo, countingIds())).message).toContain('split here')
  })
})

describe('a split of several cues', () => {
  const overlapping = {
    ...sampleDocument,
    cues: {
      ...sampleDocument.cues,
      [score]: {
        ...(sampleDocument.cues[score] as Cue),
        spans: [{ reel: reel1, start: at(1, 19, 0), end: at(1, 20, 0) }],
      },
    },
  }
  const place = { reel: reel1, frame: at(1, 19, 40) }

  test('cuts all of them at the same frame, one across a reel change too', () => {
    const edit = splitCues([score, crossing], place, countingIds())
    expect(edit.label).toBe('Split 2 cues')
    const after = done(edit, overlapping)
    expect(after.cues[score]?.spans).toEqual([{ reel: reel1, start: at(1, 19, 0), end: at(1, 19, 40) }])
    expect(after.cues.n1?.spans).toEqual([{ reel: reel1, start: at(1, 19, 40), end: at(1, 20, 0) }])
    expect(after.cues.n2?.spans.map(({ reel, start }) => [reel, start])).toEqual([
      [reel1, at(1, 19, 40)],
      [reel2, at(2, 0, 8)],
    ])
    const numbers = Object.values(after.cues).map(({ number }) => number)
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  test('is refused as a whole where one of them is not', () => {
    expect(refused(splitCues([score, drop], place, countingIds()), overlapping).message).toContain(
      'split here',
    )
    expect(canSplit(overlapping.cues[drop] as Cue, place)).toBe(false)
    expect(canSplit(overlapping.cues[crossing] as Cue, place)).toBe(true)
  })
})
