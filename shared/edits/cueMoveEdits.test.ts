import fc from 'fast-check'
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

test('cues move together as far as all of them stay on their reels', () => {
  const earliest = done(moveCues([score, drop], -at(1, 1, 1)))
  expect(spans(earliest, score)[0]).toMatchObject({ start: at(1, 0, 0), end: at(1, 1, 0) })
  expect(spans(earliest, drop)[0]).toMatchObject({ start: at(1, 4, 0), end: at(1, 5, 30) })
  const latest = done(moveCues([score, drop], 1_000_000))
  expect(spans(latest, drop)[0]?.end).toBe(at(1, 21, 0))
  expect(done(moveCues([score, drop], 5), latest)).toBe(latest)
  expect(refused(moveCues([score, typo], 1)).message).toContain('2m04')
})

test('wherever cues are pulled, they keep their length and distance, and none leaves its reel', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), (by) => {
      const moved = done(moveCues([score, drop], by))
      const [one, two] = [spans(moved, score)[0], spans(moved, drop)[0]]
      const steps = [one?.start, two?.start].map((start) => Number(start))
      expect((steps[1] ?? 0) - (steps[0] ?? 0)).toBe(at(1, 5, 0) - at(1, 1, 0))
      for (const span of [one, two]) {
        expect(Number(span?.start)).toBeGreaterThanOrEqual(at(1, 0, 0))
        expect(Number(span?.end)).toBeLessThanOrEqual(at(1, 21, 0))
      }
      expect(Number(two?.end) - Number(two?.start)).toBe(at(1, 6, 30) - at(1, 5, 0))
    }),
  )
})

test('a cue across a reel change keeps the change where it is, and a frame on either side of it', () => {
  const moved = done(moveCues([crossing], 250))
  expect(spans(moved, crossing)).toEqual([
    { reel: reel1, start: at(1, 19, 40), end: at(1, 20, 0) },
    { reel: reel2, start: at(2, 0, 8), end: at(2, 1, 10) },
  ])
  expect(spans(done(moveCues([crossing], 750)), crossing)[0]?.start).toBe(at(1, 19, 59, 24))
  expect(spans(done(moveCues([crossing], -100_000)), crossing)[1]?.end).toBe(at(2, 0, 8, 1))
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
  expect(done(moveCues([score], -1), document), 'outside its reel already: no further').toBe(document)
})
