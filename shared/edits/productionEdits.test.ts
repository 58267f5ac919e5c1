import { describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../model/document.ts'
import type { Reel } from '../model/production.ts'
import { rangeLength } from '../time/frameRange.ts'
import { type FrameRate, offeredRates } from '../time/frameRate.ts'
import { frames } from '../time/frames.ts'
import { formatTimecode } from '../time/timecode.ts'
import { removeCues } from './cueStructureEdits.ts'
import { done, refused } from './fixtures/run.ts'
import { at, reel1, reel2, sampleDocument } from './fixtures/sampleDocument.ts'
import { changeRate, updateProduction } from './productionEdits.ts'
import { setReelStart } from './reelEdits.ts'

const rate = (index: number) => offeredRates[index] as FrameRate
const drop2997 = rate(3)
const withoutCues = done(removeCues(Object.values(sampleDocument.cues).map((cue) => cue.id)))

test('the header changes field by field, but never its rate', () => {
  const forged = { title: 'Harborline', rate: rate(0) } as { title: string }
  expect(done(updateProduction(forged)).production).toEqual({
    ...sampleDocument.production,
    title: 'Harborline',
  })
  expect(updateProduction({ episodeTitle: '' }).label).toBe('Change episode title')
  expect(refused(updateProduction({ airDate: 'soon' })).message).toContain('field airDate')
})

describe('the frame rate', () => {
  const labels = (document: ProductionDocument) =>
    Object.values(document.reels).map(({ media, programme }) =>
      [media?.startFrame ?? programme.start, programme.start].map((frame) =>
        formatTimecode(frame, document.production.rate),
      ),
    )

  test('keeps the label a reel starts with, its length, and what stands on it', () => {
    const after = done(changeRate(drop2997), withoutCues)
    expect(after.production.rate).toEqual(drop2997)
    expect(labels(after).map(([start]) => start)).toEqual(['01:00:00;00', '02:00:00;00', '03:00:00;00'])
    const [before, now] = [withoutCues, after].map((document) => document.reels[reel1] as Reel) as [
      Reel,
      Reel,
    ]
    expect(rangeLength(now.programme)).toBe(rangeLength(before.programme))
    const start = now.media?.startFrame ?? 0
    expect(now.programme.start - start).toBe(8 * 25)
    const shift = start - at(1, 0, 0)
    expect(after.segments.s1?.start).toBe(at(1, 0, 8) + shift)
  })

  test('takes the next label where drop-frame leaves one out, and the last frame of a second where it has fewer', () => {
    const odd = done(setReelStart(reel1, at(1, 1, 0, 1)), withoutCues)
    expect(labels(done(changeRate(drop2997), odd))[0]?.[0]).toBe('01:01:00;02')
    const last = done(setReelStart(reel2, at(2, 0, 0, 24)), withoutCues)
    expect(labels(done(changeRate(rate(1)), last))[1]?.[0]).toBe('02:00:00:23')
  })

  test('keeps the length in seconds of a reel that has sound and no picture', () => {
    const reel = withoutCues.reels[reel1] as Reel
    const start = at(1, 0, 0)
    const media = {
      path: '',
      identity: '',
      startFrame: start,
      frameCount: frames(25 * 20),
      hasPicture: false,
      hasSound: true,
      proxy: null,
    }
    const programme = { start, end: frames(start + 25 * 20) }
    const heard = { ...withoutCues, reels: { [reel1]: { ...reel, media, programme } } }
    const after = done(changeRate(rate(8)), heard).reels[reel1] as Reel
    expect(after.media?.frameCount).toBe(50 * 20)
    expect(rangeLength(after.programme)).toBe(50 * 20)
    expect(after.programme.start).toBe(after.media?.startFrame)
  })

  test('is refused while cues are marked, and when it is no rate', () => {
    expect(refused(changeRate(drop2997)).found).toBe('4 cues at 25')
    const wrong = { num: 25, den: 1, dropFrame: true }
    expect(refused(changeRate(wrong), withoutCues).message).toContain('Drop-frame')
    expect(done(changeRate(sampleDocument.production.rate))).toBe(sampleDocument)
    expect(changeRate(drop2997).label).toBe('Change frame rate to 29.97 drop')
  })
})
