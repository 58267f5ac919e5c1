import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { offeredRates } from '../time/frameRate.ts'
import { type Frames, frames } from '../time/frames.ts'
import type { Cue } from './cue.ts'
import {
  cueNumberParts,
  freeLetteredNumber,
  nextCueNumber,
  parseCueNumber,
  runsBackwards,
} from './cueNumber.ts'
import type { ProductionDocument } from './document.ts'
import type { CueId, ReelId } from './ids.ts'
import { blankCue, blankDocument } from './newProduction.ts'
import type { Production } from './production.ts'

type Placed = readonly [number: string, reel: number, start: number]

const reelId = (order: number) => `reel${order}` as ReelId

/** A production of some reels, with cues given by number, reel and start. */
function withCues(
  placed: readonly Placed[],
  reels = 1,
  header: Partial<Production> = {},
): ProductionDocument {
  const blank = blankDocument(offeredRates[1] as (typeof offeredRates)[number])
  const cues = placed.map(([number, reel, start], index): Cue => {
    const span = { reel: reelId(reel), start: frames(start), end: frames(start + 10) }
    return { ...blankCue(`c${index}` as CueId, [span]), number }
  })
  const programme = { start: frames(0), end: frames(1000) }
  return {
    ...blank,
    production: { ...blank.production, ...header },
    reels: Object.fromEntries(
      Array.from({ length: reels }, (_, index) => index + 1).map((order) => [
        reelId(order),
        {
          id: reelId(order),
          label: '',
          order: order * 10,
          programme,
          media: null,
          stems: [],
          pictureRate: null,
        },
      ]),
    ),
    cues: Object.fromEntries(cues.map((cue) => [cue.id, cue])),
  }
}

const next = (document: ProductionDocument, reel: number, start: number) =>
  nextCueNumber(document, reelId(reel), start as Frames)

test.each([
  ['1m04', { head: '1', running: 4, letters: '' }],
  ['205m03s', { head: '205', running: 3, letters: 's' }],
  ['m12', { head: '', running: 12, letters: '' }],
  ['4M11B', { head: '4', running: 11, letters: 'b' }],
  ['Opening', null],
  ['', null],
])('the parts of %s are read', (number, parts) => {
  expect(parseCueNumber(number)).toEqual(parts)
})

describe('the next number', () => {
  test('starts at 1m01 on the only reel of a film', () => {
    expect(next(withCues([]), 1, 100)).toBe('1m01')
  })

  test('bears the place of the reel in the running order, whatever its order value', () => {
    expect(next(withCues([], 3), 3, 100)).toBe('3m01')
  })

  test('runs on over the reels', () => {
    const document = withCues(
      [
        ['1m01', 1, 0],
        ['1m02', 1, 50],
      ],
      2,
    )
    expect(next(document, 2, 0)).toBe('2m03')
  })

  test('bears season and episode in a series', () => {
    expect(next(withCues([], 1, { category: 'Series', episodeNumber: '205' }), 1, 0)).toBe('205m01')
    const split = { category: 'Series', seasonNumber: '2', episodeNumber: '5' } as const
    expect(next(withCues([], 1, split), 1, 0)).toBe('205m01')
    expect(next(withCues([], 1, { category: 'Series', episodeNumber: '1/3' }), 1, 0)).toBe('1m01')
    expect(next(withCues([], 1, { category: 'Movie', episodeNumber: '205' }), 1, 0)).toBe('1m01')
  })

  test('keeps to what stands before the m on that reel already', () => {
    expect(next(withCues([['m11', 1, 0]]), 1, 500)).toBe('m12')
  })

  test('of a cue between two others is that of the one before with a letter', () => {
    const cues: Placed[] = [
      ['1m04', 1, 0],
      ['1m05', 1, 500],
    ]
    expect(next(withCues(cues), 1, 100)).toBe('1m04a')
    expect(next(withCues([...cues, ['1m04a', 1, 100]]), 1, 200)).toBe('1m04b')
    expect(next(withCues([...cues, ['1m04a', 1, 100]]), 1, 50)).toBe('1m04b')
  })

  test('of a cue before a later reel is inserted too, under its own reel', () => {
    const cues: Placed[] = [
      ['1m04', 1, 0],
      ['3m05', 3, 0],
    ]
    expect(next(withCues(cues, 3), 2, 0)).toBe('2m04a')
  })

  test('of a cue before the first is zero', () => {
    const cues: Placed[] = [['1m01', 1, 500]]
    expect(next(withCues(cues), 1, 0)).toBe('1m00')
    expect(next(withCues([...cues, ['1m00', 1, 100]]), 1, 0)).toBe('1m00a')
  })

  test('never uses the letter s, which marks a source cue, and goes on after z', () => {
    const letters = [...'abcdefghijklmnopqr']
    const taken: Placed[] = letters.map((letter, index) => [`1m04${letter}`, 1, 100 + index])
    const cues: Placed[] = [['1m04', 1, 0], ...taken, ['1m05', 1, 900]]
    expect(next(withCues(cues), 1, 300)).toBe('1m04t')
    const rest: Placed[] = [...'tuvwxyz'].map((letter, index) => [`1m04${letter}`, 1, 200 + index])
    expect(next(withCues([...cues, ...rest]), 1, 300)).toBe('1m04za')
  })

  test('has three digits from 100 on', () => {
    expect(next(withCues([['1m99', 1, 0]]), 1, 100)).toBe('1m100')
  })

  test('goes past numbers of cues that cannot be placed, and over cues without a number', () => {
    const document = withCues([
      ['Opening', 1, 0],
      ['1m02', 1, 50],
    ])
    const cue = document.cues.c1 as Cue
    const unreadable = { ...cue, spans: [{ reel: reelId(1), start: { unreadable: '99' }, end: null }] }
    expect(next(document, 1, 900)).toBe('1m03')
    expect(next({ ...document, cues: { ...document.cues, c1: unreadable } }, 1, 900)).toBe('1m03')
  })

  test('is never in use and always short enough, however the others are numbered', () => {
    const number = fc.oneof(
      fc.constantFrom('1m01', '1m02', '1m00', '1m01a', 'm1', 'x', '', '1M02', '1m999999999'),
      fc.string({ unit: fc.constantFrom('1', 'm', 'a', '0'), maxLength: 50 }),
    )
    const placed = fc.tuple(number, fc.integer({ min: 1, max: 2 }), fc.nat(100))
    fc.assert(
      fc.property(fc.array(placed, { maxLength: 30 }), fc.nat(100), (cues, start) => {
        const made = next(withCues(cues, 2), 1, start)
        expect(cues.map(([taken]) => taken.toLowerCase())).not.toContain(made.toLowerCase())
        expect(made.length).toBeLessThanOrEqual(50)
      }),
    )
  })
})

