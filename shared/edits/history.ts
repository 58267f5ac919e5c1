import { type Change, invert, squash } from './change.ts'

/** One step that can be undone. */
export type HistoryEntry = {
  readonly label: string
  readonly change: Change
  /** Names the field that was edited; null for a step that never joins another. */
  readonly key: string | null
  /** Milliseconds on any clock that only rises. */
  readonly at: number
}

/** The steps taken, oldest first, and the steps taken back, the next one to redo last. */
export type History = {
  readonly undo: readonly HistoryEntry[]
  readonly redo: readonly HistoryEntry[]
}

/** A step along the history: the change to apply to the document, and the history afterwards. */
export type HistoryStep = { readonly history: History; readonly label: string; readonly change: Change }

/** Longest pause in milliseconds between two edits of one field that are undone together. */
export const joinWithin = 1000

/** The history of a document that has just been opened. */
export const emptyHistory: History = { undo: [], redo: [] }

/**
 * The history after a new edit; what had been undone can no longer be redone. An edit with the key of the one before
 * it, made shortly after it, joins it; if the two cancel out, neither remains.
 */
export function record(history: History, entry: HistoryEntry): History {
  if (entry.change.length === 0) return history
  const last = history.undo.at(-1)
  const isContinued = last !== undefined && history.redo.length === 0 && continues(last, entry)
  if (!isContinued) return { undo: [...history.undo, entry], redo: [] }
  const earlier = history.undo.slice(0, -1)
  const change = squash([last.change, entry.change])
  return { undo: change.length === 0 ? earlier : [...earlier, { ...entry, change }], redo: [] }
}

function continues(last: HistoryEntry, entry: HistoryEntry): boolean {
  return last.key !== null && last.key === entry.key && entry.at - last.at <= joinWithin
}

/** The history with its last step closed: a later edit of the same field will not join it. */
export function seal(history: History): History {
  const last = history.undo.at(-1)
  if (!last || last.key === null) return history
  return { ...history, undo: [...history.undo.slice(0, -1), { ...last, key: null }] }
}

/** The step that undoes the last edit, or null when there is none. */
export function undoStep(history: History): HistoryStep | null {
  const entry = history.undo.at(-1)
  if (!entry) return null
  const after = { undo: history.undo.slice(0, -1), redo: [...history.redo, { ...entry, key: null }] }
  return { history: after, label: entry.label, change: invert(entry.change) }
}

/** The step that redoes what was last undone, or null when there is nothing. */
export function redoStep(history: History): HistoryStep | null {
  const entry = history.redo.at(-1)
  if (!entry) return null
  const after = { undo: [...history.undo, entry], redo: history.redo.slice(0, -1) }
  return { history: after, label: entry.label, change: entry.change }
}
