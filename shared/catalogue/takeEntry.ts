import type { Edit } from '../edits/edit.ts'
import { type EarlierUse, giveMusic } from '../edits/giveMusicEdits.ts'
import { fieldConflicts, filledIn } from '../edits/mergedFields.ts'
import { addRecord, putRecord } from '../edits/putRecord.ts'
import { sameValue } from '../edits/sameValue.ts'
import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { CueId, MakeId, PartyId, RecordingId, WorkId } from '../model/ids.ts'
import { partyKey, sameParty, sameRecording, sameWork } from '../model/sameMusic.ts'
import type { Party, PublisherShare, Recording, Work, WriterShare } from '../model/work.ts'
import { ok, type Result } from '../result.ts'
import type { CatalogueEntry } from './catalogue.ts'

/** A field in which a production and the catalogue say different things of the same work, recording or holder. */
export type CatalogueConflict = {
  readonly table: 'works' | 'recordings' | 'parties'
  /** The production's record. */
  readonly id: string
  readonly field: string
  readonly here: unknown
  readonly catalogue: unknown
}

/** What an entry becomes in a production. */
export type Taken = {
  readonly document: ProductionDocument
  readonly work: WorkId | null
  readonly recording: RecordingId | null
  readonly conflicts: readonly CatalogueConflict[]
}

/** New ids for everything in an entry. */
export type NewIds = ReadonlyMap<string, string>

/**
 * Brings an entry into the production and gives it to cues: work, recording, holders and shares. What the production has already, known
 * by what it is and not by its id, is used; there the production's word stands and only blanks are filled in.
 */
export function takeEntry(cues: readonly CueId[], entry: CatalogueEntry, makeId: MakeId): Edit {
  const ids = newIds(entry, makeId)
  return {
    label: `Take ${entry.name} from the catalogue`,
    run: (document) => {
      const taken = bringEntry(document, entry, ids)
      if (!taken.ok) return taken
      const { work, recording } = taken.value
      if (work === null || cues.length === 0) return ok(taken.value.document)
      const use: EarlierUse | null = entry.use
      return giveMusic(cues, { work, recording }, use).run(taken.value.document)
    },
  }
}

/** Where the production and an entry contradict each other, once it is taken. */
export function entryConflicts(
  document: ProductionDocument,
  entry: CatalogueEntry,
): readonly CatalogueConflict[] {
  let count = 0
  const taken = bringEntry(document, entry, newIds(entry, (() => `taken ${++count}`) as MakeId))
  return taken.ok ? taken.value.conflicts : []
}

/** Makes the catalogue's word the production's in the fields named. */
export function takeCatalogueWord(conflicts: readonly CatalogueConflict[]): Edit {
  return {
    label: 'Take details from the catalogue',
    run: (document) =>
      conflicts.reduce<Result<ProductionDocument>>((result, { table, id, field, catalogue }) => {
        if (!result.ok) return result
        const record = result.value[table][id]
        return record ? putRecord(result.value, table, { ...record, [field]: catalogue } as never) : result
      }, ok(document)),
  }
}

function newIds({ work, recording, parties }: CatalogueEntry, makeId: MakeId): NewIds {
  const all = [...parties, ...(work ? [work] : []), ...(recording ? [recording] : [])]
  return new Map(all.map(({ id }) => [id, makeId()]))
}

/** The document with everything in an entry, under these ids where it is new, and what that became there. */
export function bringEntry(document: ProductionDocument, entry: CatalogueEntry, ids: NewIds): Result<Taken> {
  const conflicts: CatalogueConflict[] = []
  const parties = new Map<string, PartyId>()
  let current = document
  for (const party of entry.parties) {
    const known = byId(recordsOf(current, 'parties')).find((other) => sameParty(other, party))
    const own = { ...party, id: (known?.id ?? ids.get(party.id)) as PartyId }
    const put = brought(current, 'parties', own, known, conflicts)
    if (!put.ok) return put
    parties.set(party.id, own.id)
    current = put.value
  }
  if (!entry.work) return ok({ document: current, work: null, recording: null, conflicts })
  const work = withParties(entry.work, parties, ids.get(entry.work.id) as WorkId)
  const known = knownWork(current, work)
  const named = brought(current, 'works', { ...work, id: known?.id ?? work.id }, known, conflicts)
  if (!named.ok) return named
  const workId = known?.id ?? work.id
  if (!entry.recording) return ok({ document: named.value, work: workId, recording: null, conflicts })
  const recording: Recording = {
    ...entry.recording,
    id: ids.get(entry.recording.id) as RecordingId,
    work: workId,
  }
  const master = byId(recordsOf(named.value, 'recordings')).find(
    (other) => other.work === workId && sameRecording(other, recording),
  )
  const recorded = brought(
    named.value,
    'recordings',
    { ...recording, id: master?.id ?? recording.id },
    master,
    conflicts,
  )
  if (!recorded.ok) return recorded
  return ok({ document: recorded.value, work: workId, recording: master?.id ?? recording.id, conflicts })
}

/** The document with a record of the catalogue: a new one, or the known one with its blanks filled in. */
function brought<Table extends 'works' | 'recordings' | 'parties'>(
  document: ProductionDocument,
  table: Table,
  record: Work | Recording | Party,
  known: Work | Recording | Party | undefined,
  conflicts: CatalogueConflict[],
): Result<ProductionDocument> {
  if (!known) return addRecord(document, table, record as never)
  for (const { field, values } of fieldConflicts([known, record], leftOut(table, known, record)))
    conflicts.push({ table, id: known.id, field, here: values[0], catalogue: values[1] })
  return putRecord(document, table, filledIn(known, [record]) as never)
}

/** Names of holders that are the same by their IPI, or but for their writing, are no contradiction; nor are lists that say the same. */
function leftOut(table: string, known: Work | Recording | Party, record: Work | Recording | Party): string[] {
  if (table === 'recordings') return ['work']
  if (table === 'works') return titlesOnly(known as Work, record as Work)
  const isSameName = partyKey(known as Party) === partyKey(record as Party)
  return isSameName ? ['name', 'firstName', 'lastName'] : []
}

function titlesOnly(known: Work, record: Work): string[] {
  const lines = (work: Work, side: 'writers' | 'publishers') =>
    (work[side] as readonly (WriterShare | PublisherShare)[])
      .map(({ party, role, share }) => `${party} ${role} ${share}`)
      .toSorted()
  const same = (side: 'writers' | 'publishers') => sameValue(lines(known, side), lines(record, side))
  return (['writers', 'publishers'] as const).filter(same)
}

function withParties(work: Work, parties: ReadonlyMap<string, PartyId>, id: WorkId): Work {
  const lines = <Line extends { readonly party: PartyId }>(all: readonly Line[]) =>
    all.flatMap((line) => {
      const party = parties.get(line.party)
      return party === undefined ? [] : [{ ...line, party }]
    })
  return { ...work, id, writers: lines(work.writers), publishers: lines(work.publishers) }
}

function knownWork(document: ProductionDocument, work: Work): Work | undefined {
  const names = (of: Work) =>
    of.writers.flatMap(({ party }) => {
      const known = document.parties[party]
      return known ? [partyKey(known)] : []
    })
  return byId(recordsOf(document, 'works')).find((other) =>
    sameWork(other, work, { a: names(other), b: names(work) }),
  )
}

/** In an order that does not depend on how the table came about. */
function byId<Named extends { readonly id: string }>(records: readonly Named[]): readonly Named[] {
  return records.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
