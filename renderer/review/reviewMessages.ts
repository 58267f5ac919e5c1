import type { RecordChange } from '../../shared/edits/change.ts'
import type { PackedDocument } from '../../shared/ipc/packedDocument.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { CueId } from '../../shared/model/ids.ts'
import type { IgnoredFinding } from '../../shared/model/ignored.ts'
import type { ReadinessFigures } from '../../shared/review/readiness.ts'
import type { SocietyReadiness } from '../../shared/review/societyReadiness.ts'
import type { MusicNumbers } from '../../shared/sheet/musicNumbers.ts'
import type { Arrangement, PackedListing } from './listing.ts'

/** What a changed record is now; the reviewing thread knows what it was. */
export type ChangedRecord = Pick<RecordChange, 'table' | 'id' | 'after'>

/** What the window tells the thread that reviews. `production` counts the productions that were opened in the window. */
export type ReviewRequest =
  | { readonly kind: 'open'; readonly production: number; readonly packed: PackedDocument }
  | {
      readonly kind: 'change'
      readonly production: number
      /** Counts the changes since the production was opened, from 1. */
      readonly revision: number
      readonly change: readonly ChangedRecord[]
    }
  /** How the list of findings is to be put in order from now on; null while nobody looks at it. */
  | { readonly kind: 'arrange'; readonly production: number; readonly arrangement: Arrangement | null }

/**
 * Findings by cue as bytes, which cross to the window without being taken apart there until somebody looks at them. Cues are
 * named by their places: those of the document as it was opened in their order there, then each that was added since.
 */
export type PackedFindings = {
  readonly places: Uint32Array<ArrayBuffer>
  /** For each cue how many errors, warnings and notes, in this order. */
  readonly counts: Uint16Array<ArrayBuffer>
  /** Where the list of each cue begins in `bytes`, and after the last where it ends. */
  readonly offsets: Uint32Array<ArrayBuffer>
  /** Each list as JSON in UTF-8. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What the thread answers after a review: what differs from its answer before. */
export type ReviewAnswer = {
  readonly production: number
  /** The last change that was reviewed; 0 for the production as it was opened. */
  readonly revision: number
  readonly readiness: ReadinessFigures
  /** About the production itself, the gravest first. */
  readonly own: readonly Finding[]
  /** The cues of which something else was found than before. */
  readonly changed: PackedFindings
  /** Cues that get a place, the next ones. */
  readonly added: readonly CueId[]
  /** The places of the active cues in sheet order, where that has changed. */
  readonly order: Uint32Array<ArrayBuffer> | null
  /** The list of findings, while somebody looks at it. */
  readonly listing: PackedListing | null
  /** What is counted of the music, and how far the sheet is for each society; null where that is as it was. */
  readonly numbers: MusicNumbers | null
  readonly societies: readonly SocietyReadiness[] | null
  /** What was found and is ignored; null where that is as it was. */
  readonly ignored: readonly IgnoredFinding[] | null
}
