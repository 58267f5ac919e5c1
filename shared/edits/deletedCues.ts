import type { Cue } from '../model/cue.ts'
import { type ProductionDocument, type RecordOf, recordsOf, type TableName } from '../model/document.ts'
import type { CueId } from '../model/ids.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'
import type { Edit } from './edit.ts'
import { countedLabel } from './editLabel.ts'
import type { History, HistoryEntry } from './history.ts'
import { addRecord, putRecords } from './putRecord.ts'
import { isPacked, type PackedRecord, packedRecords } from './storedChange.ts'

/** A cue that was in the document once and is no more. */
export type DeletedCue = {
  readonly cue: Cue
  /** Name of the step that removed it. */
  readonly label: string
  /** Milliseconds since 1970 at which it was removed; null where nobody noted it. */
  readonly made: number | null
  /** The licences that it was taken off with the same step. */
  readonly licences: readonly string[]
}

/** What the history knows of records that the document does not have. */
export type Deleted = {
  /** The last removed first. */
  readonly cues: readonly DeletedCue[]
  /** The latest form of every removed record, by `table id`. */
  readonly records: ReadonlyMap<string, unknown>
}

/** Steps between two breaths of the search. */
const stride = 200

/** Looks through the steps that are done for what they removed; breathes every 200 steps. */
export function* findDeleted(
  document: ProductionDocument,
  { steps, position }: History,
): Generator<void, Deleted> {
  const cues: DeletedCue[] = []
  const records = new Map<string, unknown>()
  for (let index = position - 1; index >= 0; index--) {
    if (index % stride === 0) yield
    const entry = steps.at(index)
    const parts = entry && mayRemove(entry) ? packedRecords(entry.change) : []
    for (const [table, id, before, after] of parts) {
      const isGone = after === null && before !== null && table !== 'production'
      if (!isGone || records.has(`${table} ${id}`) || Object.hasOwn(document[table], id)) continue
      records.set(`${table} ${id}`, before)
      if (table !== 'cues' || !entry) continue
      const { label, made } = entry
      cues.push({ cue: before as unknown as Cue, label, made, licences: takenOff(parts, id) })
    }
  }
  return { cues, records }
}

/** Says of most steps, without reading them, that they remove nothing. */
function mayRemove({ change }: HistoryEntry): boolean {
  return isPacked(change)
    ? change.texts.some((text) => text.includes(',null]'))
    : change.some(({ after }) => after === null)
}

function takenOff(parts: readonly PackedRecord[], cue: string): readonly string[] {
  const names = (fields: PackedRecord[2]) => (fields?.cues as readonly string[] | undefined) ?? []
  return parts
    .filter(
      ([table, , before, after]) => table === 'licences' && names(before).includes(cue) && after !== null,
    )
    .map(([, id]) => id)
}

/** Puts deleted cues back as they were, on the licences that they were taken off, with what they name and the document lost. */
export function putBackCues(deleted: readonly DeletedCue[], records: Deleted['records']): Edit {
  return {
    label: countedLabel('Put back', 'cue', deleted.length),
    run: (document) => {
      let result: Result<ProductionDocument> = ok(document)
      for (const { cue, licences } of deleted) {
        if (result.ok) result = withNamed(result.value, 'cues', cue, records)
        if (result.ok) result = relicensed(result.value, cue.id, licences)
      }
      return result
    },
  }
}

/** The document with a record and, before it, everything that it names and the document does not have. */
function withNamed(
  document: ProductionDocument,
  table: TableName,
  record: RecordOf<TableName>,
  records: Deleted['records'],
): Result<ProductionDocument> {
  let result: Result<ProductionDocument> = ok(document)
  for (const [other, id] of namedBy(record)) {
    if (!result.ok) return result
    if (Object.hasOwn(result.value[other], id)) continue
    const lost = records.get(`${other} ${id}`) as RecordOf<TableName> | undefined
    result = lost ? withNamed(result.value, other, lost, records) : refuse(lostName(other))
  }
  return result.ok ? addRecord(result.value, table, record) : result
}

/** The records that a cue, a work or a recording cannot be without. */
function namedBy(record: RecordOf<TableName>): readonly (readonly [TableName, string])[] {
  const named: [TableName, string][] = []
  if ('spans' in record) {
    for (const { reel } of record.spans) named.push(['reels', reel])
    if (record.recording !== null) named.push(['recordings', record.recording])
  }
  if ('work' in record && record.work !== null) named.push(['works', record.work])
  if ('writers' in record)
    for (const { party } of [...record.writers, ...record.publishers])
      if (party !== null) named.push(['parties', party])
  return named
}

function relicensed(
  document: ProductionDocument,
  cue: CueId,
  licences: readonly string[],
): Result<ProductionDocument> {
  const covering = recordsOf(document, 'licences')
    .filter(({ id, cues }) => licences.includes(id) && !cues.includes(cue))
    .map((licence) => ({ ...licence, cues: [...licence.cues, cue] }))
  return putRecords(document, 'licences', covering)
}

function lostName(table: TableName): Problem {
  return {
    message: 'This cue cannot be put back by itself.',
    expected: `everything that it names among the ${table}`,
    found: 'one that is neither in the production nor in its history',
    remedy: 'Restore an earlier state in the history instead.',
  }
}
