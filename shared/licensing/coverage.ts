import type { LicenceSide, LicenceStatus } from '../model/licence.ts'
import { licenceStatuses } from '../model/licence.ts'
import type { CueUse } from '../sheet/cueUse.ts'
import type { SideStatus } from '../sheet/sideStatus.ts'

/** A stretch of a bar: the part of a side that has one status; `missing` is what no licence covers. */
export type CoveredPart = { readonly status: LicenceStatus | 'missing'; readonly basisPoints: number }

/** How much of the music of a production has which status on one side; parts add up to 10 000 unless nothing is needed. */
export type SideProgress = {
  readonly side: LicenceSide
  /** Uses that need a licence of this side. */
  readonly uses: number
  readonly parts: readonly CoveredPart[]
}

const order: readonly CoveredPart['status'][] = [...licenceStatuses, 'missing']

/**
 * The parts of one side by status, in the order of statuses, what is missing last. They add up to 10 000; licences for more than
 * the whole are drawn in proportion. Empty where no licence is needed.
 */
export function coveredParts(side: SideStatus): readonly CoveredPart[] {
  if (!side.isRequired) return []
  const sums = new Map<CoveredPart['status'], number>()
  for (const { status, share } of side.licences)
    sums.set(status, (sums.get(status) ?? 0) + Math.min(Math.max(share, 0), 1_000_000))
  const covered = [...sums.values()].reduce((sum, share) => sum + share, 0)
  if (covered < 10_000) sums.set('missing', 10_000 - covered)
  return partsOf(sums, Math.max(covered, 10_000))
}

/** Progress of a production on one side: each use that needs a licence counts the same, weighted by shares inside. */
export function sideProgress(side: LicenceSide, uses: Iterable<CueUse>): SideProgress {
  const sums = new Map<CoveredPart['status'], number>()
  let count = 0
  for (const use of uses) {
    const parts = coveredParts(use[side])
    if (parts.length > 0) count += 1
    for (const { status, basisPoints } of parts) sums.set(status, (sums.get(status) ?? 0) + basisPoints)
  }
  return { side, uses: count, parts: partsOf(sums, count * 10_000) }
}

/** Sums as parts of 10 000; the last one takes what rounding leaves. */
function partsOf(sums: ReadonlyMap<CoveredPart['status'], number>, whole: number): readonly CoveredPart[] {
  const present = order.flatMap((status) => {
    const sum = sums.get(status) ?? 0
    return sum > 0 ? [{ status, sum }] : []
  })
  let before = 0
  let drawn = 0
  return present.map(({ status, sum }) => {
    before += sum
    const basisPoints = Math.round((before * 10_000) / whole) - drawn
    drawn += basisPoints
    return { status, basisPoints }
  })
}
