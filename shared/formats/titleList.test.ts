import { describe, expect, test } from 'vitest'
import { namesIn, readTitleList } from './titleList.ts'

const titles = (text: string) => readTitleList(text).map((line) => line?.title ?? null)

describe('a list of titles', () => {
  test('has one a line, blank lines left out, a dash for a cue without one', () => {
    expect(titles('﻿Undertow\r\n\r\n  Tidal \n-\n—\nThe crossing')).toEqual([
      'Undertow',
      'Tidal',
      null,
      null,
      'The crossing',
    ])
    expect(titles('')).toEqual([])
  })

  test('loses numbers in front only where every line has one', () => {
    expect(titles('1. Undertow\n2. Tidal')).toEqual(['Undertow', 'Tidal'])
    expect(titles('01 – Undertow\n02 – Tidal')).toEqual(['Undertow', 'Tidal'])
    expect(titles('99 Luftballons\n1. Tidal')).toEqual(['99 Luftballons', '1. Tidal'])
  })

  test('from a spreadsheet is title, artist, composer, with or without a number before them', () => {
    const line = { title: 'Undertow', artist: 'The Tin Coast', composers: ['Ada Rivers', 'Bo Lund'] }
    expect(readTitleList('Undertow\tThe Tin Coast\tAda Rivers / Bo Lund')).toEqual([line])
    expect(readTitleList('1m01\tUndertow\t"The Tin Coast"\tAda Rivers & Bo Lund')).toEqual([line])
    expect(readTitleList('Composer\tTitle\tArtist\nAda Rivers; Bo Lund\tUndertow\tThe Tin Coast')).toEqual([
      line,
    ])
  })
})

test('names are parted by slashes, and by commas only between whole names', () => {
  expect(namesIn('Ada Rivers, Bo Lund')).toEqual(['Ada Rivers', 'Bo Lund'])
  expect(namesIn('Rivers, Ada / Lund, Bo')).toEqual(['Rivers, Ada', 'Lund, Bo'])
  expect(namesIn('Anderson Sandberg')).toEqual(['Anderson Sandberg'])
})
