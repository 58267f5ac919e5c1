import type { Finding, Severity } from '../model/finding.ts'
import type { CueUse } from '../sheet/cueUse.ts'
import type { ReviewContext, UseContext } from './reviewContext.ts'

/** What a rule reports of each case; the rule's id and severity are added for it. */
export type Noticed = Omit<Finding, 'rule' | 'severity'>

/** How a rule looks at a production. */
export type Inspection = {
  (context: ReviewContext): readonly Noticed[]
  /** For a rule that looks at each cue by itself: what it notices of one, which stands as long as nothing that it sees changes. */
  readonly ofUse?: (use: CueUse, context: UseContext) => readonly Noticed[]
}

/** One fault that review looks for (cue-sheet reference, section 10). */
export type Rule = {
  /** `CS-041`; never given to another fault. */
  readonly id: string
  readonly severity: Severity
  /** When it fires, in a sentence for the guide. */
  readonly fault: string
  /** One sentence on why it matters. */
  readonly reason: string
  /** What to do about it, in a sentence for the guide. */
  readonly remedy: string
  /** Who asks for it: a society's or trade's own text, as the cue-sheet reference lists it, or the house. */
  readonly source: string
  readonly inspect: Inspection
}
