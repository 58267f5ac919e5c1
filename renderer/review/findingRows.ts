import type { Finding, Severity } from '../../shared/model/finding.ts'
import type { CueId } from '../../shared/model/ids.ts'

/** Findings in the order in which they are read, the gravest first; each is looked up when it is asked for. */
export type FindingRows = {
  readonly counts: Readonly<Record<Severity, number>>
  /** One of the findings of a severity, from 0; null where there are not so many, or no longer. */
  readonly at: (severity: Severity, index: number) => Finding | null
  /** Index among the findings of a severity at which those of a cue begin, or would; of the production itself without a cue. */
  readonly startOf: (severity: Severity, cue: CueId | undefined) => number
}

/** Findings that are all at hand; `order` is that of the sheet. */
export function rowsOfList(findings: readonly Finding[], order: readonly CueId[]): FindingRows {
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity)
  const lists: Readonly<Record<Severity, readonly Finding[]>> = {
    error: of('error'),
    warning: of('warning'),
    info: of('info'),
  }
  const placeOf = (cue: CueId | undefined) => (cue === undefined ? -1 : order.indexOf(cue))
  return {
    counts: { error: lists.error.length, warning: lists.warning.length, info: lists.info.length },
    at: (severity, index) => lists[severity][index] ?? null,
    startOf: (severity, cue) => {
      const list = lists[severity]
      const start = list.findIndex((finding) => placeOf(finding.cue) >= placeOf(cue))
      return start < 0 ? list.length : start
    },
  }
}
