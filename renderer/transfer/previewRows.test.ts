import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvText } from '../../shared/formats/csv.ts'
import { previewRows } from './previewRows.ts'

describe('previewRows', () => {
  test('shows the cells that a row was written from', () => {
    const rows = [
      ['Seq', 'Title', 'Notes'],
      ['1', 'Undertow, again', 'She says "no"\r\nand leaves'],
      ['2', '', ''],
    ]
    expect(previewRows(csvText(rows, { byteOrderMark: true }), 10)).toEqual({ rows, hasMore: false })
  })

  test('stops after the rows asked for and says that there are more', () => {
    const text = csvText([['a'], ['b'], ['c']], { byteOrderMark: false })
    expect(previewRows(text, 2)).toEqual({ rows: [['a'], ['b']], hasMore: true })
    expect(previewRows(text, 3).hasMore).toBe(false)
  })

  test('shows the apostrophe that guards a cell against being run as a formula', () => {
    expect(previewRows(csvText([['=1+1']], { byteOrderMark: false }), 1).rows).toEqual([["'=1+1"]])
  })

  test('an empty text has no rows', () => {
    expect(previewRows('', 5)).toEqual({ rows: [], hasMore: false })
  })

  test('gives back whatever the writer of CSV was given', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', ' ', 'é') })
    const harmless = cell.filter((text) => !text.startsWith('\r'))
    const table = fc.array(fc.array(harmless, { minLength: 2, maxLength: 4 }), { maxLength: 6 })
    fc.assert(
      fc.property(table, (rows) => {
        expect(previewRows(csvText(rows, { byteOrderMark: false }), 100).rows).toEqual(rows)
      }),
    )
  })
})
