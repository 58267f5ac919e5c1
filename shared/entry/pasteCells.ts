import type { CueId } from '../model/ids.ts'
import type { CellRows } from './cellText.ts'
import { cueField, fieldOfHead } from './cueFields.ts'
import type { CellEntry } from './setCells.ts'

/** A column of the table that text can be pasted over: what it enters, if anything, and its head. */
export type PasteColumn = { readonly id: string; readonly name: string }

/** Where text is pasted: the rows and columns of the table from the first cell on, and how many of each are selected. */
export type PasteTarget = {
  readonly cues: readonly CueId[]
  readonly columns: readonly PasteColumn[]
  readonly selectedRows: number
  readonly selectedColumns: number
  /** All columns of the table, for text whose first row names its columns. */
  readonly all: readonly PasteColumn[]
}

/** Something of the text that has no place in the table. */
export type LeftOver = { readonly text: string; readonly why: string }

/** The cells that a text would be entered into, and what of it does not fit. */
export type PasteLayout = { readonly entries: readonly CellEntry[]; readonly leftOver: readonly LeftOver[] }

/** Lays rows of text over the table from the selected cell on; a smaller block fills a selection that it divides evenly. */
export function layCells(rows: CellRows, target: PasteTarget): PasteLayout {
  const heads = headsOf(rows, target)
  const body = heads ? rows.slice(1) : rows
  const columns = heads ?? target.columns
  const height = times(body.length, target.selectedRows)
  const width = heads ? widest(body) : times(widest(body), target.selectedColumns)
  const entries: CellEntry[] = []
  const leftOver: LeftOver[] = []
  const below = body.length - target.cues.length
  if (below > 0)
    leftOver.push({
      text: `${below} row${below === 1 ? '' : 's'}`,
      why: below === 1 ? 'lies below the last cue' : 'lie below the last cue',
    })
  const beyond = widest(body) - columns.length
  if (beyond > 0) {
    leftOver.push({
      text: `${beyond} column${beyond === 1 ? '' : 's'}`,
      why: beyond === 1 ? 'lies beyond the last column' : 'lie beyond the last column',
    })
  }
  const dull = new Set<string>()
  for (const [index, cue] of target.cues.slice(0, height).entries()) {
    const row = body[index % body.length] ?? []
    for (const [place, column] of columns.slice(0, width).entries()) {
      const text = row[place % Math.max(1, widest(body))]
      if (text === undefined || column === null) continue
      if (cueField(column.id)) entries.push({ cue, field: column.id, text })
      else if (text.trim() !== '') dull.add(column.name)
    }
  }
  for (const name of dull)
    leftOver.push({ text: name, why: 'follows from the other columns and is left out' })
  if (heads) leftOver.push(...unknownHeads(rows[0] ?? [], heads))
  return { entries, leftOver }
}

type Heads = readonly (PasteColumn | null)[]

/** The columns that the first row names, if that is what it does: most of its cells are heads, at least two, or the only one is. */
function headsOf(rows: CellRows, { all }: PasteTarget): Heads | null {
  const [first, second] = rows
  if (!first || !second) return null
  const heads = first.map((head) => columnOfHead(head, all))
  const known = heads.filter((head) => head !== null).length
  const named = first.filter((head) => head.trim() !== '').length
  return known >= 2 && known * 2 > named ? heads : null
}

function columnOfHead(head: string, all: readonly PasteColumn[]): PasteColumn | null {
  const own = all.find(({ name }) => name.toLowerCase() === head.trim().toLowerCase())
  if (own) return own
  const field = fieldOfHead(head)
  return field ? { id: field.id, name: field.name } : null
}

function unknownHeads(first: readonly string[], heads: Heads): readonly LeftOver[] {
  return first.flatMap((head, index) =>
    heads[index] === null && head.trim() !== ''
      ? [{ text: `Column “${head.trim()}”`, why: 'is none that the table knows' }]
      : [],
  )
}

function widest(rows: CellRows): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 0)
}

/** How much of a selection is covered: all of it when the text divides it evenly, else the text's own size. */
function times(own: number, selected: number): number {
  return own > 0 && selected > own && selected % own === 0 ? selected : own
}
