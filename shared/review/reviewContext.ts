import type { ProductionDocument } from '../model/document.ts'
import { type CueUse, cueUses, isPlaced, type PlacedUse } from '../sheet/cueUse.ts'
import { buildProgramme, type Programme } from '../sheet/programme.ts'
import { type SheetTotals, sheetTotals } from '../sheet/sheetTotals.ts'
import { type Overlap, overlapsOf } from './overlap.ts'

/** What a rule sees that looks at each cue by itself. */
export type UseContext = {
  readonly document: Pick<ProductionDocument, 'production' | 'parties'>
  readonly programme: Programme
}

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

/** Gathers what the rules look at; `uses` are those of the document, in sheet order. */
export function reviewContext(
  document: ProductionDocument,
  programme: Programme = buildProgramme(document),
  uses: readonly CueUse[] = cueUses(document, programme),
): ReviewContext {
  const placed = uses.filter(isPlaced)
  return {
    document,
    programme,
    uses,
    placed,
    totals: sheetTotals(programme, placed, document.production),
    overlaps: overlapsOf(placed),
  }
}
