import type { CueId, LicenceId } from './ids.ts'
import type { LicenceSide } from './licence.ts'

/** How grave a Finding is; only errors block delivery. */
export type Severity = 'error' | 'warning' | 'info'

/** Something that a review rule noticed. */
export type Finding = {
  /** The rule's id, as in the cue-sheet reference: `CS-041`. */
  readonly rule: string
  readonly severity: Severity
  /** One sentence in the user's words. */
  readonly message: string
  /** The cue it concerns; absent for the production itself. */
  readonly cue?: CueId
  readonly other?: CueId | LicenceId
  readonly licence?: LicenceId
  readonly side?: LicenceSide
  /** The field at fault, by its name in the model. */
  readonly field?: string
  readonly frames?: number
}
