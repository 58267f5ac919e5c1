import type { CueId, LicenceId, PartyId } from './ids.ts'
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
  /** The party it concerns, where the production has it and no single cue. */
  readonly party?: PartyId
  readonly side?: LicenceSide
  /** The field at fault, by its name in the model. */
  readonly field?: string
  readonly frames?: number
}

/** The parts of a Finding that tell it from every other one of the same review. */
export type FindingPlace = Pick<Finding, 'rule' | 'cue' | 'other' | 'licence' | 'party' | 'side' | 'field'>

/** A text that is the same for two findings if and only if they are about the same thing. */
export function findingKey(place: FindingPlace): string {
  const { rule, cue = '', other = '', licence = '', party = '', side = '', field = '' } = place
  return JSON.stringify([rule, cue, other, licence, party, side, field])
}
