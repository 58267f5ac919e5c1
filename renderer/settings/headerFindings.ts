import type { Finding } from '../../shared/model/finding.ts'
import type { Production } from '../../shared/model/production.ts'

/** The field of the header that a finding about the production itself is about; null where it is about no single one. */
export function headerField({ rule, field }: Finding): keyof Production | null {
  if (rule === 'CS-090') return 'title'
  if (rule === 'CS-091') return 'productionCompany'
  if (rule === 'CS-092') return field === 'network' ? 'network' : 'airDate'
  if (rule === 'CS-094') return field === 'isan' ? 'isan' : 'eidr'
  if (rule === 'CS-095') return 'showDurationOverride'
  if (rule === 'CS-096') return 'revisionNote'
  return null
}

/** Findings about the header by the field they belong to; the gravest where there are several. */
export function headerFindings(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  const found = new Map<string, Finding>()
  for (const finding of findings) {
    const field = finding.cue === undefined ? headerField(finding) : null
    if (field && !found.has(field)) found.set(field, finding)
  }
  return found
}
