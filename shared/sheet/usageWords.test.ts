import { describe, expect, test } from 'vitest'
import { usagesOf } from './societyUsage.ts'
import type { UsageFacts } from './usage.ts'
import { fitsUsage } from './usageWords.ts'

const series = { visualRule: 'sourceVisible', category: 'Series' } as const
const plain: UsageFacts = {
  ...{ themeRole: 'none', diegesis: 'nonDiegetic', sourceVisibility: 'none' },
  ...{ prominence: 'background', vocals: 'vocal' },
}
const fits = (text: string, patch: Partial<UsageFacts> = {}) =>
  fitsUsage(text, usagesOf({ ...plain, ...patch }, series))

const usageOf: Readonly<Record<string, Partial<UsageFacts>>> = {
  BV: {},
  BI: { vocals: 'instrumental' },
  VV: { diegesis: 'diegetic', sourceVisibility: 'performer' },
  FV: { prominence: 'featured' },
  MT: { themeRole: 'mainTitle' },
  ET: { themeRole: 'endTitle' },
  LOGO: { themeRole: 'logo' },
}

test.each([
  ...[
    ['EE', 'LOGO'],
    ['TO', 'MT'],
    ['OT', 'MT'],
    ['OI', 'MT'],
    ['TC', 'ET'],
    ['CT', 'ET'],
    ['EC', 'ET'],
    ['CI', 'ET'],
  ],
  ...[
    ['VS', 'VV'],
    ['FV', 'FV'],
    ['SRC', 'FV'],
    ['BG', 'BV'],
    ['BI', 'BI'],
    ['VV', 'VV'],
    ['MT', 'MT'],
    ['ET', 'ET'],
  ],
] as const)('%s stands for %s and for no other', (alias, code) => {
  const fitting = Object.keys(usageOf).filter((each) => fits(alias.toLowerCase(), usageOf[each]))
  expect(fitting).toContain(code)
  if (!['BV', 'FV'].includes(code)) expect(fitting).toEqual([code])
})

describe('the usage of a licence', () => {
  test.each(['BV', 'bv', 'Background vocal', 'background', 'BG', 'B'])('%s fits background vocal', (text) => {
    expect(fits(text)).toBe(true)
  })

  test.each([
    'BI',
    'Visual vocal',
    'VS',
    'F',
    'Featured',
    'Main title',
    'theme',
    'bumper',
    'up to 30 seconds',
  ])('%s does not', (text) => {
    expect(fits(text)).toBe(false)
  })

  test('is compared with what every vocabulary says', () => {
    expect(fits('Featured', { diegesis: 'diegetic' })).toBe(true)
    expect(fits('OnScreenMusic', { diegesis: 'diegetic', sourceVisibility: 'device' })).toBe(true)
    expect(fits('FV', { prominence: 'featured' })).toBe(true)
    expect(fits('FI', { prominence: 'featured' })).toBe(false)
    expect(fits('Theme', { themeRole: 'segment' })).toBe(true)
    expect(fits('Signature', { themeRole: 'endTitle' })).toBe(true)
    expect(fits('BV', { vocals: 'unknown' })).toBe(false)
  })
})
