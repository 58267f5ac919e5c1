import type { ProductionDocument } from '../model/document.ts'
import { recordsOf } from '../model/document.ts'
import type { Finding, Severity } from '../model/finding.ts'
import type { Review } from './reviewer.ts'

/** How far a production is from delivery. */
export type Readiness = {
  /** No finding is an error: the sheet goes out without the stamp DRAFT. */
  readonly isReady: boolean
  /**
   * Of the active cues and the production's header, one item each, the part that no error concerns; in whole percent,
   * rounded down, so that 100 means ready.
   */
  readonly percent: number
  readonly readyItems: number
  readonly items: number
  /** The findings that stand in the way. */
  readonly blockers: readonly Finding[]
  readonly counts: Readonly<Record<Severity, number>>
}

/** Reads the readiness of a document off the findings of its review. */
export function readinessOf(document: ProductionDocument, findings: readonly Finding[]): Readiness {
  const blockers = findings.filter(({ severity }) => severity === 'error')
  const blockedItems = new Set(blockers.map(({ cue }) => cue ?? null)).size
  const items = 1 + recordsOf(document, 'cues').filter(({ state }) => state === 'active').length
  const readyItems = items - blockedItems
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  return {
    isReady: blockers.length === 0,
    percent: Math.floor((100 * readyItems) / items),
    readyItems,
    items,
    blockers,
    counts: { error: blockers.length, warning: count('warning'), info: count('info') },
  }
}

/** Readiness without the findings themselves. */
export type ReadinessFigures = Omit<Readiness, 'blockers'>

/** Reads the figures of readiness off a review. */
export function readinessOfReview({ own, ofCue, order }: Review): ReadinessFigures {
  const counts = { error: 0, warning: 0, info: 0 }
  let blockedItems = 0
  for (const findings of [own, ...ofCue.values()]) {
    for (const { severity } of findings) counts[severity] += 1
    if (findings[0]?.severity === 'error') blockedItems += 1
  }
  const items = 1 + order.length
  const readyItems = items - blockedItems
  const percent = Math.floor((100 * readyItems) / items)
  return { isReady: counts.error === 0, percent, readyItems, items, counts }
}

/** Readiness in one sentence that explains its percentage. */
export function readinessText({ isReady, readyItems, items, counts }: ReadinessFigures): string {
  const errors = counts.error === 1 ? '1 error' : `${counts.error} errors`
  if (isReady) return 'Nothing blocks delivery.'
  return `${readyItems} of ${items} are ready, counting each active cue and the production itself; ${errors} to resolve.`
}
