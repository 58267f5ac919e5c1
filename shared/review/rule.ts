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
  /** One sentence on why it matters. */
  readonly reason: string
  readonly inspect: Inspection
}
