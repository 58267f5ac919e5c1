import type { CueId } from '../../shared/model/ids.ts'
import { rowRange, toggled } from '../cues/rowRange.ts'

/** How a cue is chosen: by itself, in addition or no longer, or all from where the selection began. */
export type ChoosingKeys = {
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** Whether Ctrl, or Cmd, is down. */
export function isToggling({ ctrlKey, metaKey }: ChoosingKeys): boolean {
  return ctrlKey || metaKey
}

/** All cues from one to another in the order given, the first of them first; only the last if the first is not there. */
export function cueRange(order: readonly CueId[], from: CueId | null, to: CueId): readonly CueId[] {
  const start = from === null ? -1 : order.indexOf(from)
  const end = order.indexOf(to)
  if (start < 0 || end < 0) return [to]
  const range = rowRange(order, start, end)
  return start <= end ? range : range.toReversed()
}

/** The selection after a cue was pressed; one that is selected already stays so, since its fellows may be dragged with it. */
export function pressedSelection(
  selection: readonly CueId[],
  id: CueId,
  keys: ChoosingKeys,
  order: readonly CueId[],
  anchor: CueId | null,
): readonly CueId[] {
  if (keys.shiftKey) {
    const range = cueRange(order, anchor, id)
    return isToggling(keys) ? united(selection, range) : range
  }
  if (selection.includes(id)) return selection
  return isToggling(keys) ? [...selection, id] : [id]
}

/** The selection after a cue was pressed and let go without being dragged; `was` is the one before the press. */
export function clickedSelection(was: readonly CueId[], id: CueId, keys: ChoosingKeys): readonly CueId[] {
  return isToggling(keys) ? toggled(was, id) : [id]
}

/** Both selections, each cue once, those of the first first. */
export function united(one: readonly CueId[], other: readonly CueId[]): readonly CueId[] {
  return [...new Set([...one, ...other])]
}
