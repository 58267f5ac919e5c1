import { describe, expect, test } from 'vitest'
import type { Cue } from '../model/cue.ts'
import type { ProductionDocument } from '../model/document.ts'
import type { CueId, ReelId } from '../model/ids.ts'
import { addCue, closeCue, closeOpenCue, openCue, openTypedCue, segue } from './cueMarkEdits.ts'
import { isOpen, openCueOf, openCueOfType, openCuesOf } from './cueSpans.ts'
import { done, refused } from './fixtures/run.ts'
import { at, countingIds, reel1, reel2, reel3, sampleDocument } from './fixtures/sampleDocument.ts'

const place = (reel: ReelId, frame: Cue['spans'][number]['start']) => ({ reel, frame: frame as never })
const inAt = place(reel1, at(1, 10, 0))
const opened = done(openCue(inAt, countingIds(), 'score'))
const cueOf = (document: ProductionDocument, id = 'n1') => document.cues[id] as Cue

describe('mark in', () => {
  test('starts a cue of that type with a number and no end', () => {
    expect(openCue(inAt, countingIds()).label).toBe('Mark in')
    expect(cueOf(opened)).toMatchObject({
      number: '1m02a',
      type: 'score',
      origin: 'commissioned',
      diegesis: 'nonDiegetic',
      spans: [{ reel: reel1, start: at(1, 10, 0), end: null }],
    })
    expect(isOpen(cueOf(opened))).toBe(true)
    expect(openCueOf(opened)?.id).toBe('n1')
    expect(openCueOf(sampleDocument)).toBeNull()
  })

  test('is refused while another cue is open', () => {
    const problem = refused(openCue(place(reel1, at(1, 11, 0)), countingIds('x')), opened)
    expect(problem.found).toBe('1m02a, open since 01:10:00:00')
  })

  test('is refused before timecode zero and on an unknown reel', () => {
    expect(refused(openCue(place(reel1, -1 as never), countingIds())).message).toContain('timecode zero')
    expect(refused(openCue(place('gone' as ReelId, at(1, 0, 0)), countingIds())).found).toContain('gone')
  })
})

describe('mark out', () => {
  test('ends the open cue with the first frame without music', () => {
    const closed = done(closeOpenCue(place(reel1, at(1, 10, 0, 1))), opened)
    expect(closeOpenCue(inAt).label).toBe('Mark out')
    expect(cueOf(closed).spans).toEqual([{ reel: reel1, start: at(1, 10, 0), end: at(1, 10, 0, 1) }])
    expect(openCueOf(closed)).toBeNull()
  })

  test('is refused at or before the in, and when nothing is open', () => {
    expect(refused(closeOpenCue(inAt), opened)).toMatchObject({
      message: 'Out must be after in.',
      expected: 'a frame after 01:10:00:00',
      found: '01:10:00:00',
    })
    expect(refused(closeOpenCue(inAt)).message).toBe('No cue is open.')
  })

  test('on a later reel covers the reel changes between, without leader and tail', () => {
    const closed = done(closeOpenCue(place(reel3, at(3, 1, 0))), opened)
    expect(cueOf(closed).spans).toEqual([
      { reel: reel1, start: at(1, 10, 0), end: at(1, 20, 0) },
      { reel: reel2, start: at(2, 0, 8), end: at(2, 20, 0) },
      { reel: reel3, start: at(3, 0, 8), end: at(3, 1, 0) },
    ])
  })

  test('in the leader of the next reel ends the cue with the reel before', () => {
    const closed = done(closeOpenCue(place(reel2, at(2, 0, 8))), opened)
    expect(cueOf(closed).spans).toEqual([{ reel: reel1, start: at(1, 10, 0), end: at(1, 20, 0) }])
  })

  test('on an earlier reel is refused, and so is a cue that starts in the tail and runs on', () => {
    const late = done(openCue(place(reel2, at(2, 20, 1)), countingIds()))
    expect(refused(closeOpenCue(place(reel1, at(1, 15, 0))), late).found).toContain('Reel 1')
    expect(refused(closeOpenCue(place(reel3, at(3, 1, 0))), late).found).toBe('an in in the tail')
  })
})

describe('segue', () => {
  test('ends the open cue and starts the next at the same frame', () => {
    const after = done(segue(place(reel1, at(1, 11, 0)), countingIds('s'), 'needleDrop'), opened)
    expect(cueOf(after).spans[0]?.end).toBe(at(1, 11, 0))
    expect(cueOf(after, 's1')).toMatchObject({
      number: '1m02b',
      type: 'needleDrop',
      spans: [{ reel: reel1, start: at(1, 11, 0), end: null }],
    })
  })

  test('is refused as a whole when the open cue cannot end there', () => {
    expect(refused(segue(inAt, countingIds('s')), opened).message).toBe('Out must be after in.')
  })
})

describe('marks of a type', () => {
  const later = place(reel1, at(1, 10, 20))
  const both = done(openTypedCue(later, countingIds('t'), 'source'), opened)

  test('open cues of two types side by side, told apart by their type', () => {
    expect(openTypedCue(later, countingIds(), 'source').label).toBe('Mark in')
    expect(openCuesOf(both).map(({ id }) => id)).toEqual(['n1', 't1'])
    expect(openCueOfType(both, 'score')?.id).toBe('n1')
    expect(openCueOfType(both, 'source')?.id).toBe('t1')
    expect(openCueOfType(both, 'song')).toBeNull()
  })

  test('open no second cue of a type that is open', () => {
    const problem = refused(openTypedCue(later, countingIds('t'), 'score'), both)
    expect(problem.found).toBe('1m02a, open since 01:10:00:00')
  })

  test('end the cue that they name, and mark out the one that starts last', () => {
    const end = place(reel1, at(1, 11, 0))
    const first = done(closeCue('n1' as CueId, end), both)
    expect(closeCue('n1' as CueId, end).label).toBe('Mark out')
    expect([cueOf(first), cueOf(first, 't1')].map(isOpen)).toEqual([false, true])
    const last = done(closeOpenCue(end), both)
    expect([cueOf(last), cueOf(last, 't1')].map(isOpen)).toEqual([true, false])
  })

  test('leave a cue alone that has an out already, or is gone', () => {
    const end = place(reel1, at(1, 11, 0))
    expect(refused(closeCue('c1' as CueId, end)).message).toBe('This cue has an out already.')
    expect(refused(closeCue('gone' as CueId, end)).found).toContain('gone')
  })
})

test('a drawn cue has both ends at once, and may lie outside the programme', () => {
  const after = done(addCue(place(reel1, at(1, 0, 1)), place(reel1, at(1, 0, 5)), countingIds(), 'logo'))
  expect(cueOf(after)).toMatchObject({
    number: '1m00',
    themeRole: 'logo',
    spans: [{ reel: reel1, start: at(1, 0, 1), end: at(1, 0, 5) }],
  })
})

test('an id that is in use already is refused', () => {
  const edit = openCue(inAt, () => 'c1' as never)
  expect(refused(edit).found).toBe('c1')
  expect((sampleDocument.cues.c1 as Cue).id).toBe('c1' as CueId)
})
