import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { CueId } from '../../shared/model/ids.ts'
import { type Readiness, readinessOf } from '../../shared/review/readiness.ts'
import { reviewDocument } from '../../shared/review/review.ts'
import { type CueUse, cueUses } from '../../shared/sheet/cueUse.ts'
import { buildProgramme } from '../../shared/sheet/programme.ts'

/** All that the panes read off a document besides the document itself. */
export type Projection = {
  readonly findings: readonly Finding[]
  readonly readiness: Readiness
  readonly findingsOf: ReadonlyMap<CueId, readonly Finding[]>
  readonly useOf: ReadonlyMap<CueId, CueUse>
}

const projections = new WeakMap<ProductionDocument, Projection>()

/** The projection of a document, made once for each. */
export function projectionOf(document: ProductionDocument): Projection {
  const known = projections.get(document)
  if (known) return known
  const findings = reviewDocument(document)
  const byCue = new Map<CueId, Finding[]>()
  for (const finding of findings) {
    if (!finding.cue) continue
    const others = byCue.get(finding.cue)
    if (others) others.push(finding)
    else byCue.set(finding.cue, [finding])
  }
  const projection: Projection = {
    findings,
    readiness: readinessOf(document, findings),
    findingsOf: byCue,
    useOf: new Map(cueUses(document, buildProgramme(document)).map((use) => [use.cue.id, use])),
  }
  projections.set(document, projection)
  return projection
}

/** What review says about a document. */
export function findingsOf(document: ProductionDocument): readonly Finding[] {
  return projectionOf(document).findings
}
