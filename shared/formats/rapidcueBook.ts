import type { OptionValues } from './exportOptions.ts'
import { cueColumns, type RapidcueLine, rapidcueHeadings, rapidcueLines } from './rapidcueRows.ts'
import type { DeliveredSheet } from './sources.ts'
import {
  type BookCell,
  type BookColumn,
  type BookSheet,
  dayCell,
  percentFormat,
  textFormat,
  twoDigitFormat,
} from './workbook.ts'

/** The row of headings in the ASCAP/BMI template; its lines begin in the next. */
const headingRow = 19
/** Party lines that the template has room for: rows 20 to 999. */
export const linesInTemplate = 980

const time: BookColumn = { width: 7, format: twoDigitFormat }
const text: BookColumn = { width: 22 }

const columns: readonly BookColumn[] = [
  { width: 7 },
  { width: 36 },
  { width: 9 },
  ...Array<BookColumn>(8).fill(time),
  { width: 12 },
  text,
  text,
  { width: 30 },
  { width: 14, format: textFormat },
  { width: 14, format: textFormat },
  { width: 10, format: percentFormat },
]

/**
 * The template's twin (cue-sheet reference, sections 11.2 and 13): same cells, one sheet for every 980 party lines, no cue
 * on two sheets.
 */
export function rapidcueBook(delivered: DeliveredSheet, values: OptionValues): readonly BookSheet[] {
  const sheets = inSheets(delivered.sheet.rows.map((row) => rapidcueLines(row, values)))
  return sheets.map((lines, index) => ({
    name: index === 0 ? 'Cue Sheet' : `Cue Sheet (${index + 1})`,
    columns,
    headingRow,
    rows: [...header(delivered), rapidcueHeadings.map(heading), ...lines.map(lineCells)],
  }))
}

/** A heading of a column. */
export function heading(value: string): BookCell {
  return { value, isHeading: true }
}

function inSheets(cues: readonly (readonly RapidcueLine[])[]): readonly (readonly RapidcueLine[])[] {
  const sheets: RapidcueLine[][] = []
  let sheet: RapidcueLine[] = []
  for (const lines of cues) {
    if (sheet.length > 0 && sheet.length + lines.length > linesInTemplate) {
      sheets.push(sheet)
      sheet = []
    }
    sheet.push(...lines)
  }
  return [...sheets, sheet]
}

/** The cells above the headings, in the places where the template has them. */
function header({ sheet: { production, totals }, today }: DeliveredSheet): readonly (readonly BookCell[])[] {
  const rows = Array.from({ length: headingRow - 1 }, () => Array<BookCell>(columns.length).fill(null))
  const put = (cell: string, value: BookCell) => {
    const row = rows[Number(cell.slice(1)) - 1]
    if (row) row[cell.charCodeAt(0) - 65] = value
  }
  const plain = (value: number): BookCell => ({ value, format: '0' })
  put('A1', { value: 'Music Cue Sheet', isBold: true })
  put('D4', production.classification)
  put('D5', dayCell(production.datePrepared || today))
  put('D8', dayCell(production.airDate))
  put('D9', production.category)
  put('D10', production.version)
  put('D11', production.network)
  for (const [row, seconds] of [
    [13, totals.showSeconds],
    [14, totals.musicSeconds],
  ] as const) {
    put(`D${row}`, plain(Math.floor(seconds / 60)))
    put(`E${row}`, 'min.')
    put(`F${row}`, plain(seconds % 60))
    put(`G${row}`, 'sec.')
  }
  put('N4', production.title)
  put('N5', production.titleAka.join('; '))
  put('N6', production.episodeTitle)
  put('N7', production.episodeTitleAka.join('; '))
  put('N8', production.episodeNumber)
  put('N9', production.productionNumber)
  put('N11', production.productionCompany)
  put('N12', production.companyAddress)
  put('N13', production.preparedBy)
  put('N14', production.preparedByEmail)
  for (const [cell, label] of labels) put(cell, { value: label, isBold: true })
  return rows
}

const labels: readonly (readonly [cell: string, label: string])[] = [
  ['A4', 'Cue Sheet Classification'],
  ['A5', 'Date Prepared'],
  ['A8', 'Initial Airdate'],
  ['A9', 'Category'],
  ['A10', 'Version'],
  ['A11', 'Network / Source'],
  ['A13', 'Program/Show Duration'],
  ['A14', 'Total Music Duration'],
  ['L4', 'Program Title'],
  ['L5', 'Program Title AKA(s)'],
  ['L6', 'Episode Title'],
  ['L7', 'Episode Title AKA(s)'],
  ['L8', 'Episode Number'],
  ['L9', 'Production Number'],
  ['L11', 'Production Company'],
  ['L12', 'Production Company Address'],
  ['L13', 'Cue Sheet Prepared By'],
  ['L14', 'Email Address'],
]

function lineCells({ cue, party, share }: RapidcueLine): readonly BookCell[] {
  const cells = cue ?? Array<string>(cueColumns).fill('')
  return [
    ...cells.map((cell, column) => (column === 1 || column === 2 || cell === '' ? cell : Number(cell))),
    ...party,
    share === null ? null : share / 10_000,
  ]
}
