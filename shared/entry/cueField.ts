import type { Cue } from '../model/cue.ts'
import type { ProductionDocument } from '../model/document.ts'
import type { MakeId } from '../model/ids.ts'
import type { Result } from '../result.ts'
import type { Word } from './vocabulary.ts'

/** What a field's text is written with besides the document. */
export type EntryContext = {
  readonly makeId: MakeId
  /** ISO 8601, the day on which it is entered. */
  readonly today: string
  /** The document before the edit, with all of its cues. */
  readonly before: ProductionDocument
}

/** Something about a cue that is read and entered as text: a cell of the cue table. */
export type CueField = {
  readonly id: string
  /** Its name in full, as heads of copied columns have it. */
  readonly name: string
  /** How it is called in the middle of a sentence. */
  readonly noun: string
  /** Other heads under which a spreadsheet may have it. */
  readonly heads: readonly string[]
  /** The values it can have, where they are listed. */
  readonly words?: readonly Word[]
  /** Whether it is a place or a length in time, typed as timecode. */
  readonly isTime?: boolean
  /** What it says now; the same text entered again changes nothing. */
  readonly read: (document: ProductionDocument, cue: Cue) => string
  /**
   * The document after the text was entered for the cue. It is given a document that has this cue alone, and everything that it
   * refers to.
   */
  readonly write: (
    document: ProductionDocument,
    cue: Cue,
    text: string,
    context: EntryContext,
  ) => Result<ProductionDocument>
  /** The text that empties it; null for one that cannot be empty. */
  readonly empty: string | null
}