describe('the production’s own numbering', () => {
  const numbering = blankDocument(offeredRates[1] as (typeof offeredRates)[number]).production.numbering
  const header = (patch: Partial<Production['numbering']>, more: Partial<Production> = {}) => ({
    ...more,
    numbering: { ...numbering, ...patch },
  })

  test('puts the prefix in front and pads the running number', () => {
    expect(next(withCues([], 1, header({ prefix: 'HB-', digits: 3 })), 1, 0)).toBe('HB-1m001')
    expect(next(withCues([['HB-1m001', 1, 0]], 1, header({ prefix: 'HB-', digits: 3 })), 1, 50)).toBe(
      'HB-1m002',
    )
  })

  test('leaves the reel out, or counts by episode whatever the category', () => {
    expect(next(withCues([], 2, header({ head: 'none' })), 2, 0)).toBe('m01')
    const film = header({ head: 'episode' }, { category: 'Movie', seasonNumber: '2', episodeNumber: '5' })
    expect(next(withCues([], 1, film), 1, 0)).toBe('205m01')
    const series = header({ head: 'reel' }, { category: 'Series', seasonNumber: '2', episodeNumber: '5' })
    expect(next(withCues([], 2, series), 2, 0)).toBe('2m01')
  })

  test('runs on over the reels, or begins anew on each', () => {
    const placed: readonly Placed[] = [
      ['1m01', 1, 0],
      ['1m02', 1, 100],
    ]
    expect(next(withCues(placed, 3), 2, 0)).toBe('2m03')
    expect(next(withCues(placed, 3, header({ restartsPerReel: true })), 2, 0)).toBe('2m01')
    expect(next(withCues([...placed, ['2m01', 2, 0]], 3, header({ restartsPerReel: true })), 1, 200)).toBe(
      '1m03',
    )
    expect(next(withCues([...placed, ['2m01', 2, 0]], 3, header({ restartsPerReel: true })), 1, 50)).toBe(
      '1m01a',
    )
  })

  test('takes three digits above a hundred cues', () => {
    const many = Array.from({ length: 100 }, (_, index): Placed => [`1m${index + 1}`, 1, index * 10])
    expect(next(withCues(many), 1, 2000)).toBe('1m101')
    expect(next(withCues(many.slice(0, 5), 1, header({ digits: 3 })), 1, 2000)).toBe('1m006')
  })
})

describe('order and letters', () => {
  test('an s in place of the m is read too', () => {
    expect(parseCueNumber('1s03')).toEqual({ head: '1', running: 3, letters: '' })
    expect(parseCueNumber('S02E05m04s')).toEqual({ head: 'S02E05', running: 4, letters: 's' })
  })

  test.each([
    ['1m02', '1m01', true],
    ['1m02a', '1m02', true],
    ['1m02b', '1m02a', true],
    ['1m02s', '1m02', false],
    ['1m02', '2m02a', false],
    ['1m02z', '1m02za', false],
    ['1m02', '1m02', false],
  ])('%s, then %s, runs backwards: %s', (first, second, expected) => {
    const [before, after] = [parseCueNumber(first), parseCueNumber(second)]
    expect(before && after && runsBackwards(before, after)).toBe(expected)
  })

  test('a number that is taken gets the first free letter', () => {
    const document = withCues([
      ['1m04', 1, 0],
      ['1m04', 1, 50],
      ['1m04a', 1, 90],
      ['Cue 7', 1, 95],
    ])
    expect(freeLetteredNumber(document, '1m04')).toBe('1m04b')
    expect(freeLetteredNumber(document, ' Cue 7')).toBe('Cue 7a')
    const [cue] = Object.values(document.cues)
    expect(cue && cueNumberParts(cue)).toEqual({ head: '1', running: 4, letters: '' })
  })
})
