import type { Finding, Severity } from '../../shared/model/finding.ts'

/** Findings in the order in which they are read, the gravest first; each is looked up when it is shown. */
export type FindingRows = {
  readonly counts: Readonly<Record<Severity, number>>
  /** One of the findings of a severity, from 0; null where there are not so many, or no longer. */
  readonly at: (severity: Severity, index: number) => Finding | null
}

/** Findings that are all at hand. */
export function rowsOfList(findings: readonly Finding[]): FindingRows {
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity)
  const lists: Readonly<Record<Severity, readonly Finding[]>> = {
    error: of('error'),
    warning: of('warning'),
    info: of('info'),
  }
  return {
    counts: { error: lists.error.length, warning: lists.warning.length, info: lists.info.length },
    at: (severity, index) => lists[severity][index] ?? null,
  }
}
