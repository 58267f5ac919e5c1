import type { Finding, Severity } from '../../shared/model/finding.ts'
import { severities } from '../../shared/review/reviewer.ts'
import type { FindingRows } from './findingRows.ts'

/** A finding as a row of the list. */
export type FindingMember = {
  readonly finding: Finding
  /** Place in the whole list, 0 is first. */
  readonly index: number
  /** Lasts as long as the finding, so that fixing one does not move the focus from another. */
  readonly key: string
}

/** A stretch of findings that are drawn or left out together. */
export type FindingStretch = {
  readonly severity: Severity
  /** Place of its first row in the whole list, and among the findings of its severity. */
  readonly index: number
  readonly first: number
  readonly count: number
}

/** The findings of one severity, in stretches. */
export type FindingGroup = { readonly severity: Severity; readonly chunks: readonly FindingStretch[] }

const rowsInChunk = 50

/** Groups findings by severity, all or those of one; the empty groups are left out. */
export function findingGroups(
  { counts }: FindingRows,
  filter: Severity | 'all' = 'all',
): readonly FindingGroup[] {
  let index = 0
  const groups: FindingGroup[] = []
  for (const severity of severities) {
    if (filter !== 'all' && filter !== severity) continue
    const chunks: FindingStretch[] = []
    for (let first = 0; first < counts[severity]; first += rowsInChunk) {
      const count = Math.min(rowsInChunk, counts[severity] - first)
      chunks.push({ severity, index: index + first, first, count })
    }
    index += counts[severity]
    if (chunks.length > 0) groups.push({ severity, chunks })
  }
  return groups
}

/** The rows of a stretch. */
export function membersOf(rows: FindingRows, stretch: FindingStretch): readonly FindingMember[] {
  const { severity, index, first, count } = stretch
  const seen = new Map<string, number>()
  return Array.from({ length: count }, (_, at) => at).flatMap((at) => {
    const finding = rows.at(severity, first + at)
    if (!finding) return []
    const { rule, cue, other, side, field, message } = finding
    const name = [rule, cue, other, side, field, message].join(' ')
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return [{ finding, index: index + at, key: `${name} ${times}` }]
  })
}

/** The finding at a place of the whole list; null where there is none. */
export function findingAt(rows: FindingRows, groups: readonly FindingGroup[], index: number): Finding | null {
  for (const { severity, chunks } of groups) {
    const [first] = chunks
    if (!first || index < first.index) continue
    const at = index - first.index
    if (at < rows.counts[severity]) return rows.at(severity, at)
  }
  return null
}
