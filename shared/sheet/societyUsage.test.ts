import { describe, expect, test } from 'vitest'
import {
  type Cue,
  cueOrigins,
  diegeses,
  prominences,
  sourceVisibilities,
  themeRoles,
  vocalKinds,
} from '../model/cue.ts'
import { productionCategories, visualRules } from '../model/production.ts'
import { originCodes } from './originCodes.ts'
import { usagesOf } from './societyUsage.ts'
import type { UsageFacts } from './usage.ts'

type Row = readonly [
  themeRole: Cue['themeRole'],
  diegesis: readonly Cue['diegesis'][],
  seen: readonly Cue['sourceVisibility'][],
  us: readonly [instrumental: string, vocal: string],
  uk: string,
  apra: string,
  socan: string,
  ddex: readonly [use: string, perception: string, theme?: string],
]

const heard = ['diegetic', 'transDiegetic'] as const

/** The mapping table of the cue-sheet reference, section 5.3, row by row, by the default rule. */
const rows: readonly Row[] = [
  [
    ...(['none', ['nonDiegetic', 'metaDiegetic'], ['none'], ['BI', 'BV'], 'B'] as const),
    ...(['Background', 'background', ['Background', 'Background']] as const),
  ],
  [
    ...(['none', ['diegetic'], ['offscreen', 'none'], ['BI', 'BV'], 'F'] as const),
    ...(['Featured', 'background', ['Background', 'Background']] as const),
  ],
  [
    ...(['none', heard, ['device'], ['VI', 'VV'], 'F'] as const),
    ...(['Featured', 'featured', ['OnScreenMusic', 'Visual']] as const),
  ],
  [
    ...(['none', heard, ['performer'], ['VI', 'VV'], 'F'] as const),
    ...(['Featured', 'featured', ['OnScreenMusic', 'Visual']] as const),
  ],
  [
    ...(['none', ['transDiegetic'], ['offscreen', 'none'], ['BI', 'BV'], 'F'] as const),
    ...(['Featured', 'background', ['Background', 'Background']] as const),
  ],
  [
    ...(['none', ['unknown'], sourceVisibilities, ['BI', 'BV'], 'B'] as const),
    ...(['Background', 'background', ['Background', 'Background']] as const),
  ],
  [
    ...(['bumper', ['nonDiegetic'], ['none'], ['BI', 'BV'], 'B'] as const),
    ...(['Background', 'background', ['Bumper', 'Background']] as const),
  ],
  [
    ...(['bumper', heard, ['device'], ['VI', 'VV'], 'F'] as const),
    ...(['Background', 'background', ['Bumper', 'Visual']] as const),
  ],
  [
    ...(['segment', ['nonDiegetic'], ['none'], ['BI', 'BV'], 'B'] as const),
    ...(['Background', 'theme', ['Theme', 'Background', 'SegmentTheme']] as const),
  ],
  [
    ...(['segment', heard, ['performer'], ['VI', 'VV'], 'F'] as const),
    ...(['Background', 'theme', ['Theme', 'Visual', 'SegmentTheme']] as const),
  ],
  [
    ...(['mainTitle', ['nonDiegetic', 'unknown'], ['none'], ['MT', 'MT'], 'S'] as const),
    ...(['Theme', 'theme', ['Theme', 'Background', 'OpeningTheme']] as const),
  ],
  [
    ...(['endTitle', ['nonDiegetic', 'unknown'], ['none'], ['ET', 'ET'], 'S'] as const),
    ...(['Theme', 'theme', ['Theme', 'Background', 'ClosingTheme']] as const),
  ],
  [
    ...(['logo', ['nonDiegetic', 'unknown'], ['none'], ['LOGO', 'LOGO'], 'B'] as const),
    ...(['Background', 'logo', ['AudioLogo', 'Background']] as const),
  ],
]

const series = { visualRule: 'sourceVisible', category: 'Series' } as const

function facts(patch: Partial<UsageFacts>): UsageFacts {
  const plain = { themeRole: 'none', diegesis: 'nonDiegetic', sourceVisibility: 'none' } as const
  return { ...plain, prominence: 'background', vocals: 'instrumental', ...patch }
}

describe('the mapping table', () => {
  test.each(rows)(
    '%s, %j, source %j',
    (themeRole, heardAs, seen, [instrumental, vocal], uk, apra, socan, ddex) => {
      for (const diegesis of heardAs)
        for (const sourceVisibility of seen) {
          const cue = facts({ themeRole, diegesis, sourceVisibility })
          const { us, ...others } = usagesOf(cue, series)
          expect(us.code).toBe(instrumental)
          expect(usagesOf({ ...cue, vocals: 'vocal' }, series).us.code).toBe(vocal)
          expect(others.uk.code).toBe(uk)
          expect(others.apra.code).toBe(apra)
          expect(others.socan.code).toBe(socan)
          const [use, perception, theme = null] = ddex
          expect(others.ddex).toMatchObject({ code: use, perception, theme, vocal: 'Instrumental' })
        }
    },
  )

  test('featured music that only the audience hears is featured everywhere but in the US and at DDEX', () => {
    for (const diegesis of ['nonDiegetic', 'metaDiegetic'] as const) {
      const usages = usagesOf(facts({ diegesis, prominence: 'featured' }), series)
      expect([usages.us.code, usages.uk.code, usages.apra.code, usages.socan.code, usages.ddex.code]).toEqual(
        [...['BI', 'F', 'Featured', 'featured', 'Background']],
      )
    }
  })

  test('the titles of a film are film themes', () => {
    const film = { ...series, category: 'Movie' } as const
    expect(usagesOf(facts({ themeRole: 'mainTitle' }), film).ddex.code).toBe('FilmTheme')
    expect(usagesOf(facts({ themeRole: 'segment' }), film).ddex.code).toBe('Theme')
  })

  test('what is visual follows the production’s rule', () => {
    const jukebox = facts({ diegesis: 'diegetic', sourceVisibility: 'device' })
    const narrow = usagesOf(jukebox, { ...series, visualRule: 'performerOnly' })
    expect([narrow.us.code, narrow.socan.code, narrow.ddex.perception]).toEqual([
      'BI',
      'background',
      'Background',
    ])
    expect(narrow.apra.code).toBe('Featured')
  })
})

test('every combination has one plain sentence on why in each vocabulary', () => {
  for (const themeRole of themeRoles)
    for (const diegesis of diegeses)
      for (const sourceVisibility of sourceVisibilities)
        for (const prominence of prominences)
          for (const vocals of vocalKinds)
            for (const visualRule of visualRules) {
              const cue = { themeRole, diegesis, sourceVisibility, prominence, vocals }
              for (const category of [productionCategories[0], productionCategories[1]])
                for (const { reason } of Object.values(usagesOf(cue, { visualRule, category })))
                  expect(reason).toMatch(/^[A-Z][^.]+\.$/)
            }
})

test('every origin has its word in each vocabulary', () => {
  expect(cueOrigins.map((origin) => Object.values(originCodes[origin]).join(' '))).toEqual([
    'X Specially Commissioned SpeciallyCommissionedMusic',
    'C Commercial PreexistingMusic',
    'L Production Music LibraryMusic',
    'P Commercial PreexistingMusic',
    'V Commercial PreexistingMusic',
    '  Unknown',
  ])
})
