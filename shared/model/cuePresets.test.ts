import { expect, test } from 'vitest'
import { frames } from '../time/frames.ts'
import { type Cue, cueTypes } from './cue.ts'
import { cuePresets, cueTypeNames, withType } from './cuePresets.ts'
import type { CueId, ReelId } from './ids.ts'
import { blankCue } from './newProduction.ts'

const cue: Cue = blankCue('c1' as CueId, [{ reel: 'r1' as ReelId, start: frames(0), end: null }])

test.each([
  ['score', { origin: 'commissioned', diegesis: 'nonDiegetic' }],
  ['song', { origin: 'commissioned', vocals: 'vocal' }],
  ['needleDrop', { origin: 'commercial' }],
  ['source', { diegesis: 'diegetic', sourceVisibility: 'offscreen' }],
  ['library', { origin: 'library' }],
  ['theme', { origin: 'commissioned', themeRole: 'segment' }],
  ['logo', { origin: 'commissioned', themeRole: 'logo' }],
  ['other', {}],
] as const)('%s presets what the reference says and nothing else', (type, preset) => {
  expect(withType({ ...cue, type: 'other' }, type)).toEqual({ ...cue, ...preset, type })
  expect(cuePresets[type]).toEqual(preset)
})

test('only theme and logo set a theme role', () => {
  const setting = cueTypes.filter((type) => cuePresets[type].themeRole !== undefined)
  expect(setting).toEqual(['theme', 'logo'])
})

test('a role that the former type had preset goes with it, a role chosen by hand stays', () => {
  const logo = withType(cue, 'logo')
  expect(withType(logo, 'score').themeRole).toBe('none')
  expect(withType({ ...logo, type: 'score', themeRole: 'mainTitle' }, 'song').themeRole).toBe('mainTitle')
  expect(withType({ ...logo, themeRole: 'endTitle' }, 'score').themeRole).toBe('endTitle')
})

test('picking the type it has already changes nothing', () => {
  const changed: Cue = { ...withType(cue, 'score'), origin: 'live' }
  expect(withType(changed, 'score')).toBe(changed)
})

test('every type has a name for sentences', () => {
  expect(cueTypes.map((type) => cueTypeNames[type])).toContain('needle drop')
  expect(new Set(Object.values(cueTypeNames)).size).toBe(cueTypes.length)
})
