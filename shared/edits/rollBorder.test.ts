import { expect, test } from 'vitest'
import type { Cue } from '../model/cue.ts'
import type { ProductionDocument } from '../model/document.ts'
import type { CueId } from '../model/ids.ts'
import { apply, compare, invert } from './change.ts'
import { setCueStart } from './cueEdgeEdits.ts'
import { done, refused } from './fixtures/run.ts'
import { at, crossing, drop, reel1, reel2, sampleDocument, score } from './fixtures/sampleDocument.ts'
import { rollBorder, touchingCue } from './rollBorder.ts'

const spans = (document: ProductionDocument, id: string) => (document.cues[id] as Cue).spans
const touching = done(setCueStart(drop, { reel: reel1, frame: at(1, 2, 0) }))

test('the border of two cues that touch moves for both, and nothing else does', () => {
  const edit = rollBorder(score, drop, 30)
  expect(edit.label).toBe('Roll border')
  const rolled = done(edit, touching)
  expect(spans(rolled, score)).toEqual([{ reel: reel1, start: at(1, 1, 0), end: at(1, 2, 1, 5) }])
  expect(spans(rolled, drop)).toEqual([{ reel: reel1, start: at(1, 2, 1, 5), end: at(1, 6, 30) }])
  const change = compare(touching, rolled)
  expect(change.map(({ id }) => id)).toEqual([score, drop])
  expect(apply(rolled, invert(change))).toEqual(touching)
})

test('each of the two keeps one frame at least', () => {
  const most = 25 * (4 * 60 + 30) - 1
  expect(spans(done(rollBorder(score, drop, most), touching), drop)[0]).toMatchObject({
    start: at(1, 6, 29, 24),
  })
  expect(refused(rollBorder(score, drop, most + 1), touching).message).toBe('Out must be after in.')
  expect(done(rollBorder(score, drop, -60 * 25 + 1), touching)).toBeDefined()
  expect(refused(rollBorder(score, drop, -60 * 25), touching).message).toBe('Out must be after in.')
})

test('cues that do not touch have no border to roll', () => {
  expect(refused(rollBorder(score, drop, 1)).found).toBe('an out at 01:02:00:00 and an in at 01:05:00:00')
  expect(refused(rollBorder(drop, score, 1), touching).message).toContain('no border')
  expect(refused(rollBorder('gone' as CueId, score, 1)).found).toContain('gone')
})

test('a border rolls by whole frames, and by none changes nothing', () => {
  expect(refused(rollBorder(score, drop, 0.5), touching).found).toBe('0.5')
  expect(done(rollBorder(score, drop, 0), touching)).toBe(touching)
})

test('a cue that crosses a reel change has its borders on the outer reels', () => {
  const next = done(setCueStart(drop, { reel: reel2, frame: at(2, 1, 0) }), {
    ...sampleDocument,
    cues: {
      ...sampleDocument.cues,
      [drop]: {
        ...(sampleDocument.cues[drop] as Cue),
        spans: [{ reel: reel2, start: at(2, 2, 0), end: at(2, 3, 0) }],
      },
    },
  })
  expect(touchingCue(next, crossing, 'after')).toBe(drop)
  expect(touchingCue(next, drop, 'before')).toBe(crossing)
  expect(touchingCue(next, drop, 'after')).toBeNull()
  const rolled = done(rollBorder(crossing, drop, -25), next)
  expect(spans(rolled, crossing)).toEqual([
    { reel: reel1, start: at(1, 19, 30), end: at(1, 20, 0) },
    { reel: reel2, start: at(2, 0, 8), end: at(2, 0, 59) },
  ])
  expect(spans(rolled, drop)[0]).toMatchObject({ start: at(2, 0, 59) })
})
