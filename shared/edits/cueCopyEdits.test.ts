import { expect, test } from 'vitest'
import { duplicateCues } from './cueCopyEdits.ts'
import { done, refused } from './fixtures/run.ts'
import {
  at,
  countingIds,
  crossing,
  drop,
  reel3,
  sampleDocument,
  score,
  typo,
} from './fixtures/sampleDocument.ts'

const place = { reel: reel3, frame: at(3, 1, 0) }

test('a copy is as long as the cue, has its own number and no licence', () => {
  const after = done(duplicateCues([drop], place, countingIds()))
  expect(after.cues.n1).toMatchObject({
    number: '3m05',
    work: 'w1',
    spans: [{ reel: reel3, start: at(3, 1, 0), end: at(3, 2, 30) }],
  })
  expect(after.licences).toBe(sampleDocument.licences)
})

test('copies of several cues lie as far apart as the cues do', () => {
  const edit = duplicateCues([drop, score], place, countingIds())
  expect(edit.label).toBe('Duplicate 2 cues')
  const after = done(edit)
  expect(after.cues.n2?.spans).toEqual([{ reel: reel3, start: at(3, 1, 0), end: at(3, 2, 0) }])
  expect(after.cues.n1?.spans).toEqual([{ reel: reel3, start: at(3, 5, 0), end: at(3, 6, 30) }])
  expect(after.cues.n1?.number).not.toBe(after.cues.n2?.number)
})

test('a copy of a cue across a reel change is one stretch of the same length', () => {
  const after = done(duplicateCues([crossing], place, countingIds()))
  expect(after.cues.n1?.spans).toEqual([{ reel: reel3, start: at(3, 1, 0), end: at(3, 2, 22) }])
})

test('a copy without a length, past the end of the reel or from several reels is refused', () => {
  expect(refused(duplicateCues([typo], place, countingIds())).message).toContain('length')
  const late = { reel: reel3, frame: at(3, 20, 30) }
  expect(refused(duplicateCues([drop], late, countingIds())).message).toContain('end of its reel')
  const onTwoReels = {
    ...sampleDocument,
    cues: {
      ...sampleDocument.cues,
      [score]: {
        ...sampleDocument.cues[score],
        spans: [{ reel: reel3, start: at(3, 2, 0), end: at(3, 3, 0) }],
      },
    },
  } as typeof sampleDocument
  expect(refused(duplicateCues([drop, score], place, countingIds()), onTwoReels).message).toContain(
    'several reels',
  )
})
