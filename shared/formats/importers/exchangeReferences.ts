import type { Problem } from '../../result.ts'
import { valueText } from '../schemaProblem.ts'
import type { ExchangeFile } from './exchangeSchema.ts'

const tables = [
  'pictures',
  'segments',
  'parties',
  'works',
  'recordings',
  'cues',
  'licences',
  'notes',
  'ignored',
] as const
type TableName = (typeof tables)[number]
type Reference = { readonly path: string; readonly table: TableName; readonly id: string | null }

/** What is wrong with a file's ids: one used twice in a table, or a reference that names no record. Null when they are sound. */
export function referenceProblem(file: ExchangeFile): Problem | null {
  const ids = new Map(tables.map((table) => [table, new Map<string, number>()]))
  for (const table of tables) {
    for (const [index, { id }] of file[table].entries()) {
      const first = ids.get(table)?.get(id)
      if (first !== undefined) return duplicate(`${table}[${index}].id`, id, `${table}[${first}]`)
      ids.get(table)?.set(id, index)
    }
  }
  for (const { path, table, id } of references(file))
    if (id !== null && !ids.get(table)?.has(id)) return dangling(path, table, id)
  return null
}

function references(file: ExchangeFile): readonly Reference[] {
  return [
    ...file.segments.map(({ picture }, index) => to('pictures', `segments[${index}].picture`, picture)),
    ...file.notes.map(({ picture }, index) => to('pictures', `notes[${index}].picture`, picture)),
    ...file.works.flatMap(({ writers, publishers }, index) => [
      ...writers.map(({ party }, at) => to('parties', `works[${index}].writers[${at}].party`, party)),
      ...publishers.map(({ party }, at) => to('parties', `works[${index}].publishers[${at}].party`, party)),
    ]),
    ...file.recordings.map(({ work }, index) => to('works', `recordings[${index}].work`, work)),
    ...file.cues.flatMap(({ work, recording, spans }, index) => [
      to('works', `cues[${index}].work`, work),
      to('recordings', `cues[${index}].recording`, recording),
      ...spans.map(({ picture }, at) => to('pictures', `cues[${index}].spans[${at}].picture`, picture)),
    ]),
    ...file.licences.flatMap(({ cues }, index) =>
      cues.map((cue, at) => to('cues', `licences[${index}].cues[${at}]`, cue)),
    ),
  ]
}

function to(table: TableName, path: string, id: string | null): Reference {
  return { table, path, id }
}

function duplicate(path: string, id: string, first: string): Problem {
  return {
    message: `The id at ${path} is used twice.`,
    expected: 'an id that no other record of its table has',
    found: `${valueText(id)}, which is also the id of ${first}`,
    remedy: `Give ${path} an id of its own, and correct the references to it.`,
  }
}

function dangling(path: string, table: TableName, id: string): Problem {
  return {
    message: `The reference at ${path} leads nowhere.`,
    expected: `an id from the list ${table}`,
    found: valueText(id),
    remedy: `Correct ${path}, or add the record to ${table}.`,
  }
}
