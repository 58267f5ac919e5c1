import { describe, expect, it } from 'vitest'
import { columns, columnTracks, leastWidth } from './columns.ts'

describe('the columns of the cue table', () => {
  it('have widths that no cell can change, so that every row stands under the same heads', () => {
    const tracks = columnTracks.match(/minmax\([^)]*\)|\S+/g) ?? []
    expect(tracks).toHaveLength(columns.length)
    for (const track of tracks) expect(track).toMatch(/^([\d.]+rem|minmax\([\d.]+rem, \d+fr\))$/)
  })

  it('are scrolled only below the sum of their least widths, which the least window has', () => {
    const least = columnTracks.match(/[\d.]+(?=rem)/g)?.map(Number) ?? []
    expect(leastWidth).toBe(`${least.reduce((sum, rem) => sum + rem, 0)}rem`)
    expect(Number.parseFloat(leastWidth) * 16).toBeLessThan(1024 - 24)
  })
})
