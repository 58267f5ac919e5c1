import { describe, expect, test } from 'vitest'
import { usagesOf } from './societyUsage.ts'
import type { UsageFacts } from './usage.ts'
import { axesOfUsage, fitsUsage } from './usageWords.ts'

const series = { visualRule: 'sourceVisible', category: 'Series' } as const
const plain: UsageFacts = {
  ...{ themeRole: 'none', diegesis: 'nonDiegetic', sourceVisibility: 'none' },
  ...{ prominence: 'background', vocals: 'vocal' },
}
const fits = (text: string, patch: Partial<UsageFacts> = {}) =>
  fitsUsage(text, usagesOf({ ...plain, ...patch }, series))

describe('a code or its name', () => {
  test.each(['BI', 'BV', 'VI', 'VV', 'MT', 'ET', 'LOGO'])(
    '%s, entered on a cue, gives the cue that code',
    (code) => {
      const axes = axesOfUsage(code)
      expect(usagesOf({ ...plain, ...axes }, series).us.code).toBe(code)
    },
  )

  test.each(['EE', 'TO', 'OT', 'TC', 'CT', 'VS', 'FV', 'FI', 'BG', 'EC', 'OI', 'CI', 'SRC'])(
    '%s is known as an alias',
    (alias) => {
      expect(axesOfUsage(alias.toLowerCase())).not.toBeNull()
    },
  )

  test.each(['', 'PD', 'loud', 'constructor'])('%j is none', (text) => {
    expect(axesOfUsage(text)).toBeNull()
  })
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
