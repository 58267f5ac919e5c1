import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frames } from '../../shared/time/frames.ts'
import { blockElements } from './blockParts.ts'
import {
  arrangeLanes,
  itemsWithin,
  type LaneItem,
  type Lanes,
  mostElements,
  visibleItems,
  whileDragged,
} from './lanes.ts'
import { clamped, fitted, type Viewport, xOf } from './viewport.ts'

const item = (id: string, start: number, end: number, strength = 0): LaneItem => ({
  id,
  start: frames(start),
  end: frames(end),
  strength,
})

const none = new Set<string | undefined>()

const laneById = (lanes: Lanes<LaneItem>): Record<string, number> =>
  Object.fromEntries(lanes.placed.map(({ item: { id }, lane }) => [id, lane]))

const anyItems = fc
  .array(fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 400 }), fc.nat(3)), { maxLength: 120 })
  .map((all) =>
    all.map(([start, length, strength], index) => item(String(index), start, start + length, strength)),
  )

const film = { start: frames(0), end: frames(6000) }
const viewAt = (first: number, pixelsPerFrame: number, width = 600): Viewport =>
  clamped({ ...fitted(film, width), first, pixelsPerFrame })

describe('lanes', () => {
  it('take a cue that starts where another ends into the same lane, and an overlapping one below', () => {
    const lanes = arrangeLanes([
      item('c', 150, 300),
      item('a', 0, 100),
      item('b', 100, 200),
      item('d', 200, 210),
    ])
    expect(laneById(lanes)).toEqual({ a: 0, b: 0, c: 1, d: 0 })
    expect(lanes.laneCount).toBe(2)
    expect(lanes.longest).toBe(150)
    expect(arrangeLanes([]).laneCount).toBe(0)
  })

  it('never overlap within, and are as few as the most cues at once', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const lanes = arrangeLanes(items)
        for (let frame = 0; frame < 5400; frame += 13) {
          const there = lanes.placed.filter((place) => place.item.start <= frame && frame < place.item.end)
          expect(new Set(there.map(({ lane }) => lane)).size).toBe(there.length)
        }
        const most = Math.max(
          0,
          ...items.map((one) => items.filter((o) => o.start <= one.start && one.start < o.end).length),
        )
        expect(lanes.laneCount).toBe(most)
      }),
      { numRuns: 50 },
    )
  })

  it('stay as they are while a cue is dragged across others', () => {
    const lanes = arrangeLanes([item('a', 0, 100), item('b', 50, 200), item('c', 300, 400)])
    const dragged = whileDragged(lanes, [item('b', 50, 200), item('c', 20, 620), item('a', 0, 100)])
    expect(laneById(dragged)).toEqual({ a: 0, b: 1, c: 0 })
    expect(dragged.longest).toBe(600)
    expect(
      itemsWithin(dragged, { start: frames(600), end: frames(700) }).map(({ item: { id } }) => id),
    ).toEqual(['c'])
  })

  it('find the cues of a range as looking at each of them does', () => {
    fc.assert(
      fc.property(anyItems, fc.nat(5500), fc.nat(900), (items, start, length) => {
        const end = start + length
        const found = itemsWithin(arrangeLanes(items), { start: frames(start), end: frames(end) })
        const looked = items.filter((one) => one.start < end && one.end > start)
        expect(new Set(found.map(({ item: { id } }) => id))).toEqual(new Set(looked.map(({ id }) => id)))
        expect(found).toHaveLength(looked.length)
      }),
    )
  })
})

describe('what shows of the lanes', () => {
  it('is an element from 6 px on, a mark below', () => {
    const lanes = arrangeLanes([item('a', 0, 6), item('b', 100, 105), item('c', 200, 201)])
    const { wide, thin } = visibleItems(lanes, viewAt(0, 1), 1, none)
    expect(wide.map(({ item: { id } }) => id)).toEqual(['a'])
    expect(thin.map(({ item: { id }, x, width }) => [id, x, width])).toEqual([
      ['b', 100, 5],
      ['c', 200, 1],
    ])
  })

  it('keeps the strongest of several marks in one pixel, and the rest of a weaker one beside it', () => {
    const lanes = arrangeLanes([
      item('weak', 1000, 1002, 0),
      item('strong', 1002, 1004, 2),
      item('middling', 1004, 1006, 1),
      item('long', 1006, 1030, 0),
    ])
    const { thin } = visibleItems(lanes, viewAt(0, 0.1), 1, none)
    expect(thin.map(({ item: { id }, x, width }) => [id, x, width])).toEqual([
      ['strong', 100, 1],
      ['long', 101, 2],
    ])
  })

  it('keeps a cue that has the focus as an element, thin or out of sight', () => {
    const lanes = arrangeLanes([item('a', 0, 3), item('b', 100, 103), item('c', 5000, 5500)])
    const ids = (...kept: (string | undefined)[]): string[] =>
      visibleItems(lanes, viewAt(90, 1, 300), 1, new Set(kept)).wide.map(({ item: { id } }) => id)
    expect(ids(undefined)).toEqual([])
    expect(ids('b')).toEqual(['b'])
    expect(ids('a')).toEqual(['a'])
    expect(ids('c')).toEqual(['c'])
    expect(ids('c', 'b', 'gone')).toEqual(['b', 'c'])
  })

  it('never takes more elements than it may, and makes the widest cues elements first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 1500 }), fc.integer({ min: 1, max: 40 }), (count, spread) => {
        const items = Array.from({ length: count }, (_, index) => {
          const start = (index * 37) % 5000
          return item(String(index), start, start + 10 + (index % spread))
        })
        const { wide } = visibleItems(arrangeLanes(items), viewAt(0, 1, 6000), 1, none)
        const widths = wide.map((place) => place.item.end - place.item.start)
        const elements = widths.reduce((sum, width) => sum + blockElements(width), 0)
        expect(elements).toBeLessThanOrEqual(mostElements)
        expect(elements).toBeGreaterThan(Math.min(count, mostElements) - 6)
        const narrowest = Math.min(...widths)
        const wider = items.filter(({ start, end }) => end - start > narrowest)
        const shown = new Set(wide.map((place) => place.item.id))
        expect(wider.every(({ id }) => shown.has(id))).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('has every cue of the window either as an element or under a mark of its lane, at most one mark per pixel', () => {
    fc.assert(
      fc.property(
        anyItems,
        fc.double({ min: 0.1, max: 8, noNaN: true }),
        fc.nat(5000),
        fc.constantFrom(1, 1.5, 2),
        (items, zoom, first, ratio) => {
          const lanes = arrangeLanes(items)
          const view = viewAt(first, zoom)
          const { wide, thin } = visibleItems(lanes, view, ratio, none)
          const pixels = thin.flatMap(({ lane, x, width }) =>
            Array.from({ length: width }, (_, at) => `${lane}:${x + at}`),
          )
          expect(new Set(pixels).size).toBe(pixels.length)
          const shown = new Set(wide.map((place) => place.item.id))
          for (const { item: one, lane } of itemsWithin(lanes, {
            start: frames(Math.ceil(view.first)),
            end: frames(Math.floor(view.first + 600 / view.pixelsPerFrame)),
          })) {
            const x = Math.round(xOf(view, one.start) * ratio)
            expect(shown.has(one.id) || pixels.includes(`${lane}:${x}`)).toBe(true)
          }
        },
      ),
    )
  })
})
