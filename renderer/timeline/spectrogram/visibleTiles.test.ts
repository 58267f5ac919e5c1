import { describe, expect, it } from 'vitest'
import { depthFor, pixelsOfTile, visibleTiles } from './visibleTiles.ts'

const window = { firstPixel: 0, pixelCount: 1000, columnsPerPixel: 4, originColumn: 0 }

describe('the tiles of a spectrogram under a window', () => {
  it('are as fine as its pixels, within what there is', () => {
    const depth = (columnsPerPixel: number) => depthFor({ ...window, columnsPerPixel })
    expect([0.3, 2, 4, 7.9, 8, 40, 500].map(depth)).toEqual([1, 1, 2, 2, 3, 5, 5])
  })

  it('cover it, from the middle outwards, and no more than the sound', () => {
    const tiles = visibleTiles(window, 1_000_000)
    expect(tiles.map(({ index }) => index).sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(tiles[0]?.index).toBeGreaterThanOrEqual(3)
    expect(tiles[0]?.index).toBeLessThanOrEqual(4)
    expect(visibleTiles(window, 600).map(({ index }) => index)).toEqual([0, 1])
    expect(visibleTiles({ ...window, firstPixel: 5000 }, 600)).toEqual([])
    expect(visibleTiles({ ...window, originColumn: -100_000 }, 600)).toEqual([])
  })

  it('meet without a gap, wherever the window stands', () => {
    for (let shift = 0; shift < 50; shift += 1) {
      const moved = { ...window, firstPixel: shift, columnsPerPixel: 4.37, originColumn: 13.3 }
      const [, end] = pixelsOfTile({ depth: 2, index: 0 }, moved)
      const [start] = pixelsOfTile({ depth: 2, index: 1 }, moved)
      expect(start).toBe(end)
    }
  })
})
