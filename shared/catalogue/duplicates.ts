import type { MergedTable } from '../edits/mergeEdits.ts'
import { type ProductionDocument, recordsOf } from '../model/document.ts'
import {
  contradict,
  partyKey,
  sameRecording,
  soundIpi,
  soundIsrc,
  soundIswc,
  titleKey,
} from '../model/sameMusic.ts'
import type { Party, Work } from '../model/work.ts'

/** Records that are likely one, and why. The first is the one that most names already. */
export type DuplicateGroup = {
  readonly table: MergedTable
  readonly ids: readonly string[]
  readonly reason: string
}

type Counts = ReadonlyMap<string, number>

/** Likely duplicates in a production: same identifier, same title and writers, same name. `uses` says how often each is named. */
export function duplicatesIn(document: ProductionDocument, uses: Counts): readonly DuplicateGroup[] {
  return [...parties(document, uses), ...works(document, uses), ...recordings(document, uses)]
}

function parties(document: ProductionDocument, uses: Counts): readonly DuplicateGroup[] {
  const all = recordsOf(document, 'parties')
  const byIpi = groups(all, soundIpi)
  const byName = groups(all, (party) => partyKey(party) || null).flatMap((group) =>
    compatible(group, (a, b) => !contradict(soundIpi(a), soundIpi(b))),
  )
  return distinct('parties', uses, [
    ...byIpi.map((group) => ({ group, reason: 'Same IPI' })),
    ...byName.map((group) => ({ group, reason: 'Same name' })),
  ])
}

function works(document: ProductionDocument, uses: Counts): readonly DuplicateGroup[] {
  const all = recordsOf(document, 'works')
  const names = new Map<string, ReadonlySet<string>>()
  const writersOf = (work: Work) => {
    const known = names.get(work.id) ?? new Set(work.writers.map(({ party }) => nameIn(document, party)))
    names.set(work.id, known)
    return known
  }
  const alike = (a: Work, b: Work) => {
    if (contradict(soundIswc(a), soundIswc(b))) return false
    const [left, right] = [writersOf(a), writersOf(b)]
    return left.size === 0 || right.size === 0 || [...left].some((name) => right.has(name))
  }
  const byTitle = groups(all, (work) => titleKey(work.title) || null).flatMap((group) =>
    compatible(group, alike),
  )
  return distinct('works', uses, [
    ...groups(all, soundIswc).map((group) => ({ group, reason: 'Same ISWC' })),
    ...byTitle.map((group) => ({
      group,
      reason: group.every((work) => work.writers.length > 0) ? 'Same title and writer' : 'Same title',
    })),
  ])
}

function recordings(document: ProductionDocument, uses: Counts): readonly DuplicateGroup[] {
  const all = recordsOf(document, 'recordings')
  const ofWork = groups(all, ({ work }) => work).flatMap((group) => compatible(group, sameRecording))
  return distinct('recordings', uses, [
    ...groups(all, soundIsrc).map((group) => ({ group, reason: 'Same ISRC' })),
    ...ofWork.map((group) => ({ group, reason: 'Same artist' })),
  ])
}

function nameIn(document: ProductionDocument, id: string): string {
  const party: Party | undefined = document.parties[id]
  return party ? partyKey(party) : id
}

/** Records with the same key, two or more; those without one are left out. */
function groups<Named>(records: readonly Named[], keyOf: (record: Named) => string | null): Named[][] {
  const byKey = new Map<string, Named[]>()
  for (const record of records) {
    const key = keyOf(record)
    if (key === null) continue
    const group = byKey.get(key)
    if (group) group.push(record)
    else byKey.set(key, [record])
  }
  return [...byKey.values()].filter((group) => group.length > 1)
}

/** Parts a group so that nobody stands in one with a record that it cannot be. */
function compatible<Named>(group: readonly Named[], fits: (a: Named, b: Named) => boolean): Named[][] {
  const parts: Named[][] = []
  for (const record of group) {
    const part = parts.find((members) => members.every((member) => fits(member, record)))
    if (part) part.push(record)
    else parts.push([record])
  }
  return parts.filter((part) => part.length > 1)
}

type Found = { readonly group: readonly { readonly id: string }[]; readonly reason: string }

/** The groups, most used record first; one whose records all stand in an earlier group is left out. */
function distinct(table: MergedTable, uses: Counts, found: readonly Found[]): readonly DuplicateGroup[] {
  const kept: DuplicateGroup[] = []
  for (const { group, reason } of found) {
    const ids = group
      .map(({ id }) => id)
      .toSorted((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0) || (a < b ? -1 : 1))
    const isKnown = kept.some((other) => ids.every((id) => other.ids.includes(id)))
    if (!isKnown) kept.push({ table, ids, reason })
  }
  return kept
}
