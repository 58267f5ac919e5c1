import type { Place } from '../edits/cueSpans.ts'
import type { Edit } from '../edits/edit.ts'
import type { ProductionDocument } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { MakeId } from '../model/ids.ts'

/** What a fix may look at. */
export type FixFacts = {
  readonly document: ProductionDocument
  readonly makeId: MakeId
  /** Where the playhead stands; null where there is none. */
  readonly place: Place | null
}

/** One way to resolve what a rule found. */
export type Fix = {
  /** Stable, unique: the rule, a dot, and a word. */
  readonly id: string
  /** The rule whose findings it resolves. */
  readonly rule: string
  /** What it does, in words that need no finding beside them, for the guide. */
  readonly does: string
  /** The edit that resolves this finding and asks nothing more; null where this fix does not fit it. */
  edit(finding: Finding, facts: FixFacts): Edit | null
}

/** A fix that fits a finding; `label` is what its button and the undo menu say. */
export type OfferedFix = { readonly id: string; readonly label: string; readonly edit: Edit }
