import type { Finding, Severity } from '../../shared/model/finding.ts'

/** A finding as a row of the list. */
export type FindingMember = {
  readonly finding: Finding
  /** Place in the whole list, 0 is first. */
  readonly index: number
  /** Lasts as long as the finding, so that fixing one does not move the focus from another. */
  readonly key: string
}

/** The findings of one severity, in stretches that are drawn or left out together. */
export type FindingGroup = {
  readonly severity: Severity
  readonly chunks: readonly (readonly FindingMember[])[]
}

const rowsInChunk = 50
const order: readonly Severity[] = ['error', 'warning', 'info']

/** Findings that stand in order of severity, grouped by it. */
export function findingGroups(findings: readonly Finding[]): readonly FindingGroup[] {
  const members = namedMembers(findings)
  return order
    .map((severity) => ({
      severity,
      chunks: chunked(members.filter(({ finding }) => finding.severity === severity)),
    }))
    .filter(({ chunks }) => chunks.length > 0)
}

function namedMembers(findings: readonly Finding[]): readonly FindingMember[] {
  const seen = new Map<string, number>()
  return findings.map((finding, index) => {
    const { rule, cue, other, side, field, message } = finding
    const name = [rule, cue, other, side, field, message].join(' ')
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return { finding, index, key: `${name} ${times}` }
  })
}

function chunked(members: readonly FindingMember[]): readonly (readonly FindingMember[])[] {
  const count = Math.ceil(members.length / rowsInChunk)
  return Array.from({ length: count }, (_, at) => members.slice(at * rowsInChunk, (at + 1) * rowsInChunk))
}
