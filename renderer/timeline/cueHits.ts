import { lastSpan, spansOf } from '../../shared/edits/cueSpans.ts'
import { blockParts } from './blockParts.ts'
import type { CueItem } from './cueItems.ts'
import type { Placed, VisibleItems } from './lanes.ts'
import { type Viewport, xOf } from './viewport.ts'

/** What of a cue the pointer takes hold of. */
export type CuePart = 'body' | 'start' | 'end'

/** What lies under the pointer. */
export type CueHit = {
  readonly item: CueItem
  readonly part: CuePart
  /** The cue that touches at this edge, whose own edge goes along. */
  readonly neighbour: CueItem | null
}

/** Px outside a block at which its edge can still be taken hold of. */
const reachOutside = 6
/** Px inside it; never more than a third of the block. */
const reachInside = 8
/** Px beside a thin mark at which it can still be hit. */
const reachBesideMark = 2

type Shown = { readonly view: Viewport; readonly visible: VisibleItems<CueItem> }

/** What lies at an x in CSS px of the window, in a lane. */
export function hitCue({ view, visible }: Shown, x: number, lane: number): CueHit | null {
  const places = visible.wide.filter((place) => place.lane === lane)
  const under = places.findLast(({ item }) => xOf(view, item.start) <= x && x < xOf(view, item.end))
  if (under) return hitOf(under, partAt(view, under.item, x), places)
  const beside = places
    .flatMap((place) => edgesBeside(view, place, x))
    .toSorted((a, b) => a.distance - b.distance)[0]
  if (beside) return hitOf(beside.place, beside.part, places)
  const mark = visible.thin.find(
    (thin) =>
      thin.lane === lane &&
      thin.x / devicePixelRatio - reachBesideMark <= x &&
      x <= (thin.x + thin.width) / devicePixelRatio + reachBesideMark,
  )
  return mark ? { item: mark.item, part: 'body', neighbour: null } : null
}

/** Whether an item begins or ends where its cue does, and not only at a reel change. */
export function hasEdge({ cue, spanIndex, isOpen }: CueItem, part: CuePart): boolean {
  if (part === 'start') return spanIndex === 0
  return part === 'body' || (spanIndex === cue.spans.length - 1 && !isOpen)
}

function partAt(view: Viewport, item: CueItem, x: number): CuePart {
  const left = xOf(view, item.start)
  const right = xOf(view, item.end)
  if (!blockParts(right - left).hasEdges) return 'body'
  const reach = Math.min(reachInside, (right - left) / 3)
  if (x < left + reach && hasEdge(item, 'start')) return 'start'
  return x >= right - reach && hasEdge(item, 'end') ? 'end' : 'body'
}

type Beside = { readonly place: Placed<CueItem>; readonly part: CuePart; readonly distance: number }

function edgesBeside(view: Viewport, place: Placed<CueItem>, x: number): readonly Beside[] {
  const left = xOf(view, place.item.start)
  const right = xOf(view, place.item.end)
  if (!blockParts(right - left).hasEdges) return []
  const edges = [
    { place, part: 'start', distance: left - x } as const,
    { place, part: 'end', distance: x - right } as const,
  ]
  return edges.filter(
    ({ part, distance }) => distance >= 0 && distance <= reachOutside && hasEdge(place.item, part),
  )
}

function hitOf(place: Placed<CueItem>, part: CuePart, places: readonly Placed<CueItem>[]): CueHit {
  const { item } = place
  const touching = places.find(({ item: other }) => touches(item, part, other))
  return { item, part, neighbour: touching?.item ?? null }
}

function touches(item: CueItem, part: CuePart, other: CueItem): boolean {
  if (part === 'body' || other.cue.id === item.cue.id) return false
  const [left, right] = part === 'end' ? [item, other] : [other, item]
  if (left.end !== right.start || !hasEdge(left, 'end') || !hasEdge(right, 'start')) return false
  return lastSpan(spansOf(left.cue)).reel === spansOf(right.cue)[0].reel
}
