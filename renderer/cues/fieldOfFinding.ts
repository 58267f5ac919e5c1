import type { Cue } from '../../shared/model/cue.ts'
import type { Finding } from '../../shared/model/finding.ts'

/** The inspector's field where each rule's fault is put right. */
const fieldOfRule: Readonly<Record<string, string>> = {
  'CS-002': 'end',
  'CS-003': 'end',
  'CS-004': 'end',
  'CS-005': 'end',
  'CS-006': 'start',
  'CS-007': 'start',
  'CS-008': 'start',
  'CS-010': 'end',
  'CS-011': 'start',
  'CS-013': 'start',
  'CS-014': 'end',
  'CS-020': 'title',
  'CS-021': 'number',
  'CS-023': 'title',
  'CS-030': 'vocals',
  'CS-031': 'diegesis',
  'CS-032': 'sourceVisibility',
  'CS-033': 'sourceVisibility',
  'CS-035': 'origin',
  'CS-036': 'diegesis',
  'CS-040': 'writers',
  'CS-041': 'writers',
  'CS-042': 'publishers',
  'CS-043': 'publishers',
  'CS-044': 'writers',
  'CS-045': 'writers',
  'CS-047': 'iswc',
  'CS-048': 'isrc',
  'CS-049': 'writers',
  'CS-050': 'writers',
  'CS-060': 'artist',
  'CS-061': 'label',
  'CS-062': 'catalogueNo',
  'CS-065': 'writers',
}

/** The field of the inspector where a finding is put right; null for one that has no single field. */
export function fieldOfFinding(finding: Finding, cue: Cue): string | null {
  if (finding.field !== undefined) return finding.field
  if (finding.side !== undefined) return finding.side
  if (finding.rule === 'CS-001')
    return cue.spans.some(({ start }) => typeof start === 'object') ? 'start' : 'end'
  return fieldOfRule[finding.rule] ?? null
}

/** The gravest finding of each field; findings come gravest first. */
export function gravestByField(findings: readonly Finding[], cue: Cue): ReadonlyMap<string, Finding> {
  const gravest = new Map<string, Finding>()
  for (const finding of findings) {
    const field = fieldOfFinding(finding, cue)
    if (field !== null && !gravest.has(field)) gravest.set(field, finding)
  }
  return gravest
}
