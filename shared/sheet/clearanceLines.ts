import type { Licence, LicenceSide, LicenceStatus } from '../model/licence.ts'
import type { CueSheet } from './cueSheet.ts'
import type { SheetRow } from './sheetRow.ts'

/** A row of the clearance log: a use and one of its licences, or a side that needs one and has none. */
export type ClearanceLine = {
  readonly row: SheetRow
  readonly licence: Licence | null
  /** The kind of the licence; for a side without any, the side. */
  readonly kind: Licence['kind']
  readonly status: LicenceStatus | 'missing'
}

const sides: readonly LicenceSide[] = ['sync', 'master']

/** The clearance log (cue-sheet reference, section 11.5): replaced and denied records stay in it. */
export function clearanceLines({ rows }: Pick<CueSheet, 'rows'>): readonly ClearanceLine[] {
  return rows.flatMap((row) => [
    ...row.licences.map((licence): ClearanceLine => {
      const { kind, status } = licence
      return { row, licence, kind, status }
    }),
    ...sides
      .filter((side) => row[side].status === 'missing')
      .map((side): ClearanceLine => ({ row, licence: null, kind: side, status: 'missing' })),
  ])
}
