import { describe, expect, it } from 'vitest'
import { cueField } from '../../shared/entry/cueFields.ts'
import { allColumns, columns, leastWidthOf, shownColumns, tracksOf } from './columns.ts'

describe('the columns of the cue table', () => {
  it('have widths that no cell can change, so that every row stands under the same heads', () => {
    const tracks = tracksOf(allColumns).match(/minmax\([^)]*\)|\S+/g) ?? []
    expect(tracks).toHaveLength(allColumns.length)
    for (const track of tracks) expect(track).toMatch(/^([\d.]+rem|minmax\([\d.]+rem, \d+fr\))$/)
  })

  it('are scrolled only below the sum of their least widths, which the least window has', () => {
    const least =
      tracksOf(columns)
        .match(/[\d.]+(?=rem)/g)
        ?.map(Number) ?? []
    expect(leastWidthOf(columns)).toBe(`${least.reduce((sum, rem) => sum + rem, 0)}rem`)
    expect(Number.parseFloat(leastWidthOf(columns)) * 16).toBeLessThan(1024 - 24)
  })

  it('can all be typed into, but for what follows from others', () => {
    expect(allColumns.filter(({ id }) => !cueField(id)).map(({ id }) => id)).toEqual(['findings', 'reel'])
  })

  it('show as the user chose them, and as usual when nothing of the choice is left', () => {
    expect(
      shownColumns([
        { id: 'notes', width: 9 },
        { id: 'gone', width: null },
      ]),
    ).toMatchObject([{ id: 'notes', width: 9 }])
    expect(shownColumns([{ id: 'gone', width: null }]).map(({ id }) => id)).toEqual(
      columns.map(({ id }) => id),
    )
  })
})
