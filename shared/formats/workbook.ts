import { type Cell, type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { BytesArtifact } from './format.ts'
import { plainText } from './plainText.ts'

/** A cell: text as text, a number with a format of its own where it has one. Null is an empty cell. */
export type BookCell = string | number | FormattedCell | null

/** A number, or a heading. */
export type FormattedCell = {
  readonly value: string | number
  /** A number format as spreadsheets write it. */
  readonly format?: string
  readonly isHeading?: boolean
  readonly isBold?: boolean
}

/** A column: its width in characters, and the number format of its cells. */
export type BookColumn = { readonly width: number; readonly format?: string }

/** A sheet of a workbook; rows and columns count from 1, as spreadsheets number them. */
export type BookSheet = {
  readonly name: string
  readonly columns: readonly BookColumn[]
  readonly rows: readonly (readonly BookCell[])[]
  /** The row of headings: what is above it and itself stays in view, filters stand in it, print repeats it. */
  readonly headingRow: number | null
}

/** What identifiers are formatted as, so that no spreadsheet takes their zeros away when they are edited. */
export const textFormat = '@'
/** A part of the whole: 0.5 is `50.00%`. */
export const percentFormat = '0.00%'
/** Two digits. */
export const twoDigitFormat = '00'
/** Part of a day as `MM:SS`, from one hour on `H:MM:SS`. */
export const durationFormat = '[>=0.0416666666666667][h]:mm:ss;[mm]:ss'
/** A day. */
export const dayFormat = 'yyyy-mm-dd'

/** Characters that a cell of a spreadsheet can hold. */
const mostCharacters = 32_767
/** Longer texts are shown as hash signs where they are formatted as text. */
const mostAsText = 255
const formulaStart = /^[=+\-@]/

const typeface = { name: 'Calibri', size: 10 } as const

const headingStyle: CellStyle = {
  font: { ...typeface, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '2F3740' } },
  alignment: { vertical: 'center', wrapText: true },
}

/** Whole seconds as the part of a day that spreadsheets calculate with. */
export function partOfDay(seconds: number): number {
  return seconds / 86_400
}

/** A day in ISO 8601 as a spreadsheet counts days; what is none stays text. */
export function dayCell(day: string): BookCell {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!parts) return day || null
  const [, year, month, date] = parts.map(Number)
  const days = Date.UTC(year ?? 0, (month ?? 1) - 1, date ?? 1) / 86_400_000
  return { value: days + 25_569, format: dayFormat }
}

/** Seconds since 1970 that a workbook says it was made at: always the same, so that the same sheet gives the same bytes. */
const madeAt = new Date(0)

/** The workbook as a file. Nothing in it is a formula. */
export async function workbookBytes(title: string, sheets: readonly BookSheet[]): Promise<BytesArtifact> {
  const bytes = await writeXlsx({
    sheets: sheets.map(writtenSheet),
    properties: { title: cellText(title), creator: 'Needledrop', created: madeAt, modified: madeAt },
    defaultFont: typeface,
    namedRanges: sheets.flatMap(keptNames),
  })
  return { kind: 'bytes', bytes: new Uint8Array(bytes) }
}

function writtenSheet({ name, columns, rows, headingRow }: BookSheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  const values = rows.map((row, at) =>
    row.map((cell, column): CellValue => {
      const { value, style } = written(cell)
      if (style)
        cells.set(`${at},${column}`, { value, type: typeof value === 'number' ? 'number' : 'string', style })
      return value
    }),
  )
  const last = columnName(columns.length)
  return {
    name,
    rows: values,
    cells,
    columns: columns.map(({ width, format }) => (format ? { width, style: { numFmt: format } } : { width })),
    pageSetup: {
      orientation: 'landscape',
      paperSize: 'a4',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
    ...(headingRow === null
      ? {}
      : {
          freezePane: { rows: headingRow },
          autoFilter: { range: `A${headingRow}:${last}${Math.max(headingRow, rows.length)}` },
        }),
  }
}

/** What print repeats and where filters stand, under the names that spreadsheets keep for these. */
function keptNames({
  name,
  columns,
  rows,
  headingRow,
}: BookSheet): readonly { readonly name: string; readonly range: string; readonly scope: string }[] {
  if (headingRow === null) return []
  const sheet = `'${name.replaceAll("'", "''")}'`
  const filtered = `$A$${headingRow}:$${columnName(columns.length)}$${Math.max(headingRow, rows.length)}`
  return [
    { name: '_xlnm.Print_Titles', range: `${sheet}!$${headingRow}:$${headingRow}`, scope: name },
    { name: '_xlnm._FilterDatabase', range: `${sheet}!${filtered}`, scope: name },
  ]
}

function written(cell: BookCell): { readonly value: CellValue; readonly style: CellStyle | null } {
  if (cell === null || cell === '') return { value: null, style: null }
  if (typeof cell === 'number') return { value: cell, style: null }
  if (typeof cell === 'string') {
    const value = cellText(cell)
    const isGuarded = formulaStart.test(value) && value.length <= mostAsText
    return { value, style: isGuarded ? { numFmt: textFormat } : null }
  }
  const value = typeof cell.value === 'string' ? cellText(cell.value) : cell.value
  if (cell.isHeading) return { value, style: headingStyle }
  return {
    value,
    style: {
      ...(cell.format ? { numFmt: cell.format } : {}),
      ...(cell.isBold ? { font: { ...typeface, bold: true } } : {}),
    },
  }
}

/** A text as the file format can hold it; `_x0041_` would be read as an escaped character. */
function cellText(text: string): string {
  const whole = plainText(text)
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  if (whole.length <= mostCharacters) return whole
  return plainText(`${whole.slice(0, mostCharacters - 1)}…`)
}

function columnName(count: number): string {
  const rest = Math.floor((count - 1) / 26)
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((count - 1) % 26))
}
