import { describe, expect, test } from 'vitest'
import type { CueId } from '../model/ids.ts'
import { blankDocument } from '../model/newProduction.ts'
import { buildCueSheet } from './cueSheet.ts'
import {
  frameOf,
  rate25,
  soundDocument,
  span,
  withCueAt,
  withProduction,
  withRecord,
} from './soundDocument.ts'

const document = soundDocument()

function ids(of = document) {
  return buildCueSheet(of).rows.map(({ cue }) => cue)
}

describe('the order of rows', () => {
  test('is by in, then out, then number as people count, then id', () => {
    let crowd = withCueAt(document, 'z9', '10:01:00:00', '10:02:00:00', { number: 'm9' })
    crowd = withCueAt(crowd, 'a10', '10:01:00:00', '10:02:00:00', { number: 'm10' })
    crowd = withCueAt(crowd, 'b10', '10:01:00:00', '10:02:00:00', { number: 'm10' })
    crowd = withCueAt(crowd, 'short', '10:01:00:00', '10:01:30:00')
    crowd = withCueAt(crowd, 'first', '10:00:00:00', '10:20:00:00')
    expect(ids(crowd)).toEqual(['first', 'short', 'c1', 'z9', 'a10', 'b10', 'c2'])
    expect(buildCueSheet(crowd).rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  test('does not depend on the order of the tables', () => {
    const reversed = { ...document, cues: Object.fromEntries(Object.entries(document.cues).toReversed()) }
    expect(buildCueSheet(reversed)).toEqual(buildCueSheet(document))
  })
})

describe('what is left out', () => {
  test('cut and temp cues, without a word', () => {
    const cut = withRecord(document, 'cues', 'c1', { state: 'cut' })
    expect(ids(withRecord(cut, 'cues', 'c2', { state: 'temp' }))).toEqual([])
    expect(buildCueSheet(cut).leftOut).toEqual([])
  })

  test('open, unreadable and backwards cues, with the reason, and not in the totals', () => {
    let faulty = withRecord(document, 'cues', 'c1', {
      spans: [{ ...span('10:01:00:00', '10:02:00:00'), end: null }],
    })
    faulty = withCueAt(faulty, 'u', '10:03:00:00', '10:04:00:00', {
      spans: [{ ...span('10:03:00:00', '10:04:00:00'), start: { unreadable: '10:03:00:25' } }],
    })
    faulty = withCueAt(faulty, 'b', '10:04:00:00', '10:03:00:00')
    const sheet = buildCueSheet(faulty)
    expect(sheet.rows.map(({ cue }) => cue)).toEqual(['c2'])
    expect(sheet.leftOut).toEqual([
      { cue: 'b', why: 'backwards' },
      { cue: 'c1', why: 'open' },
      { cue: 'u', why: 'unreadable' },
    ])
    expect(sheet.totals.musicSeconds).toBe(60)
  })
})

describe('totals', () => {
  test('add up reported durations, and count overlaps once in the coverage', () => {
    const crossfade = withCueAt(document, 'x', '10:05:30:00', '10:06:30:00')
    expect(buildCueSheet(crossfade).totals).toEqual({
      showSeconds: 1800,
      musicSeconds: 180,
      coverageSeconds: 150,
    })
  })

  test('an empty production has an empty sheet', () => {
    const sheet = buildCueSheet(blankDocument(rate25))
    expect(sheet.rows).toEqual([])
    expect(sheet.totals).toEqual({ showSeconds: 0, musicSeconds: 0, coverageSeconds: 0 })
  })
})

describe('a row', () => {
  const [row] = buildCueSheet(document).rows

  test('takes its title from the work, unless the cue has its own', () => {
    expect(row?.title).toBe('First')
    const titled = withRecord(document, 'cues', 'c1', { title: 'First (End Title)' })
    expect(buildCueSheet(titled).rows[0]?.title).toBe('First (End Title)')
    const blank = withRecord(document, 'cues', 'c1', { title: '  ' })
    expect(buildCueSheet(blank).rows[0]?.title).toBe('First')
  })

  test('carries writers and publishers with names, societies and shares', () => {
    expect(row?.writers).toEqual([
      {
        firstName: 'Anna',
        lastName: 'Writer',
        name: 'Anna Writer',
        isFirm: false,
        role: 'C',
        society: 'PRS',
        ipi: '99999000142',
        share: 10_000,
      },
    ])
    expect(row?.publishers[0]).toMatchObject({ name: 'House Music', isFirm: true })
  })

  test('is empty where work and recording are not known', () => {
    const bare = withRecord(document, 'cues', 'c1', { work: null, recording: null })
    expect(buildCueSheet(bare).rows[0]).toMatchObject({
      title: '',
      writers: [],
      publishers: [],
      artist: '',
      iswc: '',
    })
  })

  test('follows the production’s rule of what is visual', () => {
    const radio = withRecord(document, 'cues', 'c1', { diegesis: 'diegetic', sourceVisibility: 'device' })
    expect(buildCueSheet(radio).rows[0]?.usUsage.code).toBe('VI')
    const narrow = withProduction(radio, { visualRule: 'performerOnly' })
    expect(buildCueSheet(narrow).rows[0]?.usUsage.code).toBe('BI')
  })

  test('names the act that holds its in; else its reel, but only when there are several', () => {
    expect(row?.segment).toBe('')
    const twoReels = withRecord(document, 'reels', 'r0', {
      label: 'R0',
      order: -1,
      programme: { start: frameOf('09:00:00:00'), end: frameOf('09:10:00:00') },
      media: null,
      stems: [],
      pictureRate: null,
    })
    expect(buildCueSheet(twoReels).rows[0]?.segment).toBe('R1')
    const act = { reel: 'r1' as never, kind: 'content' as const, label: 'Act 1' }
    const acts = withRecord(twoReels, 'segments', 's', {
      ...act,
      start: frameOf('10:01:00:00'),
      end: frameOf('10:01:00:01'),
    })
    expect(buildCueSheet(acts).rows.map(({ segment }) => segment)).toEqual(['Act 1', 'R1'])
  })

  test('prints in and out in the numbers of their reels, past midnight too', () => {
    const night = withRecord(document, 'reels', 'r1', {
      programme: { start: frameOf('23:00:00:00'), end: (frameOf('23:00:00:00') + 2 * 3600 * 25) as never },
    })
    const start = frameOf('23:59:59:24')
    const spans = [{ ...span('10:01:00:00', '10:02:00:00'), start, end: (start + 26) as never }]
    const sheet = buildCueSheet(withRecord(night, 'cues', 'c1', { spans }))
    const late = sheet.rows.find(({ cue }) => cue === ('c1' as CueId))
    expect(late?.time).toMatchObject({
      timecodeIn: '23:59:59:24',
      timecodeOut: '00:00:01:00',
      length: 26,
      seconds: 1,
    })
  })

  test('counts a licence that names the cue twice only once', () => {
    const twice = withRecord(document, 'licences', 'sync2', { cues: ['c2', 'c2'] as CueId[] })
    expect(buildCueSheet(twice).rows[1]?.sync.text).toBe('executed')
  })
})

test('a stated show duration takes the place of the computed one', () => {
  const { totals } = buildCueSheet(withProduction(soundDocument(), { showDurationOverride: 90 }))
  expect(totals.showSeconds).toBe(90)
  expect(buildCueSheet(soundDocument()).totals.showSeconds).toBe(1800)
})
