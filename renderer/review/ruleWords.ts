import type { Finding } from '../../shared/model/finding.ts'
import type { Rule } from '../../shared/review/rule.ts'
import { rules } from '../../shared/review/rules.ts'
import { refuses, societyForms } from '../../shared/review/societyForms.ts'

const byId = new Map(rules.map((rule) => [rule.id, rule]))

/** The rule with an id; undefined for one that this version does not know. */
export function ruleOf(id: string): Rule | undefined {
  return byId.get(id)
}

/** The societies that would refuse a sheet for a finding, by name. */
export function refusedBy(finding: Finding): readonly string[] {
  return societyForms.filter((form) => refuses(form, finding)).map(({ name }) => name)
}
