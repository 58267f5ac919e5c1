import type { CueId } from '../../shared/model/ids.ts'

/** The ids from one to another, whichever comes first in `order`; the first given stays first, as where a range began. */
export function idsBetween(order: readonly CueId[], from: CueId, to: CueId): readonly CueId[] {
  const [first, last] = [order.indexOf(from), order.indexOf(to)]
  if (first < 0 || last < 0) return last < 0 ? [] : [to]
  return first <= last ? order.slice(first, last + 1) : order.slice(last, first + 1).toReversed()
}

/** A selection with its moving end one cue further along; where it began stays selected. */
export function extended(
  order: readonly CueId[],
  selection: readonly CueId[],
  direction: 1 | -1,
): readonly CueId[] {
  const [from, to] = [selection[0], selection.at(-1)]
  if (from === undefined || to === undefined) return selection
  const next = order[order.indexOf(to) + direction]
  return next === undefined ? selection : idsBetween(order, from, next)
}

/** Every id that is not selected. */
export function inverted(order: readonly CueId[], selection: readonly CueId[]): readonly CueId[] {
  const selected = new Set(selection)
  return order.filter((id) => !selected.has(id))
}
