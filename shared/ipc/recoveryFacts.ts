import type { RecoveredEdits } from '../files/recoveryFacts.ts'

/** What an open production's journal gave back, for the user to read. */
export type RecoveryFacts = RecoveredEdits & {
  /** ISO 8601 instant at which the file was saved; null where there is none. */
  readonly savedAt: string | null
  /** ISO 8601 instant of the last edit. */
  readonly changedAt: string
}

/** Refused work that can be brought back. */
export type KeptAside = {
  /** By which it is asked for. */
  readonly name: string
  readonly title: string
  readonly count: number
  /** What the last edits were called, the latest first. */
  readonly last: readonly string[]
  /** ISO 8601 instants. */
  readonly at: string
  readonly until: string
}
