import { expect, test } from 'vitest'
import type { Cue } from '../model/cue.ts'
import type { ProductionDocument } from '../model/document.ts'
import { frames } from '../time/frames.ts'
import { moveCues, nudgeCues } from './cueMoveEdits.ts'
import { done, refused } from './fixtures/run.ts'
import { at, crossing, drop, reel1, reel2, sampleDocument, score, typo } from './fixtures/sampleDocument.ts'

const spans = (document: ProductionDocument, id: string) => (document.cues[id] as Cue).spans

test('cues move together by whole frames', () => {
  const edit = moveCues([score, drop], -25)
  expect(edit.label).toBe('Move 2 cues')
  const moved = done(edit)
  expect(spans(moved, score)).toEqual([{ reel: reel1, start: at(1, 0, 59), end: at(1, 1, 59) }])
  expect(spans(moved, drop)).toEqual([{ reel: reel1, start: at(1, 4, 59), end: at(1, 6, 29) }])
  expect(refused(moveCues([score], 0.5)).found).toBe('0.5')
})

test('no cue moves when one of them cannot', () => {
  expect(refused(moveCues([score, drop], -at(1, 1, 1))).message).toContain('timecode zero')
  expect(refused(moveCues([score, typo], 1)).message).toContain('2m04')
})

test('a cue across a reel change keeps the change where it is', () => {
  const moved = done(moveCues([crossing], 250))
  expect(spans(moved, crossing)).toEqual([
    { reel: reel1, start: at(1, 19, 40), end: at(1, 20, 0) },
    { reel: reel2, start: at(2, 0, 8), end: at(2, 1, 10) },
  ])
  expect(refused(moveCues([crossing], 750)).message).toBe('Out must be after in.')
})

test('a nudge moves the cue, its in or its out', () => {
  expect(spans(done(nudgeCues([score], 'start', 1)), score)[0]).toMatchObject({
    start: at(1, 1, 0, 1),
    end: at(1, 2, 0),
  })
  expect(spans(done(nudgeCues([score], 'end', -1)), score)[0]).toMatchObject({
    start: at(1, 1, 0),
    end: at(1, 1, 59, 24),
  })
  expect(spans(done(nudgeCues([score], 'cue', 1)), score)[0]).toMatchObject({ end: at(1, 2, 0, 1) })
  expect(nudgeCues([score, drop], 'end', 1).label).toBe('Nudge 2 outs')
  expect(refused(nudgeCues([score], 'start', 60 * 25)).message).toBe('Out must be after in.')
})

test('an open cue moves by its in, and has no out to nudge', () => {
  const cue = sampleDocument.cues[score] as Cue
  const open: Cue = { ...cue, spans: [{ reel: reel1, start: at(1, 1, 0), end: null }] }
  const document = { ...sampleDocument, cues: { ...sampleDocument.cues, [score]: open } }
  expect(spans(done(moveCues([score], 5), document), score)).toEqual([
    { reel: reel1, start: at(1, 1, 0, 5), end: null },
  ])
  expect(refused(nudgeCues([score], 'end', 1), document).message).toContain('1m01')
})

test('a cue that came in backwards moves as it is', () => {
  const cue = sampleDocument.cues[score] as Cue
  const backwards: Cue = { ...cue, spans: [{ reel: reel1, start: frames(500), end: frames(400) }] }
  const document = { ...sampleDocument, cues: { ...sampleDocument.cues, [score]: backwards } }
  expect(spans(done(moveCues([score], 1), document), score)[0]).toMatchObject({ start: 501, end: 401 })
  expect(refused(moveCues([score], -401), document).message).toContain('timecode zero')
})
