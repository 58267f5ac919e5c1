import type { Change } from '../../shared/edits/change.ts'
import type { RecoveredEdits } from '../../shared/files/recoveryFacts.ts'
import type { RelativePaths } from '../../shared/files/relativePaths.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Problem } from '../../shared/result.ts'
import type { JournalFile } from './journalFile.ts'
import type { HistoryBase } from './keptHistory.ts'

/** What a journal gave back: the labels of its edits, in the order in which they were done. */
export type Recovered = {
  readonly count: number
  readonly labels: readonly string[]
  readonly told?: RecoveredWork
}

/** What a journal gave back, in full: for the user to read, and to be taken back. */
export type RecoveredWork = {
  readonly edits: RecoveredEdits
  /** What leads from the saved state to the recovered one. */
  readonly change: Change
  /** When the file was saved; null where there is none. */
  readonly savedAt: Date | null
  /** When the last of it was written down. */
  readonly changedAt: Date
}

/** A production that is open. */
export type OpenedProduction = {
  readonly document: ProductionDocument
  readonly id: string
  /** The production file, symbolic links followed; null while it was never saved. */
  readonly path: string | null
  /** Sequence number of the last change the document contains; the next one is journalled with the number after it. */
  readonly lastSequence: number
  /** Whether the file holds all of the document. */
  readonly isSaved: boolean
  readonly recovered: Recovered
  /** What the user should know. */
  readonly warnings: readonly Problem[]
  /** Null when no journal can be written, which a warning then says. */
  readonly journal: JournalFile | null
  /** Tells this state of the file from any other, for `FileGuard`; null while it was never saved. */
  readonly fileStamp: string | null
  /** Where the file says that films, proxies and stems lie from it. */
  readonly relatives?: RelativePaths
  /** What its history is found by. */
  readonly history: HistoryBase
}
