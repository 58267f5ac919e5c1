import type { Finding } from '../../model/finding.ts'
import { clearanceLines } from '../../sheet/clearanceLines.ts'
import { rateName } from '../../time/frameRate.ts'
import { clearanceColumns } from '../clearanceColumns.ts'
import { type OptionValues, programmeTimeZero, unvisitedFields } from '../exportOptions.ts'
import type { ExporterFrom } from '../format.ts'
import { fullColumns } from '../fullColumns.ts'
import { heading, rapidcueBook } from '../rapidcueBook.ts'
import { sheetHeader } from '../sheetHeader.ts'
import type { DeliveredSheet } from '../sources.ts'
import {
  type BookCell,
  type BookColumn,
  type BookSheet,
  dayCell,
  durationFormat,
  partOfDay,
  percentFormat,
  textFormat,
  workbookBytes,
} from '../workbook.ts'

/** The workbook of section 13 of the cue-sheet reference. */
export const rapidcueXlsx: ExporterFrom<'cueSheet'> = {
  kind: 'bytes',
  id: 'rapidcue-xlsx',
  label: 'ASCAP/BMI RapidCue workbook (XLSX)',
  group: 'cueSheet',
  extension: 'xlsx',
  layout: 'rapidcue',
  source: 'cueSheet',
  losses: ['cut and temp cues', 'the inner edges of a cue that plays through a reel change'],
  options: [unvisitedFields, programmeTimeZero],
  async *render(delivered, values) {
    const sheets: BookSheet[] = []
    for (const [index, make] of parts.entries()) {
      yield (0.4 * index) / parts.length
      sheets.push(...make(delivered, values))
    }
    yield 0.4
    return workbookBytes(delivered.sheet.production.title || 'Untitled production', sheets)
  },
}

type Part = (delivered: DeliveredSheet, values: OptionValues) => readonly BookSheet[]

const parts: readonly Part[] = [rapidcueBook, cues, clearance, issues, info]

/** Columns of the full layout that are numbers or identifiers; all others are text. */
const fullKinds: Readonly<Record<string, BookColumn>> = {
  Seq: { width: 6 },
  Title: { width: 32 },
  'TC In': { width: 12, format: textFormat },
  'TC Out': { width: 12, format: textFormat },
  Duration: { width: 10, format: durationFormat },
  'Duration (frames)': { width: 10, format: '0' },
  'Duration (s)': { width: 11, format: '0.000' },
  Writers: { width: 48 },
  Publishers: { width: 48 },
  'Catalogue #': { width: 12, format: textFormat },
  'Track #': { width: 8, format: textFormat },
  ISRC: { width: 15, format: textFormat },
  ISWC: { width: 17, format: textFormat },
  Description: { width: 32 },
  Notes: { width: 32 },
}

function cues({ sheet: { rows } }: DeliveredSheet, values: OptionValues): readonly BookSheet[] {
  return [
    {
      name: 'Cues',
      headingRow: 1,
      columns: fullColumns.map(([name]) => fullKinds[name] ?? { width: 14 }),
      rows: [
        fullColumns.map(([name]) => heading(name)),
        ...rows.map((row) =>
          fullColumns.map(([name, cell]): BookCell => {
            if (name === 'Seq') return row.seq
            if (name === 'Duration') return partOfDay(row.time.seconds)
            if (name === 'Duration (frames)') return row.time.length
            if (name === 'Duration (s)') return Number(row.time.exactSeconds)
            return cell(row, values)
          }),
        ),
      ],
    },
  ]
}

/** Columns of the clearance log that are numbers, days or identifiers; all others are text. */
const clearanceKinds: Readonly<Record<string, BookColumn>> = {
  Seq: { width: 6 },
  Title: { width: 32 },
  Duration: { width: 10, format: durationFormat },
  'TC In': { width: 12, format: textFormat },
  'Rights Holder': { width: 28 },
  Contact: { width: 28 },
  Share: { width: 9, format: percentFormat },
  'Licence #': { width: 14, format: textFormat },
  Notes: { width: 32 },
}

const days: readonly string[] = ['Requested', 'Quoted', 'Approved', 'Executed', 'Expires']
const amounts: readonly string[] = ['Fee', 'Fee at 100%']

function clearance({ sheet }: DeliveredSheet): readonly BookSheet[] {
  return [
    {
      name: 'Clearance',
      headingRow: 1,
      columns: clearanceColumns.map(([name]) => clearanceKinds[name] ?? { width: 14 }),
      rows: [
        clearanceColumns.map(([name]) => heading(name)),
        ...clearanceLines(sheet).map((line) =>
          clearanceColumns.map(([name, cell]): BookCell => {
            const text = cell(line)
            if (name === 'Seq') return line.row.seq
            if (name === 'Duration') return partOfDay(line.row.time.seconds)
            if (name === 'Share') return line.licence ? line.licence.share / 10_000 : null
            if (days.includes(name)) return dayCell(text)
            return amounts.includes(name) ? amountCell(text) : text
          }),
        ),
      ],
    },
  ]
}

/** A fee with as many decimals as its currency has; one that is too large to be exact stays text. */
function amountCell(text: string): BookCell {
  const value = Number(text)
  if (text === '' || Math.abs(value) > 1e13) return text
  const decimals = text.split('.')[1]?.length ?? 0
  return { value, format: decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0' }
}

const severities = { error: 'Error', warning: 'Warning', info: 'Note' } as const

function issues({ findings, sheet }: DeliveredSheet): readonly BookSheet[] {
  const rows = new Map(sheet.rows.map((row) => [row.cue, row]))
  const cells = ({ severity, rule, cue, message }: Finding): readonly BookCell[] => {
    const row = cue === undefined ? undefined : rows.get(cue)
    return [severities[severity], rule, row?.seq ?? null, row?.number ?? '', row?.title ?? '', message]
  }
  return [
    {
      name: 'Issues',
      headingRow: 1,
      columns: [{ width: 10 }, { width: 10 }, { width: 6 }, { width: 12 }, { width: 32 }, { width: 90 }],
      rows: [['Severity', 'Rule', 'Seq', 'Cue #', 'Title', 'Message'].map(heading), ...findings.map(cells)],
    },
  ]
}

function info(delivered: DeliveredSheet): readonly BookSheet[] {
  const { production, totals, rows, leftOut } = delivered.sheet
  const errors = delivered.findings.filter(({ severity }) => severity === 'error').length
  const lines: readonly (readonly [string, BookCell])[] = [
    ['Status', errors === 0 ? 'READY' : `DRAFT (${errors === 1 ? '1 error' : `${errors} errors`})`],
    ...sheetHeader(delivered),
    ['Frame rate', rateName(production.rate)],
    ['Cues', rows.length],
    ['Active cues without a row', leftOut.length],
    ['Seconds of music, overlaps counted once', totals.coverageSeconds],
    ['Made with', 'Needledrop'],
  ]
  return [
    {
      name: 'Info',
      headingRow: null,
      columns: [{ width: 38 }, { width: 60 }],
      rows: lines.map(([label, value]) => [{ value: label, isBold: true }, value]),
    },
  ]
}
