/** The first rows of a text of comma-separated values, as a spreadsheet would show them. */
export type Preview = {
  readonly rows: readonly (readonly string[])[]
  /** Whether rows come after these. */
  readonly hasMore: boolean
}

/** Reads at most `limit` rows of text that was written by RFC 4180; a byte-order mark is not part of the first cell. */
export function previewRows(text: string, limit: number): Preview {
  const rows: string[][] = []
  let place = text.startsWith('\uFEFF') ? 1 : 0
  while (place < text.length && rows.length < limit) {
    const row: string[] = []
    for (let isInRow = true; isInRow; ) {
      const { cell, end } = readCell(text, place)
      row.push(cell)
      isInRow = text[end] === ','
      place = isInRow ? end + 1 : afterLineEnd(text, end)
    }
    rows.push(row)
  }
  return { rows, hasMore: place < text.length }
}

/** The cell that begins at a place, and where its comma or line end stands. */
function readCell(text: string, start: number): { readonly cell: string; readonly end: number } {
  if (text[start] !== '"') {
    const length = text.slice(start).search(/[,\r\n]/)
    const end = length < 0 ? text.length : start + length
    return { cell: text.slice(start, end), end }
  }
  let end = start + 1
  while (end < text.length && !(text[end] === '"' && text[end + 1] !== '"')) end += text[end] === '"' ? 2 : 1
  return { cell: text.slice(start + 1, end).replaceAll('""', '"'), end: end + 1 }
}

function afterLineEnd(text: string, end: number): number {
  return end + (text.startsWith('\r\n', end) ? 2 : 1)
}
