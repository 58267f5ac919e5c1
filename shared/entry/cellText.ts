/** Rows of cells. */
export type CellRows = readonly (readonly string[])[]

/** Rows as spreadsheets put them on the clipboard: tabs between cells, quotes around what holds tabs, quotes or line breaks. */
export function rowsText(rows: CellRows): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\r\n')
}

function quoted(cell: string): string {
  return /[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/**
 * Reads such text. A quote that does not begin a cell is a letter like any other, as is one that never ends; the line break after
 * the last row, which some programs put there, begins no row.
 */
export function readRows(text: string): CellRows {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  for (;;) {
    const { cell, end } = readCell(text, at)
    row.push(cell)
    at = end + 1
    if (text[end] === '\t') continue
    rows.push(row)
    row = []
    if (text[end] === '\r' && text[end + 1] === '\n') at = end + 2
    if (at >= text.length) return rows
  }
}

/** The cell that begins at a place, and the place of the tab or line break behind it. */
function readCell(text: string, from: number): { readonly cell: string; readonly end: number } {
  const inQuotes = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y
  inQuotes.lastIndex = from
  const match = inQuotes.exec(text)
  if (match)
    return { cell: (match[1] ?? '').replaceAll('""', '"').replaceAll('\r\n', '\n'), end: inQuotes.lastIndex }
  let end = from
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end++
  return { cell: text.slice(from, end), end }
}
