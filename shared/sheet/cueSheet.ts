import type { ProductionDocument } from '../model/document.ts'
import type { CueId } from '../model/ids.ts'
import type { Production } from '../model/production.ts'
import { type CueUse, cueUses, isPlaced } from './cueUse.ts'
import { buildProgramme, type Programme } from './programme.ts'
import { type SheetRow, sheetRow } from './sheetRow.ts'
import { type SheetTotals, sheetTotals } from './sheetTotals.ts'

/** An active cue that has no row, and why. */
export type LeftOutCue = { readonly cue: CueId; readonly why: 'unreadable' | 'open' | 'backwards' }

/** The delivered document as data: what every layout of a cue sheet is written from. */
export type CueSheet = {
  readonly production: Production
  readonly totals: SheetTotals
  readonly rows: readonly SheetRow[]
  readonly leftOut: readonly LeftOutCue[]
}

/** Projects the document onto its cue sheet. */
export function buildCueSheet(document: ProductionDocument): CueSheet {
  const programme = buildProgramme(document)
  return sheetOfUses(document, programme, cueUses(document, programme))
}

/** The cue sheet of uses that were gathered already, so that nobody gathers them twice. */
export function sheetOfUses(
  document: ProductionDocument,
  programme: Programme,
  uses: readonly CueUse[],
): CueSheet {
  const placed = uses.filter(isPlaced)
  return {
    production: document.production,
    totals: sheetTotals(programme, placed, document.production),
    rows: placed.map((use, index) => sheetRow(use, index + 1, document, programme)),
    leftOut: uses.flatMap(({ cue, time }) =>
      time.kind === 'placed' ? [] : [{ cue: cue.id, why: time.kind }],
    ),
  }
}
