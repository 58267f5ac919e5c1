import { describe, expect, test } from 'vitest'
import { apply, compare, invert } from '../edits/change.ts'
import { setCueRange } from '../edits/cueEdgeEdits.ts'
import { updateCues } from '../edits/cueFieldEdits.ts'
import { chooseWork } from '../edits/cueMusicEdits.ts'
import { done } from '../edits/fixtures/run.ts'
import {
  at,
  countingIds,
  reel1,
  sampleDocument,
  sampleRate,
  score,
  undertow,
} from '../edits/fixtures/sampleDocument.ts'
import { updateLicence } from '../edits/licenceEdits.ts'
import { updateProduction } from '../edits/productionEdits.ts'
import { brokenReferences, documentSchema, type ProductionDocument } from '../model/document.ts'
import type { LicenceId } from '../model/ids.ts'
import { blankDocument } from '../model/newProduction.ts'
import { frames } from '../time/frames.ts'
import { applyTemplate, nextEpisodeHeader, nextNumber } from './applyTemplate.ts'
import { makeTemplate, offeredHeader } from './makeTemplate.ts'
import { checkTemplate, readTemplate, summaryOf, templateText } from './seriesTemplate.ts'

const episode = [
  updateProduction({
    title: 'Night Shift',
    seasonNumber: '2',
    episodeNumber: '204',
    episodeTitle: 'Tin',
    network: 'BBC One',
    airDate: '2026-03-01',
  }),
  setCueRange(score, { reel: reel1, frame: at(1, 0, 8) }, { reel: reel1, frame: at(1, 0, 38) }),
  updateCues([score], {
    type: 'theme',
    themeRole: 'mainTitle',
    origin: 'commissioned',
    vocals: 'instrumental',
  }),
  chooseWork([score], undertow),
  updateLicence('l1' as LicenceId, { licensor: 'Rights Desk', contact: 'rights@example.com' }),
].reduce<ProductionDocument>((document, edit) => done(edit, document), sampleDocument)

const wish = {
  name: 'Night Shift',
  header: ['title', 'seasonNumber', 'episodeNumber', 'network', 'airDate', 'rate'],
  themes: true,
  library: true,
  contacts: true,
}
const template = makeTemplate(episode, wish, countingIds('t'))

const next: ProductionDocument = {
  ...blankDocument(sampleRate),
  reels: { r: { ...sampleDocument.reels[reel1], id: 'r', media: null } as never },
}
const all = { header: true, music: true, themes: true }

describe('a series template', () => {
  test('holds what the episodes have in common', () => {
    expect(template.header).toEqual({
      title: 'Night Shift',
      seasonNumber: '2',
      episodeNumber: '204',
      network: 'BBC One',
    })
    expect(template.cues).toMatchObject([
      { themeRole: 'mainTitle', work: undertow, place: { from: 'start', offset: 0, length: 30 * 25 } },
    ])
    expect(template.works.map(({ title }) => title)).toEqual(['Undertow'])
    expect(template.parties.map(({ name, contact }) => [name, contact])).toContainEqual([
      'Rights Desk',
      'rights@example.com',
    ])
    expect(offeredHeader(episode.production)).not.toContain('airDate')
    expect(summaryOf(template)).toMatchObject({ episode: 'Season 2, Episode 204', cues: 1, works: 1 })
  })

  test('makes the next episode: header, holders, work and the title music at its place', () => {
    const after = done(applyTemplate(template, all, countingIds()), next)
    documentSchema.parse(after)
    expect(brokenReferences(after)).toEqual([])
    expect(after.production).toMatchObject({
      title: 'Night Shift',
      seasonNumber: '2',
      episodeNumber: '205',
      airDate: '',
    })
    const [cue] = Object.values(after.cues)
    expect(cue).toMatchObject({ themeRole: 'mainTitle', type: 'theme', vocals: 'instrumental' })
    expect(cue?.spans).toEqual([{ reel: 'r', start: at(1, 0, 8), end: at(1, 0, 38) }])
    expect(after.works[cue?.work ?? '']?.publishers).toHaveLength(1)
    expect(cue?.number).not.toBe('')
  })

  test('applied again changes nothing more, and undoes exactly', () => {
    const once = done(applyTemplate(template, all, countingIds()), next)
    expect(done(applyTemplate(template, all, countingIds('again')), once)).toEqual(once)
    expect(apply(once, invert(compare(next, once)))).toEqual(next)
  })

  test('uses the music that the production has, and leaves out what was not wished for', () => {
    const after = done(
      applyTemplate(template, { header: false, music: true, themes: false }, countingIds()),
      {
        ...sampleDocument,
      },
    )
    expect(after.works).toBe(sampleDocument.works)
    expect(after.production).toBe(sampleDocument.production)
    expect(after.cues).toBe(sampleDocument.cues)
  })

  test('keeps the place in real time at another rate, and counts end titles from the end', () => {
    const film: ProductionDocument = {
      ...next,
      production: { ...next.production, rate: { num: 50, den: 1, dropFrame: false } },
    }
    const ending = {
      ...template,
      cues: template.cues.map((cue) => ({ ...cue, place: { from: 'end' as const, offset: 25, length: 50 } })),
    }
    const [cue] = Object.values(done(applyTemplate(ending, all, countingIds()), film).cues)
    const end = film.reels.r?.programme.end ?? 0
    expect(cue?.spans[0]).toMatchObject({ start: frames(end - 150), end: frames(end - 50) })
  })

  test('reads as it was written, and is refused when it is damaged or not whole', () => {
    expect(readTemplate(templateText(template))).toEqual({ ok: true, value: template })
    expect(readTemplate(templateText(template).replace('Night', 'Right')).ok).toBe(false)
    expect(checkTemplate({ ...template, parties: [] }).ok).toBe(false)
    expect(readTemplate('').ok).toBe(false)
  })
})

test('the next episode has the next number, written in the same way', () => {
  expect(['204', '09', 'E05', '1/3', 'Pilot', 'S01E09b'].map(nextNumber)).toEqual([
    '205',
    '10',
    'E06',
    '2/3',
    'Pilot',
    'S01E10b',
  ])
  expect(nextEpisodeHeader({ ...template, header: {} })).toEqual({})
})
