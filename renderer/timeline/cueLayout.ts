import { differingIds } from '../../shared/edits/tableLineage.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { CueId } from '../../shared/model/ids.ts'
import type { Frames } from '../../shared/time/frames.ts'
import type { Axis } from './axis.ts'
import { type CueFacts, type CueItem, cueItems, itemsOfCue } from './cueItems.ts'
import { arrangeLanes, type Lanes, type Placed } from './lanes.ts'

/** What the cues are laid out from. */
export type LaidOut = {
  readonly document: ProductionDocument
  readonly axis: Axis
  readonly playhead: Frames
  readonly facts: CueFacts
  /**
   * Cues whose items are made anew though the cues are the same: those that are open, and those of which something else is
   * known; `all` where that may be so of any.
   */
  readonly stale: readonly CueId[] | 'all'
  /** While an edge or body is dragged every cue stays in its lane. */
  readonly isDragging: boolean
}

/** More changed cues than this are laid out anew together with all others. */
const mostPatched = 500

/** The cues in their lanes; of a document of which a little has changed only that is laid out anew. */
export class CueLayout {
  #lanes: Lanes<CueItem> = arrangeLanes([])
  #cues: ProductionDocument['cues'] = {}
  #axis: Axis | null = null
  /** How many cues were laid out in all. */
  #laid = 0

  get lanes(): Lanes<CueItem> {
    return this.#lanes
  }

  /** How many cues were looked at so far, to be counted by who wants to know that few are. */
  get laid(): number {
    return this.#laid
  }

  /** Lays out anew what has changed since the last time. */
  update(next: LaidOut): Lanes<CueItem> {
    const { cues } = next.document
    const stale = next.stale === 'all' ? [] : next.stale
    const changed = this.#axis === next.axis ? [...differingIds(this.#cues, cues), ...stale] : null
    if (changed && changed.length <= mostPatched) this.#patch([...new Set(changed)], next)
    else this.#layAll(next)
    if (next.stale === 'all') this.#renewAll()
    this.#cues = cues
    this.#axis = next.axis
    return this.#lanes
  }

  /** Arranges the lanes anew, as after a drag. */
  settle(): void {
    this.#lanes = arrangeLanes(this.#lanes.placed.map(({ item }) => item))
  }

  #renewAll(): void {
    const placed = this.#lanes.placed.map(({ item, lane }) => ({ item: item.renewed(), lane }))
    this.#lanes = { ...this.#lanes, placed }
  }

  #layAll({ document, axis, playhead, facts, isDragging }: LaidOut): void {
    const items = cueItems(document, axis, playhead, facts)
    this.#laid += items.length
    const lanesOf = isDragging ? lanesById(this.#lanes) : null
    const inOrder = [...items].sort(compare)
    if (!lanesOf) this.#lanes = arrangeLanes(inOrder)
    else {
      const placed = inOrder.map((item) => ({ item, lane: lanesOf.get(item.id) ?? 0 }))
      this.#lanes = { ...this.#lanes, placed, longest: longest(this.#lanes.longest, items) }
    }
  }

  #patch(ids: readonly string[], { document, axis, playhead, facts, isDragging }: LaidOut): void {
    if (ids.length === 0) return
    const placed = [...this.#lanes.placed]
    let hasMoved = false
    let most = this.#lanes.longest
    for (const id of ids) {
      const itemsIn = (cues: ProductionDocument['cues']) => {
        const cue = Object.hasOwn(cues, id) ? cues[id] : undefined
        return cue ? itemsOfCue(cue, axis, playhead, facts) : []
      }
      const before = itemsIn(this.#cues).flatMap((item) => take(placed, item) ?? [])
      const now = itemsIn(document.cues)
      hasMoved ||= !isSamePlace(
        before.map(({ item }) => item),
        now,
      )
      const lanesOf = new Map(before.map(({ item, lane }) => [item.id, lane]))
      for (const item of now) put(placed, { item, lane: lanesOf.get(item.id) ?? 0 })
      most = longest(most, now)
      this.#laid += 1
    }
    this.#lanes =
      hasMoved && !isDragging
        ? arrangeLanes(placed.map(({ item }) => item))
        : { ...this.#lanes, placed, longest: most }
  }
}

function isSamePlace(before: readonly CueItem[], now: readonly CueItem[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ start, end }, index) => start === now[index]?.start && end === now[index]?.end)
  )
}

function lanesById({ placed }: Lanes<CueItem>): ReadonlyMap<string, number> {
  return new Map(placed.map(({ item, lane }) => [item.id, lane]))
}

function longest(before: number, items: readonly CueItem[]): number {
  return items.reduce((most, { start, end }) => Math.max(most, end - start), before)
}

/** Where in its lane an item of this place and id is; null where there is none. */
export function placeOfItem({ placed }: Lanes<CueItem>, item: CueItem): Placed<CueItem> | null {
  const found = placed[firstNotBefore(placed, item)]
  return found?.item.id === item.id ? found : null
}

/** Takes the item out that stands where this one would; null where there is none. */
function take(placed: Placed<CueItem>[], item: CueItem): Placed<CueItem> | null {
  const at = firstNotBefore(placed, item)
  return (placed[at]?.item.id === item.id ? placed.splice(at, 1)[0] : null) ?? null
}

function put(placed: Placed<CueItem>[], place: Placed<CueItem>): void {
  placed.splice(firstNotBefore(placed, place.item), 0, place)
}

function firstNotBefore(placed: readonly Placed<CueItem>[], item: CueItem): number {
  let low = 0
  let high = placed.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare((placed[middle] as Placed<CueItem>).item, item) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function compare(a: CueItem, b: CueItem): number {
  return a.start - b.start || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
