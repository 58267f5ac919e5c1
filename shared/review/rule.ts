import type { Finding, Severity } from '../model/finding.ts'
import type { ReviewContext } from './reviewContext.ts'

/** What a rule reports of each case; the rule's id and severity are added for it. */
export type Noticed = Omit<Finding, 'rule' | 'severity'>

/** One fault that review looks for (cue-sheet reference, section 10). */
export type Rule = {
  /** `CS-041`; never given to another fault. */
  readonly id: string
  readonly severity: Severity
  /** One sentence on why it matters. */
  readonly reason: string
  inspect(context: ReviewContext): readonly Noticed[]
}
