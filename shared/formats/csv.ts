import { csvFormatRow } from 'd3-dsv'
import { byteOrderMark, isOn, type OptionValues } from './exportOptions.ts'

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

function harmless(cell: string): string {
  return formulaStart.test(cell) && !numberOrPercentage.test(cell) ? `'${cell}` : cell
}
