import type { ProductionDocument } from '../model/document.ts'
import { type CueUse, cueUses, isPlaced, type PlacedUse } from '../sheet/cueUse.ts'
import { buildProgramme, type Programme } from '../sheet/programme.ts'
import { type SheetTotals, sheetTotals } from '../sheet/sheetTotals.ts'
import { type Overlap, overlapsOf } from './overlap.ts'

/** What all rules look at, made once per review. */
export type ReviewContext = {
  readonly document: ProductionDocument
  readonly programme: Programme
  /** Every active cue, in sheet order. */
  readonly uses: readonly CueUse[]
  /** Those of them that have a place in the programme. */
  readonly placed: readonly PlacedUse[]
  readonly totals: SheetTotals
  readonly overlaps: readonly Overlap[]
}

/** Gathers what the rules look at. */
export function reviewContext(document: ProductionDocument): ReviewContext {
  const programme = buildProgramme(document)
  const uses = cueUses(document, programme)
  const placed = uses.filter(isPlaced)
  return {
    document,
    programme,
    uses,
    placed,
    totals: sheetTotals(programme, placed),
    overlaps: overlapsOf(placed),
  }
}
