import type { FrameRange } from '../../shared/time/frameRange.ts'
import type { Frames } from '../../shared/time/frames.ts'
import { blockElements, mostBlockElements } from './blockParts.ts'
import { type Viewport, visibleFrames, xOf } from './viewport.ts'

/** Something that takes a stretch of a lane: a cue's span. */
export type LaneItem = {
  readonly id: string
  readonly start: Frames
  /** The first frame after. */
  readonly end: Frames
  /** How much it asks to be seen: of several in one pixel the strongest is drawn. */
  readonly strength: number
}

/** An item in its lane; lane 0 is the topmost. */
export type Placed<Item extends LaneItem> = { readonly item: Item; readonly lane: number }

/** Items by start, each in the first lane that is free. */
export type Lanes<Item extends LaneItem> = {
  readonly placed: readonly Placed<Item>[]
  readonly laneCount: number
  /** Frames of the longest item. */
  readonly longest: number
}

/** The most elements that the cues of a window take together. */
export const mostElements = 400
/** From this many CSS px on an item is an element of its own; below, a mark on the canvas. */
export const leastWideWidth = 6

/** Puts each item into the first lane whose last item has ended. Items of one start keep their order. */
export function arrangeLanes<Item extends LaneItem>(items: readonly Item[]): Lanes<Item> {
  const laneEnds: number[] = []
  const placed = items
    .toSorted((a, b) => a.start - b.start)
    .map((item) => {
      const free = laneEnds.findIndex((end) => end <= item.start)
      const lane = free < 0 ? laneEnds.length : free
      laneEnds[lane] = item.end
      return { item, lane }
    })
  return { placed, laneCount: laneEnds.length, longest: longestOf(placed) }
}

/** The lanes while items are dragged: they move, and every item stays in its lane until the lanes are arranged anew. */
export function whileDragged<Item extends LaneItem>(lanes: Lanes<Item>, items: readonly Item[]): Lanes<Item> {
  const laneOf = new Map(lanes.placed.map(({ item, lane }) => [item.id, lane]))
  const placed = items
    .map((item) => ({ item, lane: laneOf.get(item.id) ?? 0 }))
    .toSorted((a, b) => a.item.start - b.item.start)
  return { ...lanes, placed, longest: longestOf(placed) }
}

/** The items of which any frame lies in a range, by start. */
export function itemsWithin<Item extends LaneItem>(lanes: Lanes<Item>, range: FrameRange): Placed<Item>[] {
  const within: Placed<Item>[] = []
  for (let index = firstFrom(lanes, range.start - lanes.longest); index < lanes.placed.length; index += 1) {
    const place = lanes.placed[index] as Placed<Item>
    if (place.item.start >= range.end) break
    if (place.item.end > range.start) within.push(place)
  }
  return within
}

/** A thin item on the canvas, in whole device px. */
export type ThinMark<Item extends LaneItem> = Placed<Item> & { readonly x: number; readonly width: number }

/** What of the items shows in a window. */
export type VisibleItems<Item extends LaneItem> = {
  /** Each drawn as an element, by start. */
  readonly wide: readonly Placed<Item>[]
  /** Drawn on the canvas; no two in one device pixel of a lane. */
  readonly thin: readonly ThinMark<Item>[]
}

/**
 * Divides the items of a window into wide ones and thin marks. `kept` names items that have the focus or are being dragged:
 * they count as wide however thin they are, and even outside the window. Where the wide ones would take too many elements,
 * the narrowest are marks too.
 */
export function visibleItems<Item extends LaneItem>(
  lanes: Lanes<Item>,
  view: Viewport,
  devicePixelRatio: number,
  kept: ReadonlySet<string | undefined>,
): VisibleItems<Item> {
  const wide: Placed<Item>[] = []
  const thin = new ThinMarks<Item>()
  const inside = itemsWithin(lanes, visibleFrames(view))
  const elements = elementsAmong(inside, view.pixelsPerFrame)
  for (const place of inside) {
    const { start, end, id } = place.item
    if (elements.has(place) || kept.has(id)) {
      wide.push(place)
      continue
    }
    const x = Math.round(xOf(view, start) * devicePixelRatio)
    const width = Math.max(1, Math.round(xOf(view, end) * devicePixelRatio) - x)
    thin.add(place, x, width)
  }
  wide.push(...keptElsewhere(lanes, wide, kept))
  return { wide: wide.toSorted((a, b) => a.item.start - b.item.start), thin: thin.marks }
}

function keptElsewhere<Item extends LaneItem>(
  lanes: Lanes<Item>,
  wide: readonly Placed<Item>[],
  kept: ReadonlySet<string | undefined>,
): readonly Placed<Item>[] {
  const there = new Set(wide.map(({ item }) => item.id))
  const missing = new Set([...kept].filter((id) => id !== undefined && !there.has(id)))
  return missing.size === 0 ? [] : lanes.placed.filter(({ item }) => missing.has(item.id))
}

/** Which of the items are elements: those wide enough, and of too many the widest. */
function elementsAmong<Item extends LaneItem>(
  inside: readonly Placed<Item>[],
  pixelsPerFrame: number,
): ReadonlySet<Placed<Item>> {
  const widthOf = ({ item }: Placed<Item>) => (item.end - item.start) * pixelsPerFrame
  const wide = inside.filter((place) => widthOf(place) >= leastWideWidth)
  if (wide.length * mostBlockElements <= mostElements) return new Set(wide)
  let room = mostElements
  const widestFirst = wide.toSorted((a, b) => widthOf(b) - widthOf(a))
  const full = widestFirst.findIndex((place) => {
    room -= blockElements(widthOf(place))
    return room < 0
  })
  return new Set(full < 0 ? wide : widestFirst.slice(0, full))
}

/** Marks that come by start, at most one in each pixel of a lane. */
class ThinMarks<Item extends LaneItem> {
  readonly marks: ThinMark<Item>[] = []
  /** Where in `marks` the last one of each lane is. */
  readonly #last: number[] = []

  /** Of two marks in one pixel of a lane the first is one pixel wide, since it ends before the second starts. */
  add({ item, lane }: Placed<Item>, x: number, width: number): void {
    const at = this.#last[lane]
    const there = at === undefined ? undefined : this.marks[at]
    if (at === undefined || !there || there.x < x) {
      this.#last[lane] = this.marks.push({ item, lane, x, width }) - 1
    } else if (there.x === x && item.strength > there.item.strength) {
      this.marks[at] = { item, lane, x, width }
    } else if (there.x === x ? width > 1 : x + width - 1 > there.x) {
      this.#last[lane] = this.marks.push({ item, lane, x: there.x + 1, width: x + width - there.x - 1 }) - 1
    }
  }
}

function longestOf(placed: readonly Placed<LaneItem>[]): number {
  return placed.reduce((longest, { item }) => Math.max(longest, item.end - item.start), 0)
}

/** Index of the first item that starts at or after a frame. */
function firstFrom(lanes: Lanes<LaneItem>, frame: number): number {
  let low = 0
  let high = lanes.placed.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lanes.placed[middle] as Placed<LaneItem>).item.start < frame) low = middle + 1
    else high = middle
  }
  return low
}
