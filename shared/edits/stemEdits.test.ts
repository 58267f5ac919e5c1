import { describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../model/document.ts'
import type { Reel, Stem } from '../model/production.ts'
import { type FrameRate, offeredRates } from '../time/frameRate.ts'
import { frames } from '../time/frames.ts'
import { removeCues } from './cueStructureEdits.ts'
import { done, refused } from './fixtures/run.ts'
import { reel1, sampleDocument, sampleRate } from './fixtures/sampleDocument.ts'
import { changeRate } from './productionEdits.ts'
import {
  attachStems,
  moveStem,
  removeStem,
  renameStem,
  stemLabel,
  stemOffset,
  stemPlace,
} from './stemEdits.ts'

const film: FrameRate = { num: 24_000, den: 1001, dropFrame: false }
const stem = (label: string, samples: number): Stem => ({
  path: `/films/${label}.wav`,
  identity: label,
  label,
  start: { samples, sampleRate: 48_000 },
})
const stemsOf = (document: ProductionDocument) => (document.reels[reel1] as Reel).stems
const reelAt = (startFrame: number, frameCount: number): Reel => {
  const reel = sampleDocument.reels[reel1] as Reel
  if (!reel.media) throw new Error('the sample has a film')
  return {
    ...reel,
    media: { ...reel.media, startFrame: frames(startFrame), frameCount: frames(frameCount) },
  }
}

describe('stems of a reel', () => {
  const attached = done(attachStems(reel1, [stem('DX', 10), stem('MX', 20)]))

  test('are attached behind those that are there, moved, renamed and taken off', () => {
    const more = done(attachStems(reel1, [stem('FX', 30)]), attached)
    expect(stemsOf(more).map(({ label }) => label)).toEqual(['DX', 'MX', 'FX'])
    const moved = done(moveStem(reel1, 1, { samples: -5, sampleRate: 44_100 }), more)
    expect(stemsOf(moved)[1]).toEqual({ ...stem('MX', 0), start: { samples: -5, sampleRate: 44_100 } })
    expect(stemsOf(done(renameStem(reel1, 0, 'Dialogue'), more))[0]?.label).toBe('Dialogue')
    expect(stemsOf(done(removeStem(reel1, 0), more)).map(({ label }) => label)).toEqual(['MX', 'FX'])
  })

  test('that are gone cannot be changed', () => {
    expect(refused(moveStem(reel1, 2, { samples: 0, sampleRate: 1 }), attached).message).toContain(
      'no longer',
    )
    expect(refused(removeStem('gone' as never, 0), attached).message).toContain('reel')
  })

  test('are told in the singular and the plural', () => {
    expect([1, 3].map((count) => attachStems(reel1, Array(count).fill(stem('A', 0))).label)).toEqual([
      'Attach stem',
      'Attach 3 stems',
    ])
  })

  test('keep their place on the film when the frame rate changes', () => {
    const cues = Object.values(attached.cues).map(({ id }) => id)
    const placed = done(moveStem(reel1, 0, { samples: 3601 * 48_000 + 7, sampleRate: 48_000 }), attached)
    const before = stemOffset(stemsOf(placed)[0]?.start as never, placed.reels[reel1] as Reel, sampleRate)
    for (const rate of offeredRates) {
      const after = done(changeRate(rate), done(removeCues(cues), placed))
      const start = stemsOf(after)[0]?.start
      const offset = start && stemOffset(start, after.reels[reel1] as Reel, rate)
      expect(Math.abs((offset ?? 9) - before)).toBeLessThan(2 / 48_000)
    }
  })
})

describe('where a stem belongs', () => {
  const facts = { timeReference: null, startFrame: null, sampleRate: 48_000, durationSeconds: 60 }

  test('at 23.976 an hour of timecode is 3603.6 seconds of Broadcast Wave’s clock', () => {
    const reel = reelAt(86_400, 2400)
    const timeReference = { samples: 172_972_800, sampleRate: 48_000 }
    const place = stemPlace({ ...facts, timeReference }, reel, film)
    expect(place).toEqual({ start: timeReference, by: 'time reference' })
    expect(stemOffset(place.start, reel, film)).toBe(0)
    const frameLater = { samples: 172_972_800 + 2002, sampleRate: 48_000 }
    expect(stemOffset(frameLater, reel, film)).toBeCloseTo(1001 / 24_000, 12)
  })

  test('a reference at another sample rate is read at its own', () => {
    const timeReference = { samples: 3600 * 44_100 + 44_100, sampleRate: 44_100 }
    const place = stemPlace({ ...facts, timeReference }, reelAt(90_000, 2500), sampleRate)
    expect(stemOffset(place.start, reelAt(90_000, 2500), sampleRate)).toBe(1)
  })

  test('a reference that would leave it unheard, such as 0, gives way to timecode and then to the reel', () => {
    const timeReference = { samples: 0, sampleRate: 48_000 }
    const reel = reelAt(90_000, 2500)
    expect(stemPlace({ ...facts, timeReference, startFrame: frames(90_025) }, reel, sampleRate)).toEqual({
      start: { samples: 3601 * 48_000, sampleRate: 48_000 },
      by: 'timecode',
    })
    expect(stemPlace({ ...facts, timeReference, startFrame: frames(5) }, reel, sampleRate)).toEqual({
      start: { samples: 3600 * 48_000, sampleRate: 48_000 },
      by: 'reel',
    })
    expect(stemPlace(facts, reelAt(0, 100), sampleRate).start.samples).toBe(0)
    expect(stemPlace({ ...facts, timeReference }, reelAt(0, 100), sampleRate).by).toBe('time reference')
  })

  test('a stem that begins before the film, and ends in it, is heard', () => {
    const timeReference = { samples: 3590 * 48_000, sampleRate: 48_000 }
    expect(stemPlace({ ...facts, timeReference }, reelAt(90_000, 2500), sampleRate).by).toBe('time reference')
  })
})

test.each([
  ['HARBORLINE_205_R1_DX.wav', 'DX'],
  ['reel 1 music stem.wav', 'MX'],
  ['R2-SFX.aiff', 'FX'],
  ['Salt Road M&E.wav', 'M&E'],
  ['dxb report.wav', 'dxb report'],
  ['02 Undertow.final.wav', '02 Undertow.final'],
])('%s is called %s', (name, label) => {
  expect(stemLabel(name)).toBe(label)
})
