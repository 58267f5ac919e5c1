import type { Edit } from '../edits/edit.ts'
import { findRecord, putRecords } from '../edits/putRecord.ts'
import type { Cue } from '../model/cue.ts'
import type { ProductionDocument } from '../model/document.ts'
import type { CueId, Id, MakeId } from '../model/ids.ts'
import { ok, type Problem, type Result } from '../result.ts'
import type { CueField, EntryContext } from './cueField.ts'
import { cueField, entryOrder } from './cueFields.ts'
import { withInAndOut } from './withInAndOut.ts'

/** A text that is entered into one cell. */
export type CellEntry = { readonly cue: CueId; readonly field: string; readonly text: string }

/** What is entered with: ids for what is new, and the day. */
export type EntryMeans = { readonly makeId: MakeId; readonly today: string }

/** What became of one cell: its text before and after, or why it was refused. */
export type CellOutcome = CellEntry & {
  readonly before: string
  readonly after: string
  readonly problem: Problem | null
}

/** What entering cells would do, cell by cell, and the document with all that was not refused. */
export type CellPlan = { readonly outcomes: readonly CellOutcome[]; readonly document: ProductionDocument }

/** Enters texts into cells, all or none; what is refused names its cell. */
export function setCells(label: string, entries: readonly CellEntry[], means: EntryMeans): Edit {
  const replay = replayedIds(means.makeId)
  return {
    label,
    run: (document) => {
      const plan = planCells(document, entries, { ...means, makeId: replay() })
      const refused = plan.outcomes.find(({ problem }) => problem !== null)
      if (!refused?.problem) return ok(plan.document)
      if (entries.length === 1) return { ok: false, problem: refused.problem }
      const { number } = document.cues[refused.cue] ?? { number: '' }
      const where = `${cueField(refused.field)?.name ?? refused.field} of ${number ? `cue ${number}` : 'a cue'}`
      return { ok: false, problem: { ...refused.problem, message: `${where}: ${refused.problem.message}` } }
    },
  }
}

/** Tries texts in cells, each cue by itself; a cell that is refused leaves its cue as the cells before have made it. */
export function planCells(
  document: ProductionDocument,
  entries: readonly CellEntry[],
  means: EntryMeans,
): CellPlan {
  const context: EntryContext = { ...means, before: document }
  const byCue = new Map<CueId, CellEntry[]>()
  for (const entry of entries) {
    const others = byCue.get(entry.cue)
    if (others) others.push(entry)
    else byCue.set(entry.cue, [entry])
  }
  const outcomes: CellOutcome[] = []
  const changed: Cue[] = []
  let rest = document
  for (const [id, cells] of byCue) {
    const ordered = cells.toSorted((a, b) => entryOrder(a.field) - entryOrder(b.field))
    const entered = enterRow({ ...rest, cues: onlyCue(document, id) }, ordered, context, outcomes)
    rest = entered
    const cue = entered.cues[id]
    if (cue && cue !== document.cues[id]) changed.push(cue)
  }
  const isSame = (Object.keys(document) as (keyof ProductionDocument)[]).every(
    (table) => table === 'cues' || rest[table] === document[table],
  )
  if (isSame && changed.length === 0) return { outcomes, document }
  const put = putRecords({ ...rest, cues: document.cues }, 'cues', changed)
  return { outcomes, document: put.ok ? put.value : document }
}

function onlyCue({ cues }: ProductionDocument, id: CueId): ProductionDocument['cues'] {
  const cue = Object.hasOwn(cues, id) ? cues[id] : undefined
  return cue ? { [id]: cue } : {}
}

function enterRow(
  row: ProductionDocument,
  cells: readonly CellEntry[],
  context: EntryContext,
  outcomes: CellOutcome[],
): ProductionDocument {
  const both = withInAndOut(row, cells)
  let current = both ?? row
  for (const cell of cells) {
    const entered = enter(current, cell, context)
    if (entered.ok) current = entered.value
    const field = cueField(cell.field)
    const was = row.cues[cell.cue]
    const is = current.cues[cell.cue]
    outcomes.push({
      ...cell,
      before: field && was ? field.read(row, was) : '',
      after: field && is ? field.read(current, is) : '',
      problem: entered.ok ? null : entered.problem,
    })
  }
  return current
}

function enter(
  document: ProductionDocument,
  cell: CellEntry,
  context: EntryContext,
): Result<ProductionDocument> {
  const field = cueField(cell.field)
  const cue = findRecord(document, 'cues', cell.cue)
  if (!cue.ok) return cue
  if (!field) return { ok: false, problem: notEntered(cell) }
  if (isSameText(field, document, cue.value, cell.text)) return ok(document)
  if (cell.text.trim() === '' && field.empty === null) return { ok: false, problem: neverEmpty(field) }
  const text = cell.text.trim() === '' ? (field.empty ?? '') : cell.text
  return field.write(document, cue.value, text, context)
}

function isSameText(field: CueField, document: ProductionDocument, cue: Cue, text: string): boolean {
  return field.read(document, cue).trim() === text.trim()
}

/** Gives the same ids each time the edit is run. */
function replayedIds(makeId: MakeId): () => MakeId {
  const made: string[] = []
  return () => {
    let next = 0
    return <Table extends string>() => {
      const index = next++
      made[index] ??= makeId()
      return made[index] as Id<Table>
    }
  }
}

function notEntered({ field, text }: CellEntry): Problem {
  return {
    message: 'This column follows from the others.',
    expected: 'a column that can be typed into',
    found: `${text} for ${field}`,
    remedy: 'Change what it follows from.',
  }
}

function neverEmpty({ name }: CueField): Problem {
  return {
    message: `${name} cannot be empty.`,
    expected: 'a value',
    found: 'nothing',
    remedy: 'Type what it is to be, or press Escape to leave it as it was.',
  }
}
