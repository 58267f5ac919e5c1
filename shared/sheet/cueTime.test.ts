import { describe, expect, test } from 'vitest'
import type { Span } from '../model/cue.ts'
import type { ReelId } from '../model/ids.ts'
import { blankCue } from '../model/newProduction.ts'
import { cueTime } from './cueTime.ts'
import { buildProgramme } from './programme.ts'
import { frameOf, soundDocument, span, withRecord } from './soundDocument.ts'

const document = withRecord(soundDocument(), 'reels', 'r2', {
  label: 'R2',
  order: 1,
  programme: { start: frameOf('11:00:00:00'), end: frameOf('11:30:00:00') },
  media: null,
  stems: [],
  pictureRate: null,
})
const programme = buildProgramme(document)
const minute = 60 * 25

function timeOf(...spans: readonly Span[]) {
  return cueTime(blankCue('c' as never, spans), programme)
}

describe('where a cue lies', () => {
  test('counts frames from the programme’s start', () => {
    expect(timeOf(span('10:01:00:00', '10:02:00:00'))).toMatchObject({
      kind: 'placed',
      length: minute,
      first: { inProgramme: { start: minute, end: 2 * minute } },
    })
  })

  test('adds up the spans of a reel change, in programme order whatever their order in the cue', () => {
    const before = span('10:29:00:00', '10:30:00:00')
    const after = span('11:00:00:00', '11:02:00:00', 'r2')
    for (const spans of [
      [before, after],
      [after, before],
    ])
      expect(timeOf(...spans)).toMatchObject({
        kind: 'placed',
        length: 3 * minute,
        first: { inReel: { start: frameOf('10:29:00:00') } },
        last: { inReel: { end: frameOf('11:02:00:00') }, inProgramme: { end: 32 * minute } },
      })
  })
})

test('a cue whose parts overlap ends where the last of them ends', () => {
  const time = timeOf(span('10:01:00:00', '10:05:00:00'), span('10:02:00:00', '10:03:00:00'))
  expect(time).toMatchObject({ last: { inReel: { end: frameOf('10:05:00:00') } } })
})

describe('a cue without a place', () => {
  const good = span('10:01:00:00', '10:02:00:00')

  test('is open while its end is not marked', () => {
    expect(timeOf({ ...good, end: null })).toEqual({ kind: 'open' })
    expect(timeOf(good, { ...good, end: null })).toEqual({ kind: 'open' })
  })

  test('is unreadable when a mark names no frame or its reel is gone', () => {
    expect(timeOf({ ...good, start: { unreadable: '10:00:00:99' } })).toEqual({ kind: 'unreadable' })
    expect(timeOf({ ...good, end: { unreadable: 'end' } })).toEqual({ kind: 'unreadable' })
    expect(timeOf({ ...good, reel: 'toString' as ReelId })).toEqual({ kind: 'unreadable' })
  })

  test('is backwards when its out is not after its in', () => {
    expect(timeOf(span('10:02:00:00', '10:02:00:00'))).toEqual({ kind: 'backwards' })
    expect(timeOf(span('10:02:00:00', '10:01:00:00'))).toEqual({ kind: 'backwards' })
  })
})
