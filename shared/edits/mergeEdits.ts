import { type ProductionDocument, type RecordOf, recordsOf } from '../model/document.ts'
import type { PartyId, RecordingId, WorkId } from '../model/ids.ts'
import type { PublisherShare, Work, WriterShare } from '../model/work.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'
import type { Edit } from './edit.ts'
import { countedLabel, fieldWords } from './editLabel.ts'
import { fieldConflicts, filledIn } from './mergedFields.ts'
import type { PartyPatch } from './partyEdits.ts'
import { dropRecords, findRecord, putRecord, putRecords } from './putRecord.ts'
import type { RecordingPatch } from './workEdits.ts'

/** The tables whose records can be merged. */
export type MergedTable = 'works' | 'recordings' | 'parties'

/** What a merged work says where the works differ, shares included. */
export type MergedWorkPatch = Partial<Omit<Work, 'id'>>

/** Fields that do not stand for something which could be lost: the kept record's value holds unless another is chosen. */
const switches = ['publicDomain', 'unpublished', 'ownedByProduction', 'unionReuseChecked']
const sides = ['writers', 'publishers'] as const

/**
 * Makes several works one. `chosen` says what holds where they differ; without a choice a blank is filled in, and of two
 * lists of holders the one that has all of the other. Cues and recordings of the others go over to the kept one.
 */
export function mergeWorks(keep: WorkId, others: readonly WorkId[], chosen: MergedWorkPatch = {}): Edit {
  return {
    label: countedLabel('Merge', 'work', others.length + 1),
    run: (document) => {
      const found = records(document, 'works', keep, others)
      if (!found.ok) return found
      const [kept, ...rest] = found.value
      if (!kept || rest.length === 0) return ok(document)
      const undecided = workConflicts(found.value).find(({ field }) => !Object.hasOwn(chosen, field))
      if (undecided) return refuse(undecidedField('works', undecided.field))
      const shares = Object.fromEntries(sides.map((side) => [side, fullest(found.value, side)]))
      const merged = { ...filledIn(kept, rest), ...shares, ...chosen, id: kept.id } as Work
      return goOver(document, 'works', merged, rest)
    },
  }
}

/** Makes several recordings of one work one. Cues of the others go over to the kept one. */
export function mergeRecordings(
  keep: RecordingId,
  others: readonly RecordingId[],
  chosen: RecordingPatch = {},
): Edit {
  return {
    label: countedLabel('Merge', 'recording', others.length + 1),
    run: (document) => {
      const found = records(document, 'recordings', keep, others)
      if (!found.ok) return found
      const [kept, ...rest] = found.value
      if (!kept || rest.length === 0) return ok(document)
      const works = new Set(found.value.flatMap(({ work }) => work ?? []))
      if (works.size > 1) return refuse(ofSeveralWorks())
      const undecided = undecidedIn(found.value, chosen)
      if (undecided) return refuse(undecidedField('recordings', undecided))
      const merged = { ...filledIn(kept, rest), ...chosen, id: kept.id }
      return goOver(document, 'recordings', merged, rest)
    },
  }
}

/** Makes several holders one. What they have in works goes over to the kept one; two lines of one role become their sum. */
export function mergeParties(keep: PartyId, others: readonly PartyId[], chosen: PartyPatch = {}): Edit {
  return {
    label: countedLabel('Merge', 'holder', others.length + 1),
    run: (document) => {
      const found = records(document, 'parties', keep, others)
      if (!found.ok) return found
      const [kept, ...rest] = found.value
      if (!kept || rest.length === 0) return ok(document)
      const undecided = undecidedIn(found.value.map(withoutName), chosen)
      if (undecided) return refuse(undecidedField('holders', undecided))
      const merged = {
        ...kept,
        ...filledIn(withoutName(kept), rest.map(withoutName)),
        ...chosen,
        id: kept.id,
      }
      return goOver(document, 'parties', merged, rest)
    },
  }
}

/** The fields in which works differ so that somebody has to choose, lists of holders among them. */
export function workConflicts(works: readonly Work[]): readonly { readonly field: string }[] {
  const plain = fieldConflicts(works, [...switches, ...sides])
  return [...plain, ...sides.filter((side) => fullest(works, side) === null).map((field) => ({ field }))]
}

/** The list of one side that has every line of the others; null where no list has. */
export function fullest(works: readonly Work[], side: 'writers' | 'publishers') {
  type Line = WriterShare | PublisherShare
  const key = ({ party, role, share }: Line) => `${party} ${role} ${share}`
  const lists = works.map((work) => work[side] as readonly Line[])
  const has = (list: readonly Line[], other: readonly Line[]) => {
    const left = list.map(key)
    return other.every((line) => {
      const at = left.indexOf(key(line))
      if (at >= 0) left.splice(at, 1)
      return at >= 0
    })
  }
  return lists.find((list) => lists.every((other) => has(list, other))) ?? null
}

