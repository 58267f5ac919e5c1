import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frames } from '../../shared/time/frames.ts'
import { collectMagnets, type Magnet, snapEdge, snapEdges } from './snapping.ts'

const at = (frame: number): Magnet => ({ frame: frames(frame), kind: 'cueEdge' })
const magnets = [at(100), at(110), at(500)]

describe('magnets', () => {
  it('are the playhead, edges of cues, segments and reels, and notes, in order and one per frame', () => {
    const magnets = collectMagnets({
      playhead: frames(300),
      cues: [
        { start: frames(100), end: frames(200), id: 'a' },
        { start: frames(200), end: frames(300), id: 'b' },
      ],
      notes: [{ frame: frames(150), id: 'n' }, { frame: frames(100) }],
      segments: [{ start: frames(100), end: frames(700), id: 's' }],
      reels: [{ start: frames(0), end: frames(1000) }],
    })
    expect(magnets).toEqual([
      { frame: 0, kind: 'reelEdge', edge: 'start' },
      { frame: 100, kind: 'cueEdge', edge: 'start', id: 'a' },
      { frame: 150, kind: 'note', id: 'n' },
      { frame: 200, kind: 'cueEdge', edge: 'end', id: 'a' },
      { frame: 300, kind: 'playhead' },
      { frame: 700, kind: 'segmentEdge', edge: 'end', id: 's' },
      { frame: 1000, kind: 'reelEdge', edge: 'end' },
    ])
  })
})

describe('a dragged edge', () => {
  it('lands on whole frames where nothing catches it', () => {
    expect(snapEdge(300.4, 2, magnets, undefined)).toEqual({ frame: 300, magnet: undefined })
    expect(snapEdge(300.6, 2, [], undefined)).toEqual({ frame: 301, magnet: undefined })
  })

  it('is caught within 8 px, whatever the zoom', () => {
    expect(snapEdge(508, 1, magnets, undefined).frame).toBe(500)
    expect(snapEdge(508.1, 1, magnets, undefined).frame).toBe(508)
    expect(snapEdge(492, 1, magnets, undefined).frame).toBe(500)
    expect(snapEdge(501.9, 4, magnets, undefined).frame).toBe(500)
    expect(snapEdge(502.6, 4, magnets, undefined).frame).toBe(503)
  })

  it('stays caught up to 12 px, by the magnet that held it and no other', () => {
    expect(snapEdge(512, 1, magnets, at(500)).frame).toBe(500)
    expect(snapEdge(512.1, 1, magnets, at(500)).frame).toBe(512)
    expect(snapEdge(488, 1, magnets, at(500)).frame).toBe(500)
    expect(snapEdge(512, 1, magnets, at(110)).frame).toBe(512)
  })

  it('goes to the nearest of several, also away from the one that held it', () => {
    expect(snapEdge(104, 1, magnets, undefined).frame).toBe(100)
    expect(snapEdge(106, 1, magnets, undefined).frame).toBe(110)
    expect(snapEdge(106, 1, magnets, at(100)).frame).toBe(110)
  })

  it('is let go by a magnet that is no longer there', () => {
    expect(snapEdge(510, 1, [at(100)], at(500)).frame).toBe(510)
  })

  it('never lands beyond the reach of a magnet, and reports the one it landed on', () => {
    const anyMagnets = fc
      .uniqueArray(fc.nat(2000), { maxLength: 30 })
      .map((all) => all.toSorted((a, b) => a - b).map(at))
    const anyZoom = fc.double({ min: 0.05, max: 64, noNaN: true })
    fc.assert(
      fc.property(
        anyMagnets,
        fc.double({ min: 0, max: 2000, noNaN: true }),
        anyZoom,
        fc.nat(30),
        (all, wanted, zoom, which) => {
          const snap = snapEdge(wanted, zoom, all, all[which])
          const distances = all.map((magnet) => Math.abs(magnet.frame - wanted) * zoom)
          const nearest = Math.min(...distances)
          if (nearest <= 8) expect(Math.abs((snap.magnet?.frame ?? -1) - wanted) * zoom).toBe(nearest)
          else if (snap.magnet) {
            expect(snap.magnet).toBe(all[which])
            expect(Math.abs(snap.frame - wanted) * zoom).toBeLessThanOrEqual(12)
          } else expect(snap.frame).toBe(Math.round(wanted))
          if (snap.magnet) expect(snap.frame).toBe(snap.magnet.frame)
        },
      ),
    )
  })
})

describe('a dragged range', () => {
  const snapRange = (wanted: number, length: number, held?: Magnet) =>
    snapEdges(wanted, [0, length], 1, magnets, held)

  it('is caught by either of its edges, the nearer first', () => {
    expect(snapRange(495, 40)).toEqual({ frame: 500, magnet: at(500) })
    expect(snapRange(457, 40)).toEqual({ frame: 460, magnet: at(500) })
    expect(snapRange(93, 405)).toEqual({ frame: 95, magnet: at(500) })
    expect(snapRange(98, 405)).toEqual({ frame: 100, magnet: at(100) })
  })

  it('stays caught by the edge that was caught', () => {
    expect(snapRange(470, 40, at(500))).toEqual({ frame: 460, magnet: at(500) })
    expect(snapRange(475, 40, at(500))).toEqual({ frame: 475, magnet: undefined })
  })

  it('lands on whole frames where nothing catches it', () => {
    expect(snapRange(300.7, 40)).toEqual({ frame: 301, magnet: undefined })
  })

  it('is caught by any edge of several that move together', () => {
    expect(snapEdges(60, [0, 20, -300, 437], 1, magnets, undefined)).toEqual({ frame: 63, magnet: at(500) })
  })
})
