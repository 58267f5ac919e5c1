import { differingIds } from '../../shared/edits/tableLineage.ts'
import type { Cue, Mark } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Axis } from './axis.ts'
import { axisOffsets } from './axisOffsets.ts'

/** A cue and where it lies on the axis; what is open or cannot be read lies behind everything. */
export type OrderedCue = { readonly cue: Cue; readonly start: number; readonly end: number }

/** All cues in the order in which they begin on the axis. */
export type CueOrder = {
  readonly entries: readonly OrderedCue[]
  readonly cues: readonly Cue[]
}

type Offsets = ReadonlyMap<string, number>

type Known = { readonly table: ProductionDocument['cues']; readonly axis: Axis; readonly order: CueOrder }

/** The orders asked for last: that of the document, and that of the same with a drag's preview. */
let known: readonly Known[] = []

/** More changed cues than this are sorted anew together with all others. */
const mostPatched = 200

/** All cues in the order in which they begin on the axis; of a document of which a little has changed only that is looked at. */
export function cueOrder({ cues: table }: Pick<ProductionDocument, 'cues'>, axis: Axis): CueOrder {
  const same = known.find((entry) => entry.table === table && entry.axis === axis)
  if (same) return same.order
  const order = patched(table, axis) ?? sorted(table, axis)
  known = [{ table, axis, order }, ...known.slice(0, 1)]
  return order
}

/** The place of a cue in the order, from 0; -1 for a cue that is not in it. */
export function placeInOrder({ entries }: CueOrder, axis: Axis, cue: Cue): number {
  const wanted = entryOf(cue, axisOffsets(axis))
  const place = firstNotBefore(entries, wanted)
  return entries[place]?.cue.id === cue.id ? place : -1
}

function sorted(table: ProductionDocument['cues'], axis: Axis): CueOrder {
  const offsets = axisOffsets(axis)
  const entries = Object.values(table).map((cue) => entryOf(cue, offsets))
  entries.sort(compare)
  return { entries, cues: entries.map(({ cue }) => cue) }
}

function patched(table: ProductionDocument['cues'], axis: Axis): CueOrder | null {
  const before = known.find((entry) => entry.axis === axis)
  if (!before) return null
  const ids = differingIds(before.table, table)
  if (ids.length > mostPatched) return null
  const entries = [...before.order.entries]
  const cues = [...before.order.cues]
  for (const id of ids) {
    const was = recordIn(before.table, id)
    const old = was ? placeInOrder({ entries, cues }, axis, was) : -1
    if (old >= 0) {
      entries.splice(old, 1)
      cues.splice(old, 1)
    }
    const now = recordIn(table, id)
    if (!now) continue
    const entry = entryOf(now, axisOffsets(axis))
    const place = firstNotBefore(entries, entry)
    entries.splice(place, 0, entry)
    cues.splice(place, 0, now)
  }
  return { entries, cues }
}

function entryOf(cue: Cue, offsets: Offsets): OrderedCue {
  const { spans } = cue
  const first = spans[0]
  const last = spans[spans.length - 1]
  return {
    cue,
    start: placeOf(first?.reel, first?.start, offsets),
    end: placeOf(last?.reel, last?.end, offsets),
  }
}

function placeOf(reel: string | undefined, mark: Mark | null | undefined, offsets: Offsets): number {
  const offset = reel === undefined ? undefined : offsets.get(reel)
  return offset === undefined || typeof mark !== 'number' ? Number.POSITIVE_INFINITY : mark + offset
}

function recordIn(table: ProductionDocument['cues'], id: string): Cue | undefined {
  return Object.hasOwn(table, id) ? table[id] : undefined
}

function compare(a: OrderedCue, b: OrderedCue): number {
  if (a.start !== b.start) return a.start < b.start ? -1 : 1
  if (a.end !== b.end) return a.end < b.end ? -1 : 1
  return a.cue.id < b.cue.id ? -1 : a.cue.id > b.cue.id ? 1 : 0
}

function firstNotBefore(entries: readonly OrderedCue[], wanted: OrderedCue): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(entries[middle] as OrderedCue, wanted) < 0) low = middle + 1
    else high = middle
  }
  return low
}
