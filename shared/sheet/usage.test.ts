import { describe, expect, test } from 'vitest'
import { diegeses, prominences, sourceVisibilities, themeRoles, vocalKinds } from '../model/cue.ts'
import { visualRules } from '../model/production.ts'
import { type UsageFacts, ukUsage, usUsage } from './usage.ts'

const facts: UsageFacts = {
  themeRole: 'none',
  diegesis: 'nonDiegetic',
  sourceVisibility: 'none',
  prominence: 'background',
  vocals: 'instrumental',
}

function us(patch: Partial<UsageFacts>, rule: (typeof visualRules)[number] = 'sourceVisible') {
  return usUsage({ ...facts, ...patch }, rule).code
}

function uk(patch: Partial<UsageFacts>) {
  return ukUsage({ ...facts, ...patch }).code
}

describe('the mapping table, by the default rule', () => {
  test.each([
    ['nonDiegetic', 'none', 'BI', 'BV', 'B'],
    ['metaDiegetic', 'none', 'BI', 'BV', 'B'],
    ['diegetic', 'offscreen', 'BI', 'BV', 'F'],
    ['diegetic', 'none', 'BI', 'BV', 'F'],
    ['diegetic', 'device', 'VI', 'VV', 'F'],
    ['transDiegetic', 'device', 'VI', 'VV', 'F'],
    ['diegetic', 'performer', 'VI', 'VV', 'F'],
    ['transDiegetic', 'performer', 'VI', 'VV', 'F'],
    ['transDiegetic', 'offscreen', 'BI', 'BV', 'F'],
    ['unknown', 'device', 'BI', 'BV', 'B'],
  ] as const)('%s music, source %s', (diegesis, sourceVisibility, instrumental, vocal, ukCode) => {
    for (const themeRole of ['none', 'bumper', 'segment'] as const) {
      expect(us({ themeRole, diegesis, sourceVisibility })).toBe(instrumental)
      expect(us({ themeRole, diegesis, sourceVisibility, vocals: 'vocal' })).toBe(vocal)
      expect(uk({ themeRole, diegesis, sourceVisibility })).toBe(ukCode)
    }
  })

  test.each([
    ['mainTitle', 'MT', 'S'],
    ['endTitle', 'ET', 'S'],
    ['logo', 'LOGO', 'B'],
  ] as const)('theme role %s decides before anything else', (themeRole, usCode, ukCode) => {
    for (const diegesis of diegeses) {
      expect(us({ themeRole, diegesis, sourceVisibility: 'performer', vocals: 'unknown' })).toBe(usCode)
      expect(uk({ themeRole, diegesis, prominence: 'featured' })).toBe(ukCode)
    }
  })

  test('featured music that only the audience hears is F in the UK, unless nobody knows who hears it', () => {
    expect(uk({ prominence: 'featured' })).toBe('F')
    expect(uk({ prominence: 'featured', diegesis: 'metaDiegetic' })).toBe('F')
    expect(uk({ prominence: 'featured', diegesis: 'unknown' })).toBe('B')
  })

  test('without vocals known there is no US code', () => {
    expect(us({ vocals: 'unknown' })).toBeNull()
  })
})

describe('what counts as visual', () => {
  test('only performers, by the narrow rule', () => {
    expect(us({ diegesis: 'diegetic', sourceVisibility: 'device' }, 'performerOnly')).toBe('BI')
    expect(us({ diegesis: 'diegetic', sourceVisibility: 'performer' }, 'performerOnly')).toBe('VI')
  })

  test('anything the characters hear, by the wide rule', () => {
    expect(us({ diegesis: 'transDiegetic', sourceVisibility: 'none' }, 'diegetic')).toBe('VI')
    expect(us({ diegesis: 'metaDiegetic', sourceVisibility: 'performer' }, 'diegetic')).toBe('BI')
  })
})

describe('the reason', () => {
  test('says which rule decided', () => {
    const jukebox: UsageFacts = {
      ...facts,
      diegesis: 'diegetic',
      sourceVisibility: 'device',
      vocals: 'vocal',
    }
    expect(usUsage(jukebox, 'sourceVisible').reason).toBe(
      'Visual vocal: the characters hear it and its source is on screen.',
    )
    expect(ukUsage({ ...facts, prominence: 'featured' }).reason).toContain('focus of attention')
  })

  test('is one plain sentence for every combination', () => {
    for (const themeRole of themeRoles)
      for (const diegesis of diegeses)
        for (const sourceVisibility of sourceVisibilities)
          for (const prominence of prominences)
            for (const vocals of vocalKinds)
              for (const rule of visualRules) {
                const every = { themeRole, diegesis, sourceVisibility, prominence, vocals }
                for (const { reason } of [usUsage(every, rule), ukUsage(every)])
                  expect(reason).toMatch(/^[A-Z][^.]+\.$/)
              }
  })
})
