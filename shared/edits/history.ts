import type { ProductionDocument } from '../model/document.ts'
import { type Change, squash } from './change.ts'
import { HistoryWalk } from './historyWalk.ts'
import { StepList } from './stepList.ts'
import { isPacked, packed, type StoredChange } from './storedChange.ts'

/** One step that can be undone. */
export type HistoryEntry = {
  readonly label: string
  readonly change: StoredChange
  /** Names the field that was edited; null for a step that never joins another. */
  readonly key: string | null
  /** Milliseconds on any clock that only rises. */
  readonly at: number
  /** Milliseconds since 1970 at which it was made; null where nobody noted it. */
  readonly made: number | null
}

/** A new edit on its way into the history. */
export type NewEntry = HistoryEntry & { readonly change: Change }

/** All steps, oldest first, and how many of them are done; the others have been taken back. */
export type History = {
  readonly steps: StepList<HistoryEntry>
  readonly position: number
  /** Whether an edit of the same field joins the step before the position. */
  readonly isOpen: boolean
}

/** Whether an edit became a step of its own, joined the one before it, or joined and cancelled it. */
export type Recorded = { readonly history: History; readonly step: 'starts' | 'joins' | 'cancels' }

/** Longest pause in milliseconds between two edits of one field that are undone together. */
export const joinWithin = 1000

/** Steps that are kept whole; older ones are packed into text. */
export const stepsKeptWhole = 2048

/** The history of a document that has just been opened. */
export const emptyHistory: History = { steps: StepList.of([]), position: 0, isOpen: false }

/**
 * The history after a new edit; what had been undone can no longer be redone. An edit with the key of the one before
 * it, made shortly after it or while the same field is being typed in, joins it; if the two cancel out, neither remains.
 */
export function record(history: History, entry: NewEntry, isTyping = false): Recorded {
  const done = history.steps.first(history.position)
  const last = history.isOpen && history.position === history.steps.length ? done.at(-1) : undefined
  if (!last || isPacked(last.change) || !continues(last, entry, isTyping)) {
    return { history: withSteps(packedBehind(done.push(entry)), entry.key !== null), step: 'starts' }
  }
  const change = squash([last.change, entry.change])
  const earlier = done.first(done.length - 1)
  if (change.length === 0) return { history: withSteps(earlier, false), step: 'cancels' }
  return { history: withSteps(earlier.push({ ...entry, change }), true), step: 'joins' }
}

function continues(last: HistoryEntry, entry: HistoryEntry, isTyping: boolean): boolean {
  return last.key !== null && last.key === entry.key && (isTyping || entry.at - last.at <= joinWithin)
}

function withSteps(steps: StepList<HistoryEntry>, isOpen: boolean): History {
  return { steps, position: steps.length, isOpen }
}

/** Packs what has become old, as many steps at a time as are copied together. */
function packedBehind(steps: StepList<HistoryEntry>): StepList<HistoryEntry> {
  const place = steps.length - stepsKeptWhole
  if (place <= 0 || place % 256 !== 0) return steps
  return steps.mapAround(place - 1, (entry) => ({ ...entry, change: packed(entry.change) }))
}

/** The history with its last step closed: a later edit of the same field will not join it. */
export function seal(history: History): History {
  return history.isOpen ? { ...history, isOpen: false } : history
}

/** The history at another position. */
export function movedTo(history: History, position: number): History {
  return { ...history, position, isOpen: false }
}

/** What would be undone next; null at the start. */
export function nextUndo(history: History): HistoryEntry | null {
  return history.position === 0 ? null : (history.steps.at(history.position - 1) ?? null)
}

/** What would be redone next; null at the end. */
export function nextRedo(history: History): HistoryEntry | null {
  return history.steps.at(history.position) ?? null
}

/** Where a walk along the history led: the change that goes there, or the index of the step that does not fit the document. */
export type Travelled = { readonly change: Change } | { readonly misfit: number }

/** Steps between two breaths of a walk. */
const stride = 50

/** The change that leads from the document at the history's position to another one; breathes every 50 steps. */
export function* travel(
  document: ProductionDocument,
  { steps, position }: History,
  target: number,
): Generator<void, Travelled> {
  const walk = new HistoryWalk(document)
  const direction = target < position ? 'undo' : 'redo'
  const by = target < position ? -1 : 1
  for (let at = position, taken = 0; at !== target; at += by) {
    const index = direction === 'undo' ? at - 1 : at
    const entry = steps.at(index)
    if (!entry || !walk.step(entry.change, direction)) return { misfit: index }
    taken += 1
    if (taken % stride === 0) yield
  }
  return { change: walk.change }
}

/** Behind a history that was read later, what was done since the document was opened. `hasEdited` tells whether anything was. */
export function behindKept(
  kept: readonly HistoryEntry[],
  position: number,
  since: History,
  hasEdited: boolean,
): History {
  if (!hasEdited) return { steps: StepList.of(kept), position, isOpen: false }
  const steps = [...kept.slice(0, position), ...since.steps]
  return { steps: StepList.of(steps), position: position + since.position, isOpen: since.isOpen }
}

/** The history without the steps from a misfit on, seen from its position: they do not belong to this document. */
export function withoutMisfit(history: History, misfit: number): History {
  const { steps, position } = history
  if (misfit >= position) return { ...history, steps: steps.first(misfit) }
  const kept = [...steps].slice(misfit + 1)
  return { steps: StepList.of(kept), position: position - misfit - 1, isOpen: false }
}
