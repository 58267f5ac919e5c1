import type { ProductionDocument } from '../model/document.ts'
import type { MakeId, PartyId, WorkId } from '../model/ids.ts'
import type { PublisherShare, Work, WriterShare } from '../model/work.ts'
import { ok, type Result } from '../result.ts'
import type { Edit } from './edit.ts'
import { type PartyKind, type PartyRef, resolveParty } from './partyEdits.ts'
import { findRecord, mapRecords, putRecord } from './putRecord.ts'

/** The two sides of a work, each of which totals 10 000 basis points. */
export type ShareSide = 'writers' | 'publishers'

/** A writer's part as it is entered; `share` in basis points of the writers' side. */
export type WriterEntry = Omit<WriterShare, 'party'> & { readonly party: PartyRef }

/** A publisher's part as it is entered; `share` in basis points of the publishers' side. */
export type PublisherEntry = Omit<PublisherShare, 'party'> & { readonly party: PartyRef }

/** Sets the writers of a work and their shares; names that are new become holders. */
export function setWriters(work: WorkId, entries: readonly WriterEntry[], makeId: MakeId): Edit {
  return {
    label: 'Change writers',
    run: sharesRun(work, entries, 'person', makeId, (record, writers) => ({ ...record, writers })),
  }
}

/** Sets the publishers of a work and their shares; names that are new become holders. */
export function setPublishers(work: WorkId, entries: readonly PublisherEntry[], makeId: MakeId): Edit {
  return {
    label: 'Change publishers',
    run: sharesRun(work, entries, 'firm', makeId, (record, publishers) => ({ ...record, publishers })),
  }
}

/** Gives everybody on one side of a work the same share; odd basis points go to the first names. */
export function splitEvenly(work: WorkId, side: ShareSide): Edit {
  return {
    label: `Split ${side} evenly`,
    run: (document) =>
      mapRecords(document, 'works', [work], (record) => {
        const shares = evenShares(record[side].length)
        const even = record[side].map((entry, index) => ({ ...entry, share: shares[index] ?? entry.share }))
        return ok({ ...record, [side]: even })
      }),
  }
}

/** Doubles all shares of a work, for one entered with writers and publishers together as 100 %. */
export function doubleShares(work: WorkId): Edit {
  const doubled = <Entry extends WriterShare | PublisherShare>(entries: readonly Entry[]) =>
    entries.map((entry) => ({ ...entry, share: entry.share * 2 }))
  return {
    label: 'Double shares',
    run: (document) =>
      mapRecords(document, 'works', [work], (record) =>
        ok({ ...record, writers: doubled(record.writers), publishers: doubled(record.publishers) }),
      ),
  }
}

/** 10 000 basis points in `count` parts that differ by one at most, larger ones first: 3334, 3333, 3333. */
export function evenShares(count: number): readonly number[] {
  const whole = Math.floor(10_000 / count)
  return Array.from({ length: count }, (_, index) => whole + (index < 10_000 - whole * count ? 1 : 0))
}

type Entered = { readonly party: PartyRef }
type Resolved<Entry extends Entered> = Omit<Entry, 'party'> & { readonly party: PartyId }

function sharesRun<Entry extends Entered>(
  id: WorkId,
  entries: readonly Entry[],
  kind: PartyKind,
  makeId: MakeId,
  withShares: (work: Work, shares: Resolved<Entry>[]) => Work,
): Edit['run'] {
  const newIds = entries.map(() => makeId<'parties'>())
  return (document) => {
    const work = findRecord(document, 'works', id)
    if (!work.ok) return work
    const resolved = resolveEntries(document, entries, kind, newIds)
    if (!resolved.ok) return resolved
    return putRecord(resolved.value.document, 'works', withShares(work.value, resolved.value.shares))
  }
}

function resolveEntries<Entry extends Entered>(
  document: ProductionDocument,
  entries: readonly Entry[],
  kind: PartyKind,
  newIds: readonly PartyId[],
): Result<{ readonly document: ProductionDocument; readonly shares: Resolved<Entry>[] }> {
  let current = document
  const shares: Resolved<Entry>[] = []
  for (const [index, entry] of entries.entries()) {
    const found = resolveParty(current, entry.party, kind, newIds[index] as PartyId)
    if (!found.ok) return found
    current = found.value.document
    shares.push({ ...entry, party: found.value.party })
  }
  return ok({ document: current, shares })
}
