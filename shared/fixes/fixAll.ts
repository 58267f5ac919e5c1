import { type Edit, joinEdits } from '../edits/edit.ts'
import type { ProductionDocument } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { FixFacts } from './fix.ts'
import { fixesOf } from './fixesOf.ts'

/** One finding that a fix resolves, and what its button would say. */
export type FixedFinding = { readonly finding: Finding; readonly label: string }

/** What one fix does to all findings that it fits: one edit, and the document after it. */
export type FixPlan = {
  readonly edit: Edit
  readonly after: ProductionDocument
  readonly fixed: readonly FixedFinding[]
}

/**
 * Plans one fix for many findings, each on what the ones before have left, and breathes after each. Findings that it does not fit,
 * or that an earlier one has resolved with it, are passed over; null when none is left.
 */
export function* planFixes(
  id: string,
  findings: Iterable<Finding>,
  facts: FixFacts,
): Generator<void, FixPlan | null> {
  const edits: Edit[] = []
  const fixed: FixedFinding[] = []
  let after = facts.document
  for (const finding of findings) {
    const fix = fixesOf(finding, { ...facts, document: after }).find((offered) => offered.id === id)
    const result = fix?.edit.run(after)
    yield
    if (!fix || !result?.ok) continue
    edits.push(fix.edit)
    fixed.push({ finding, label: fix.label })
    after = result.value
  }
  const [first] = fixed
  if (!first) return null
  const label = fixed.length === 1 ? first.label : `${first.label} and ${fixed.length - 1} more`
  return { edit: sameIfUnchanged(facts.document, after, joinEdits(label, edits)), after, fixed }
}

/** The edit, whose outcome on one document is known already. */
function sameIfUnchanged(before: ProductionDocument, after: ProductionDocument, edit: Edit): Edit {
  return {
    label: edit.label,
    run: (document) => (document === before ? { ok: true, value: after } : edit.run(document)),
  }
}
