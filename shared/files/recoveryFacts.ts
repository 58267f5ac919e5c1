import { type Change, squash } from '../edits/change.ts'
import type { Cue } from '../model/cue.ts'
import type { JournalEntry } from './journal.ts'

/** What a journal gave back, for the user to read. */
export type RecoveredEdits = {
  readonly count: number
  /** What the last edits were called, the latest first. */
  readonly last: readonly string[]
  /** Cues by their numbers and titles, in the order in which they were first touched. */
  readonly cues: {
    readonly added: readonly string[]
    readonly changed: readonly string[]
    readonly removed: readonly string[]
  }
  /** Other records that differ: works, holders, reels and so on. */
  readonly others: number
}

const namesTold = 5

/** What several journalled changes come to. */
export function recoveredEdits(applied: readonly JournalEntry[]): {
  readonly edits: RecoveredEdits
  readonly change: Change
} {
  const change = squash(applied.map((entry) => entry.change))
  const last = applied.slice(-namesTold).toReversed().map(nameOf)
  return { edits: { count: applied.length, last, ...touchedBy(change) }, change }
}

/** The cues that a change adds, changes and removes, and how many other records it touches. */
export function touchedBy(change: Change): Pick<RecoveredEdits, 'cues' | 'others'> {
  const cues = change.filter(({ table }) => table === 'cues')
  const named = (fits: (before: unknown, after: unknown) => boolean) =>
    cues
      .filter(({ before, after }) => fits(before, after))
      .map(({ before, after }) => cueName(after ?? before))
  return {
    cues: {
      added: named((before) => before === null),
      changed: named((before, after) => before !== null && after !== null),
      removed: named((_, after) => after === null),
    },
    others: change.length - cues.length,
  }
}

function nameOf({ kind, label }: JournalEntry): string {
  if (kind === 'edit') return label
  return `${kind === 'undo' ? 'Undo' : 'Redo'} ${label}`
}

function cueName(record: unknown): string {
  const { number, title } = (record ?? {}) as Partial<Cue>
  return [number, title ? `“${title}”` : ''].filter(Boolean).join(' ') || 'a cue without a number'
}
