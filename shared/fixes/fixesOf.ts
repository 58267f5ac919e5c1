import type { Finding } from '../model/finding.ts'
import type { Fix, FixFacts, OfferedFix } from './fix.ts'
import { fixes } from './fixes.ts'

/**
 * The fixes that fit a finding, the likeliest first: those whose edit the document takes and that change something. Each is
 * an edit like any other, so it can be undone.
 */
export function fixesOf(finding: Finding, facts: FixFacts): readonly OfferedFix[] {
  return (byRule.get(finding.rule) ?? []).flatMap((fix) => {
    const edit = fix.edit(finding, facts)
    const result = edit?.run(facts.document)
    if (!edit || !result?.ok || result.value === facts.document) return []
    return [{ id: fix.id, label: edit.label, edit }]
  })
}

/** Whether a rule has any fix, so that it is worth looking for one that fits. */
export function hasFixes(rule: string): boolean {
  return byRule.has(rule)
}

const byRule = new Map<string, Fix[]>()
for (const fix of fixes) {
  const others = byRule.get(fix.rule)
  if (others) others.push(fix)
  else byRule.set(fix.rule, [fix])
}
