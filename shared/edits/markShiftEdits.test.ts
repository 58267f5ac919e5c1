import { describe, expect, test } from 'vitest'
import type { CueId } from '../model/ids.ts'
import { frames } from '../time/frames.ts'
import { closeCue, openCue, segue } from './cueMarkEdits.ts'
import { done } from './fixtures/run.ts'
import { at, countingIds, reel1, reel2 } from './fixtures/sampleDocument.ts'
import { type MarkedEdge, shiftMarks, shiftRoom } from './markShiftEdits.ts'

const first = 'n1' as CueId
const next = 's1' as CueId
const on = (frame: number) => ({ reel: reel1, frame: frames(frame) })
const start = at(1, 10, 0)
const opened = done(openCue(on(start), countingIds(), 'score'))
const closed = done(closeCue(first, on(start + 20)), opened)
const inEdge: MarkedEdge = { cue: first, edge: 'start' }
const outEdge: MarkedEdge = { cue: first, edge: 'end' }

describe('a shift for reaction time', () => {
  test('says by how many frames', () => {
    expect(shiftMarks([inEdge], 5).label).toBe('Shift the mark by 5 frames for reaction time')
    expect(shiftMarks([inEdge], 1).label).toBe('Shift the mark by 1 frame for reaction time')
  })

  test('puts the in of an open cue earlier and leaves it open', () => {
    const shifted = done(shiftMarks([inEdge], 5), opened)
    expect(shifted.cues[first]?.spans).toEqual([{ reel: reel1, start: start - 5, end: null }])
  })

  test('puts an out earlier', () => {
    const shifted = done(shiftMarks([outEdge], 5), closed)
    expect(shifted.cues[first]?.spans).toEqual([{ reel: reel1, start, end: start + 15 }])
  })

  test('moves both edges of a segue, which go on touching', () => {
    const joined = done(segue(on(start + 20), countingIds('s'), 'score'), opened)
    const shifted = done(shiftMarks([outEdge, { cue: next, edge: 'start' }], 6), joined)
    expect(shifted.cues[first]?.spans[0]?.end).toBe(start + 14)
    expect(shifted.cues[next]?.spans[0]?.start).toBe(start + 14)
  })
})

describe('the room for a shift', () => {
  test('is all that is asked for where nothing is in the way', () => {
    expect(shiftRoom(opened, [inEdge], 5)).toBe(5)
    expect(shiftRoom(closed, [outEdge], 19)).toBe(19)
  })

  test('leaves a cue one frame of music', () => {
    expect(shiftRoom(closed, [outEdge], 20)).toBe(19)
    const joined = done(segue(on(start + 3), countingIds('s'), 'score'), opened)
    expect(shiftRoom(joined, [outEdge, { cue: next, edge: 'start' }], 5)).toBe(2)
  })

  test('ends at timecode zero', () => {
    const early = done(openCue(on(3), countingIds(), 'score'))
    expect(shiftRoom(early, [inEdge], 5)).toBe(3)
  })

  test('of an out on a later reel ends with the first frame of that reel', () => {
    const crossing = done(closeCue(first, { reel: reel2, frame: at(2, 0, 8, 4) }), opened)
    expect(shiftRoom(crossing, [outEdge], 5)).toBe(3)
  })

  test('is none for a cue that is gone', () => {
    expect(shiftRoom(opened, [{ cue: 'gone' as CueId, edge: 'start' }], 5)).toBe(0)
  })
})
