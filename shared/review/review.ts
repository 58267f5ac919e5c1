import type { ProductionDocument } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import { type Review, Reviewer, severities } from './reviewer.ts'

/**
 * Everything that the rules find wrong or missing: errors first, then warnings and notes; within each the production's
 * own, then the cues' in sheet order.
 */
export function reviewDocument(document: ProductionDocument): readonly Finding[] {
  return inReadingOrder(new Reviewer().review(document))
}

/** The findings of a review as one list, in the order in which they are read. */
export function inReadingOrder({ own, ofCue, order }: Review): readonly Finding[] {
  const lists = [own, ...order.flatMap((id) => [ofCue.get(id) ?? []])]
  return severities.flatMap((severity) =>
    lists.flatMap((findings) => findings.filter((finding) => finding.severity === severity)),
  )
}
