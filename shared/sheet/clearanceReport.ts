import type { LicenceStatus } from '../model/licence.ts'
import { licenceStatuses } from '../model/licence.ts'
import { type ClearanceLine, clearanceLines } from './clearanceLines.ts'
import type { CueSheet } from './cueSheet.ts'
import type { SheetRow } from './sheetRow.ts'
import type { SideStatus } from './sideStatus.ts'

/** A cue of the report with its licences and what it lacks. */
export type ReportedCue = {
  readonly row: SheetRow
  readonly lines: readonly ClearanceLine[]
  /** Whether a side that needs a licence is not signed for the whole of it. */
  readonly isOpen: boolean
}

/** What the licences of one currency come to in one status, in minor units; each licence counts once. */
export type StatusTotal = {
  /** As entered, in capital letters; empty where fees name none. */
  readonly currency: string
  readonly status: LicenceStatus
  readonly licences: number
  readonly minor: bigint
}

/** The clearance report as data (cue-sheet reference, section 12). */
export type ClearanceReport = {
  /** Cues that are not signed yet come first; inside both groups in sheet order. */
  readonly open: readonly ReportedCue[]
  readonly settled: readonly ReportedCue[]
  /** By currency, then in the order of statuses. */
  readonly totals: readonly StatusTotal[]
  /** Licences without a fee, which no total holds. */
  readonly unpriced: number
}

/** Projects a cue sheet onto its clearance report. */
export function clearanceReport(sheet: Pick<CueSheet, 'rows'>): ClearanceReport {
  const lines = groupedByRow(clearanceLines(sheet))
  const cues = sheet.rows.map(
    (row): ReportedCue => ({
      row,
      lines: lines.get(row) ?? [],
      isOpen: isOpen(row.sync) || isOpen(row.master),
    }),
  )
  return {
    open: cues.filter((cue) => cue.isOpen),
    settled: cues.filter((cue) => !cue.isOpen),
    ...totalsOf(sheet.rows),
  }
}

const signed: readonly SideStatus['status'][] = ['executed', 'paid']

function isOpen({ isRequired, status, coverage }: SideStatus): boolean {
  return isRequired && !(signed.includes(status) && coverage === 10_000)
}

function groupedByRow(lines: readonly ClearanceLine[]): ReadonlyMap<SheetRow, readonly ClearanceLine[]> {
  const grouped = new Map<SheetRow, ClearanceLine[]>()
  for (const line of lines) {
    const present = grouped.get(line.row)
    if (present) present.push(line)
    else grouped.set(line.row, [line])
  }
  return grouped
}

function totalsOf(rows: readonly SheetRow[]): Pick<ClearanceReport, 'totals' | 'unpriced'> {
  const licences = new Set(rows.flatMap((row) => row.licences))
  const totals = new Map<string, { -readonly [Field in keyof StatusTotal]: StatusTotal[Field] }>()
  let unpriced = 0
  for (const { feeMinor, currency: entered, status } of licences) {
    if (feeMinor === null) {
      unpriced += 1
      continue
    }
    const currency = entered.trim().toUpperCase()
    const key = `${currency} ${status}`
    const total = totals.get(key) ?? { currency, status, licences: 0, minor: 0n }
    total.licences += 1
    total.minor += BigInt(feeMinor)
    totals.set(key, total)
  }
  const place = ({ status }: StatusTotal) => licenceStatuses.indexOf(status)
  return {
    totals: [...totals.values()].toSorted((a, b) =>
      a.currency === b.currency ? place(a) - place(b) : a.currency < b.currency ? -1 : 1,
    ),
    unpriced,
  }
}
