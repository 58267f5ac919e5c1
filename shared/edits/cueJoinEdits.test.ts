import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CueId, RecordingId, WorkId } from '../model/ids.ts'
import { joinCues } from './cueJoinEdits.ts'
import { splitCue } from './cueStructureEdits.ts'
import { rangesOf, withCues } from './fixtures/placedCues.ts'
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
  undertow,
  undertowMaster,
} from './fixtures/sampleDocument.ts'

const [a, b, c] = ['a', 'b', 'c'] as unknown as readonly [CueId, CueId, CueId]
const three = withCues(
  [
    [at(1, 1, 0), at(1, 2, 0)],
    [at(1, 2, 0), at(1, 3, 0)],
    [at(1, 4, 0), at(1, 5, 0)],
  ],
  [{ notes: 'soft', type: 'score' }, { title: 'Undertow', notes: 'loud', work: undertow }, { notes: 'soft' }],
)

test('neighbouring cues become one, from the first in to the last out, whatever the order of selection', () => {
  const edit = joinCues([c, a, b])
  expect(edit.label).toBe('Join 3 cues')
  const after = done(edit, three)
  expect(rangesOf(after)).toEqual({ a: [at(1, 1, 0), at(1, 5, 0)] })
  expect(after.cues[a]).toMatchObject({
    ...{ number: '1m01', type: 'score', title: 'Undertow', work: undertow, notes: 'soft\nloud' },
  })
})

test('what was split is joined again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90 * 25 - 1 }), (frame) => {
      const place = { reel: reel1, frame: (at(1, 5, 0) + frame) as ReturnType<typeof at> }
      const split = done(splitCue(drop, place, countingIds()))
      const joined = done(joinCues([drop, 'n1' as CueId]), split)
      expect(joined).toEqual(sampleDocument)
    }),
  )
})

test('cues on either side of a reel change become one that runs over it, and licences of both stay', () => {
  const split = done(splitCue(crossing, { reel: reel2, frame: at(2, 0, 8) }, countingIds()))
  const licensed = {
    ...split,
    licences: { [syncLicence]: { ...split.licences[syncLicence], cues: ['n1'] } },
  } as typeof split
  const after = done(joinCues(['n1' as CueId, crossing]), licensed)
  expect(after.cues[crossing]?.spans).toEqual([
    { reel: reel1, start: at(1, 19, 30), end: at(1, 20, 0) },
    { reel: reel2, start: at(2, 0, 8), end: at(2, 1, 0) },
  ])
  expect(after.licences[syncLicence]?.cues).toEqual([crossing])
})

test('the joined cue is open if the last one is', () => {
  const open = withCues([
    [at(1, 1, 0), at(1, 2, 0)],
    [at(1, 2, 0), null],
  ])
  expect(rangesOf(done(joinCues([a, b]), open))).toEqual({ a: [at(1, 1, 0), null] })
})

test('one cue, strangers between, unreadable edges and different music are refused in words', () => {
  expect(refused(joinCues([a, a]), three).message).toContain('alone')
  expect(refused(joinCues([a, c]), three).found).toBe('cue 1m02 between them')
  expect(refused(joinCues([score, typo])).message).toContain('2m04')
  const other = withCues(
    [
      [at(1, 1, 0), at(1, 2, 0)],
      [at(1, 2, 0), at(1, 3, 0)],
    ],
    [
      { work: undertow, recording: undertowMaster },
      { work: 'w2' as WorkId, recording: 'm2' as RecordingId },
    ],
  )
  expect(refused(joinCues([a, b]), other).message).toContain('different music')
})
