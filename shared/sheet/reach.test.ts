import { describe, expect, test } from 'vitest'
import { mediaPresets, territoryPresets } from '../model/licencePresets.ts'
import { isFestivalOnly, lacking, mediaReach, territoryReach } from './reach.ts'

const outside = (granted: string, ...needs: readonly string[]) => lacking(granted, needs, territoryReach)
const unlicensed = (granted: string, ...needs: readonly string[]) => lacking(granted, needs, mediaReach)

describe('territories', () => {
  test('the world has every place, and every preset has itself', () => {
    expect(outside('World', ...territoryPresets, 'Japan', 'worldwide')).toEqual([])
    for (const preset of territoryPresets) expect(outside(preset, preset)).toEqual([])
  })

  test.each([
    ['World excl. US', 'US'],
    ['World (excluding US & Canada)', 'Canada'],
    ['World excl. US', 'World'],
    ['US & Canada', 'World'],
    ['UK & Ireland', 'EU/EEA'],
    ['EU', 'Norway'],
    ['Germany', 'Austria'],
    ['As in schedule A', 'UK'],
  ])('%s leaves out %s', (granted, need) => {
    expect(outside(granted, need)).toEqual([need])
  })

  test.each([
    ['World excl. US', 'UK'],
    ['World', 'World excl. US'],
    ['North America', 'USA'],
    ['UK & Ireland', 'United Kingdom'],
    ['EU/EEA', 'Germany, Norway'],
    ['UK, Japan', 'japan'],
    ['', 'World'],
    ['UK', ''],
  ])('%s is enough for %s', (granted, need) => {
    expect(outside(granted, need)).toEqual([])
  })
})

describe('media', () => {
  test('every preset has itself, and all media have all but trailers and promos', () => {
    for (const preset of mediaPresets) expect(unlicensed(preset, preset)).toEqual([])
    const apart = ['In-context trailers', 'Out-of-context promos']
    for (const all of [
      'All media',
      'All media now known or later devised',
      'All media known or later devised',
    ])
      expect(unlicensed(all, ...mediaPresets)).toEqual(apart)
  })

  test('what is excluded is left out, and the rest is there', () => {
    const needs = ['Theatrical', 'TV + VOD', 'Festivals only']
    expect(unlicensed('All media excl. theatrical', ...needs)).toEqual(['Theatrical'])
    expect(unlicensed('TV & VOD', 'SVOD', 'TV', 'Theatrical')).toEqual(['Theatrical'])
    expect(unlicensed('All TV', 'TV', 'SVOD')).toEqual(['SVOD'])
    expect(unlicensed('SVOD', 'TV + VOD')).toEqual(['TV + VOD'])
  })

  test.each([
    ['Festivals only', true],
    ['film festivals', true],
    ['All media', false],
    ['Festivals, TV', false],
    ['', false],
  ])('%s is for festivals only: %s', (text, expected) => {
    expect(isFestivalOnly(text)).toBe(expected)
  })
})
