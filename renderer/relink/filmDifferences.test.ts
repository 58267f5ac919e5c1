import { describe, expect, test } from 'vitest'
import { sampleDocument } from '../../shared/edits/fixtures/sampleDocument.ts'
import type { OpenedFilm } from '../../shared/ipc/film.ts'
import type { NamedFile } from '../../shared/model/namedFiles.ts'
import { frames } from '../../shared/time/frames.ts'
import { filmDifferences } from './filmDifferences.ts'
import { comparedOffer, offerText, relinkOf } from './mediaFinder.ts'
import { troubledFiles } from './mediaLinks.ts'
import { outcomeText, troubleText } from './relinkWords.ts'

const { rate } = sampleDocument.production
const reel = sampleDocument.reels.r1
if (!reel?.media) throw new Error('the sample has no film on its first reel')
const { media } = reel
const named: NamedFile = { kind: 'film', path: media.path, identity: '1000-aa', reel }

function film(changes: Partial<OpenedFilm> = {}, picture: object = {}): OpenedFilm {
  const { startFrame, frameCount } = media
  return {
    ...{ container: 'MPEG-4', size: 1000, durationSeconds: 100, timeReference: null, isInexact: false },
    sounds: [{ index: 0 } as never],
    picture: {
      codec: 'AVC',
      codecName: 'H.264',
      width: 2,
      height: 2,
      rate,
      isVariableRate: false,
      startFrame,
      frameCount,
      ...picture,
    },
    ...{
      path: '/else/reel1.mov',
      name: 'reel1.mov',
      url: '',
      peaksUrl: '',
      decodedUrl: '',
      identity: '1000-bb',
    },
    prepared: null,
    ...changes,
  }
}

const whatOf = (other: OpenedFilm) => filmDifferences(named, other, rate).map(({ what }) => what)

describe('comparing a film with the one that was spotted', () => {
  test('tells length, rate, start, picture, sound and size', () => {
    expect(whatOf(film())).toEqual([])
    expect(whatOf(film({}, { frameCount: frames(10) }))).toEqual(['Length'])
    expect(whatOf(film({}, { startFrame: frames(0) }))).toEqual(['Starts at'])
    expect(whatOf(film({}, { startFrame: null }))).toEqual([])
    expect(whatOf(film({}, { rate: { num: 50, den: 1, dropFrame: false } }))).toEqual(['Rate'])
    expect(whatOf(film({ sounds: [], size: 7 }))).toEqual(['Sound', 'Size'])
    expect(filmDifferences(named, film({}, { frameCount: frames(10) }), rate)[0]).toMatchObject({
      expected: expect.stringContaining(`${media.frameCount} frames`),
      found: expect.stringContaining('10 frames'),
    })
  })

  test('takes the same content by itself, what is alike too, and another cut only if the user says so', () => {
    const same = comparedOffer(named, film({ identity: '1000-aa' }), rate)
    expect(same).toMatchObject({ kind: 'same', isTaken: true })
    expect(relinkOf(named, same, rate)).toEqual({ from: media.path, to: '/else/reel1.mov', content: null })
    expect(comparedOffer(named, film(), rate)).toMatchObject({ kind: 'alike', isTaken: true })
    const other = comparedOffer(named, film({}, { frameCount: frames(10) }), rate)
    expect(other).toMatchObject({ kind: 'other', isTaken: false, refusal: null })
    expect(offerText(other, media.path)).toBe('another cut')
    expect(relinkOf(named, other, rate).content).toMatchObject({
      identity: '1000-bb',
      film: { frameCount: 10 },
    })
  })

  test('never takes another film for a proxy', () => {
    const offer = comparedOffer({ ...named, kind: 'proxy' }, film(), rate)
    expect(offer.refusal?.remedy).toContain('Attach it as a new proxy')
    expect(offer.isTaken).toBe(false)
  })
})

describe('what is wrong with the media, in words', () => {
  test('names what is missing, what was replaced, and what changed', () => {
    const at = (path: string, state: 'missing' | 'changed', other: string | null = null) =>
      [path, { state, other }] as const
    const text = (...states: (readonly [string, { state: 'missing' | 'changed'; other: string | null }])[]) =>
      troubleText(troubledFiles(sampleDocument, new Map(states)), 3)
    expect(text(at('/films/reel1.mov', 'missing'))).toBe('reel1.mov is not where it was.')
    expect(text(at('/films/reel1.mov', 'missing'), at('/films/reel2.mov', 'missing'))).toBe(
      '2 of 3 media files are not where they were: reel1.mov, reel2.mov.',
    )
    expect(text(at('/films/reel1.mov', 'missing', '/x/reel1.mov'))).toContain(
      'A file of the same name beside',
    )
    expect(text(at('/films/reel2.mov', 'changed'))).toBe(
      'reel2.mov has changed since the spotting: another cut?',
    )
  })

  test('says what a search came to', () => {
    const outcome = { folders: 4, files: 1234, unreadable: 1, cut: null, found: [] }
    expect(outcomeText(outcome, 2)).toBe(
      '0 of 2 found by content · 1,234 files in 4 folders looked at · 1 folder could not be read',
    )
    expect(outcomeText({ ...outcome, cut: 'stopped' }, 2)).toBe('Stopped.')
  })
})
