import { beforeAll, expect, it, vi } from 'vitest'
import type { Cue } from '../../shared/model/cue.ts'
import type { CueId, ReelId } from '../../shared/model/ids.ts'
import { blankCue } from '../../shared/model/newProduction.ts'
import { frames } from '../../shared/time/frames.ts'
import { hitCue } from './cueHits.ts'
import type { CueItem } from './cueItems.ts'
import { arrangeLanes, visibleItems } from './lanes.ts'
import { fitted } from './viewport.ts'

beforeAll(() => {
  vi.stubGlobal('devicePixelRatio', 1)
})

const reel = 'r' as ReelId
const view = fitted({ start: frames(0), end: frames(1000) }, 1000)

function item(id: string, start: number, end: number, fields: Partial<CueItem> = {}): CueItem {
  const cue: Cue = blankCue(id as CueId, [{ reel, start: frames(start), end: frames(end) }])
  return {
    id,
    cue,
    spanIndex: 0,
    isOpen: false,
    start: frames(start),
    end: frames(end),
    gravest: null,
    findings: [],
    sides: null,
    strength: 0,
    renewed: () => item(id, start, end, fields),
    ...fields,
  } as CueItem
}

function at(items: readonly CueItem[], x: number, lane = 0) {
  const visible = visibleItems(arrangeLanes(items), view, 1, new Set())
  const hit = hitCue({ view, visible }, x, lane)
  return hit && [hit.item.id, hit.part, hit.neighbour?.id ?? null]
}

it('takes the edges from 6 px outside to 8 px inside, and the body between', () => {
  const items = [item('a', 100, 200)]
  expect(at(items, 93)).toBeNull()
  expect(at(items, 94)).toEqual(['a', 'start', null])
  expect(at(items, 107)).toEqual(['a', 'start', null])
  expect(at(items, 108)).toEqual(['a', 'body', null])
  expect(at(items, 191)).toEqual(['a', 'body', null])
  expect(at(items, 192)).toEqual(['a', 'end', null])
  expect(at(items, 206)).toEqual(['a', 'end', null])
  expect(at(items, 207)).toBeNull()
  expect(at(items, 150, 1)).toBeNull()
})

it('leaves a third of a narrow cue to its body, and of one under 12 px all', () => {
  expect(at([item('a', 100, 115)], 104)).toEqual(['a', 'start', null])
  expect(at([item('a', 100, 115)], 106)).toEqual(['a', 'body', null])
  expect(at([item('a', 100, 111)], 100)).toEqual(['a', 'body', null])
  expect(at([item('a', 100, 111)], 97)).toBeNull()
})

it('has thin marks, with a little beside them', () => {
  expect(at([item('a', 100, 102)], 98)).toEqual(['a', 'body', null])
  expect(at([item('a', 100, 102)], 105)).toBeNull()
})

it('finds the neighbour where two cues touch, from either side', () => {
  const items = [item('a', 100, 200), item('b', 200, 300)]
  expect(at(items, 197)).toEqual(['a', 'end', 'b'])
  expect(at(items, 203)).toEqual(['b', 'start', 'a'])
  expect(at(items, 103)).toEqual(['a', 'start', null])
  expect(at([item('a', 100, 200), item('b', 201, 300)], 199)).toEqual(['a', 'end', null])
})

it('takes the nearer edge in a gap between two cues', () => {
  const items = [item('a', 100, 200), item('b', 206, 300)]
  expect(at(items, 202)).toEqual(['a', 'end', null])
  expect(at(items, 204)).toEqual(['b', 'start', null])
})

it('has no out of an open cue, and no edge at a reel change', () => {
  expect(at([item('a', 100, 200, { isOpen: true })], 197)).toEqual(['a', 'body', null])
  const crossing = blankCue('c' as CueId, [
    { reel, start: frames(100), end: frames(200) },
    { reel: 'r2' as ReelId, start: frames(200), end: frames(300) },
  ])
  const halves = [
    item('c', 100, 200, { cue: crossing }),
    item('c/1', 200, 300, { cue: crossing, spanIndex: 1 }),
  ]
  expect(at(halves, 197)).toEqual(['c', 'body', null])
  expect(at(halves, 203)).toEqual(['c/1', 'body', null])
  expect(at(halves, 297)).toEqual(['c/1', 'end', null])
})
