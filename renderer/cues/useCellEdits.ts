import type { Edit } from '../../shared/edits/edit.ts'
import { readRows, rowsText } from '../../shared/entry/cellText.ts'
import { cueField } from '../../shared/entry/cueFields.ts'
import { layCells } from '../../shared/entry/pasteCells.ts'
import { type CellEntry, planCells, setCells } from '../../shared/entry/setCells.ts'
import type { Cue } from '../../shared/model/cue.ts'
import { ok, type Result } from '../../shared/result.ts'
import { today } from '../licensing/today.ts'
import { makeId, type OpenWork, useSession } from '../store/session.ts'
import type { ShownColumn } from './columns.ts'
import type { TableRow } from './tableRows.ts'
import type { Cells } from './useCells.ts'
import type { RowSelection } from './useRowSelection.ts'

/** What can be done with the text of cells; each is one step of the history. */
export type CellEdits = {
  /** Enters a text into the cell that has the keyboard, or into its column of all selected rows. */
  readonly commit: (text: string, scope: 'cell' | 'selection') => Result<null>
  readonly fillDown: () => void
  /** The text of the cell that has the keyboard, in its column of all selected rows. */
  readonly fillSelection: () => void
  readonly clear: () => void
  /** The selected block, or whole rows, as text for a spreadsheet. */
  readonly copy: (hasHeads: boolean) => string
  readonly paste: (text: string) => void
}

type Table = {
  readonly work: OpenWork
  readonly rows: readonly TableRow[]
  readonly columns: readonly ShownColumn[]
  readonly selection: RowSelection
  readonly cells: Cells
}

/** The cells of the table as texts that are read and written. */
export function useCellEdits(table: Table): CellEdits {
  const session = useSession()
  const { work, rows, columns, selection, cells } = table
  const { document } = work.documents
  const means = { makeId, today: today() }
  const current = rows[selection.stop]
  const cueHere = current?.kind === 'cue' ? current.cue : null
  const chosen = chosenCues(rows, selection, cueHere)
  const block = cells.mode === 'rows' ? columns : columns.slice(cells.from, cells.to + 1)
  const here = columns[cells.column]
  const make = (edit: Edit): Result<null> => work.documents.apply(edit)
  const enter = (verb: string, entries: readonly CellEntry[]) => {
    if (entries.length === 0) return
    const made = make(setCells(labelOf(verb, entries), entries, means))
    if (made.ok) session.moment.patch({ announcement: labelOf(verb, entries) })
    else session.tell(made.problem)
  }
  const read = (cue: Cue, id: string) => textOf(work, cue, id)
  return {
    commit: (text, scope) => {
      if (!cueHere || !here) return ok(null)
      const cues = scope === 'cell' ? [cueHere] : chosen
      const entries = cues.map(({ id }) => ({ cue: id, field: here.id, text }))
      return make(setCells(labelOf(cues.length === 1 ? 'Change' : 'Fill', entries), entries, means))
    },
    fillDown: () => {
      const [first, ...below] = chosen
      const above = rows[selection.stop - 1]
      const source = below.length > 0 ? first : above?.kind === 'cue' ? above.cue : undefined
      if (!source) return
      const targets = below.length > 0 ? below : chosen
      const filled = block.filter(({ id }) => cueField(id))
      enter(
        'Fill down',
        targets.flatMap(({ id: cue }) =>
          filled.map(({ id: field }) => ({ cue, field, text: read(source, field) })),
        ),
      )
    },
    fillSelection: () => {
      if (!cueHere || !here || !cueField(here.id)) return
      const text = read(cueHere, here.id)
      enter(
        'Fill',
        chosen.map(({ id }) => ({ cue: id, field: here.id, text })),
      )
    },
    clear: () => {
      const cleared = block.filter(({ id }) => cueField(id)?.empty != null)
      if (cleared.length === 0) {
        const [only] = block
        session.say(`${only?.head ?? 'This'} cannot be empty. Type what it is to be.`)
        return
      }
      const entries = chosen.flatMap(({ id: cue }) =>
        cleared.map(({ id: field }) => ({ cue, field, text: '' })),
      )
      enter('Clear', entries)
    },
    copy: (hasHeads) => {
      const lines = chosen.map((cue) => block.map(({ id }) => read(cue, id)))
      return rowsText(hasHeads ? [block.map(({ id, name }) => cueField(id)?.name ?? name), ...lines] : lines)
    },
    paste: (text) => {
      const first = rows.findIndex((row) => row.kind === 'cue' && row.cue.id === chosen[0]?.id)
      const below = rows.slice(Math.max(0, first)).flatMap((row) => (row.kind === 'cue' ? row.cue.id : []))
      const layout = layCells(readRows(text), {
        cues: chosen.length > 1 && !isUnbroken(chosen, below) ? chosen.map(({ id }) => id) : below,
        columns: (cells.mode === 'rows' ? columns : columns.slice(cells.from)).map(named),
        selectedRows: chosen.length,
        selectedColumns: block.length,
        all: columns.map(named),
      })
      const plan = planCells(document, layout.entries, means)
      const isWhole = layout.leftOver.length === 0 && plan.outcomes.every(({ problem }) => problem === null)
      if (isWhole) enter('Paste', layout.entries)
      else session.moment.patch({ dialog: 'paste', pasted: layout })
    },
  }
}

const named = ({ id, name }: ShownColumn) => ({ id, name: cueField(id)?.name ?? name })

/** The selected cues as they stand in the table; the one at the keyboard where none is selected. */
function chosenCues(rows: readonly TableRow[], selection: RowSelection, here: Cue | null): readonly Cue[] {
  const chosen = rows.flatMap((row) =>
    row.kind === 'cue' && selection.selected.has(row.cue.id) ? row.cue : [],
  )
  return chosen.length > 0 ? chosen : here ? [here] : []
}

function isUnbroken(chosen: readonly Cue[], below: readonly string[]): boolean {
  return chosen.every(({ id }, index) => below[index] === id)
}

/** The text of a cell as it is copied. */
export function textOf({ documents }: OpenWork, cue: Cue, id: string): string {
  const { document } = documents
  const field = cueField(id)
  if (field) return field.read(document, document.cues[cue.id] ?? cue)
  return id === 'reel' ? (document.reels[cue.spans[0]?.reel ?? '']?.label ?? '') : ''
}

/** `Fill down type in 4 cues`, `Paste 12 cells in 4 cues`, `Change title`. */
export function labelOf(verb: string, entries: readonly CellEntry[]): string {
  const fields = new Set(entries.map(({ field }) => field))
  const cues = new Set(entries.map(({ cue }) => cue)).size
  const [only = ''] = fields
  const what = fields.size === 1 ? (cueField(only)?.noun ?? only) : `${entries.length} cells`
  return cues === 1 ? `${verb} ${what}` : `${verb} ${what} in ${cues} cues`
}
