import { csvFormatRow, csvParseRows } from 'd3-dsv'
import { byteOrderMark, isOn, type OptionValues } from './exportOptions.ts'
import { plainText } from './plainText.ts'

/** What a spreadsheet would take for the start of a formula. */
const formulaStart = /^[=+\-@\t\r]/
const numberOrPercentage = /^[+-]?\d+([.,]\d+)?%?$/

/**
 * Rows as CSV after RFC 4180: CRLF after every row, quotes only where needed. A cell that a spreadsheet would run as a
 * formula gets one leading apostrophe.
 */
export function csvText(rows: readonly (readonly string[])[], options: OptionValues): string {
  const lines = rows.map((row) => `${csvFormatRow(row.map(harmless))}\r\n`)
  return (isOn(byteOrderMark, options) ? '\uFEFF' : '') + lines.join('')
}

/** Rows of labels and values that stand above a table: filled up to its width, one empty row after them. */
export function headerRows(
  block: readonly (readonly [label: string, value: string])[],
  width: number,
): readonly (readonly string[])[] {
  const wide = (cells: readonly string[]) => [...cells, ...Array<string>(width - cells.length).fill('')]
  return [...block.map(wide), wide([])]
}

function harmless(cell: string): string {
  const text = plainText(cell)
  return formulaStart.test(text) && !numberOrPercentage.test(text) ? `'${text}` : text
}

/** The rows of a text with commas between cells and quotes around some, byte-order mark or not. */
export function csvRows(text: string): readonly (readonly string[])[] {
  return csvParseRows(text.replace(/^\uFEFF/, ''))
}