/** Every line of several lists, those that are in more than one of them once. */
export function bothSides<Line extends WriterShare | PublisherShare>(
  lists: readonly (readonly Line[])[],
): Line[] {
  const all: Line[] = []
  for (const list of lists) {
    for (const line of list) {
      const isThere = all.some(({ party, role }) => party === line.party && role === line.role)
      if (!isThere || list === lists[0]) all.push(line)
    }
  }
  return all
}

/** The name of a holder is one thing in three fields: the kept one's holds unless another is chosen. */
function withoutName<Named extends RecordOf<'parties'>>(party: Named) {
  const { name: _name, firstName: _first, lastName: _last, ...rest } = party
  return rest
}

function undecidedIn(found: readonly object[], chosen: object): string | null {
  const conflicts = fieldConflicts(found, switches)
  return conflicts.find(({ field }) => !Object.hasOwn(chosen, field))?.field ?? null
}

function records<Name extends MergedTable>(
  document: ProductionDocument,
  table: Name,
  keep: string,
  others: readonly string[],
): Result<readonly RecordOf<Name>[]> {
  const found: RecordOf<Name>[] = []
  for (const id of new Set([keep, ...others])) {
    const record = findRecord(document, table, id)
    if (!record.ok) return record
    found.push(record.value)
  }
  return ok(found)
}

/** Puts the merged record, lets all that named the others name it, and drops the others. */
function goOver<Name extends MergedTable>(
  document: ProductionDocument,
  table: Name,
  merged: RecordOf<Name>,
  others: readonly RecordOf<Name>[],
): Result<ProductionDocument> {
  const gone = new Set<string>(others.map(({ id }) => id))
  const put = putRecord(document, table, merged)
  const pointed = put.ok ? pointTo(put.value, table, merged.id, gone) : put
  return pointed.ok ? ok(dropRecords(pointed.value, table, [...gone])) : pointed
}

function pointTo(
  document: ProductionDocument,
  table: MergedTable,
  id: string,
  gone: ReadonlySet<string>,
): Result<ProductionDocument> {
  if (table === 'parties') return repointShares(document, id as PartyId, gone)
  if (table === 'recordings') {
    const cues = recordsOf(document, 'cues').filter(({ recording }) => gone.has(recording ?? ''))
    return putRecords(
      document,
      'cues',
      cues.map((cue) => ({ ...cue, recording: id as RecordingId })),
    )
  }
  const cues = recordsOf(document, 'cues').filter(({ work }) => gone.has(work ?? ''))
  const pointed = putRecords(
    document,
    'cues',
    cues.map((cue) => ({ ...cue, work: id as WorkId })),
  )
  if (!pointed.ok) return pointed
  const recordings = recordsOf(document, 'recordings').filter(({ work }) => gone.has(work ?? ''))
  return putRecords(
    pointed.value,
    'recordings',
    recordings.map((recording) => ({ ...recording, work: id as WorkId })),
  )
}

function repointShares(
  document: ProductionDocument,
  id: PartyId,
  gone: ReadonlySet<string>,
): Result<ProductionDocument> {
  const isNamed = ({ party }: { readonly party: string }) => gone.has(party)
  const works = recordsOf(document, 'works').filter(
    ({ writers, publishers }) => writers.some(isNamed) || publishers.some(isNamed),
  )
  return putRecords(
    document,
    'works',
    works.map((work) => ({
      ...work,
      writers: summed(work.writers, id, gone),
      publishers: summed(work.publishers, id, gone),
    })),
  )
}

/** The lines with the parties that go replaced by the one that stays; where it stands twice in one role then, as one line. */
function summed<Line extends WriterShare | PublisherShare>(
  lines: readonly Line[],
  id: PartyId,
  gone: ReadonlySet<string>,
): Line[] {
  const result: Line[] = []
  for (const line of lines) {
    const isOf = gone.has(line.party)
    const party = isOf ? id : line.party
    const at = result.findIndex((other) => party === id && other.party === id && other.role === line.role)
    const before = result[at]
    if (before) result[at] = { ...before, share: before.share + line.share }
    else result.push(isOf ? { ...line, party } : line)
  }
  return result
}

function undecidedField(what: string, field: string): Problem {
  return {
    message: `The ${what} say different things in ${fieldWords(field)}.`,
    expected: 'a choice of what holds',
    found: 'none',
    remedy: 'Choose one of the values, then merge.',
  }
}

function ofSeveralWorks(): Problem {
  return {
    message: 'These recordings are of different works.',
    expected: 'recordings of one work',
    found: 'more than one work',
    remedy: 'Merge their works first, if they are the same.',
  }
}
