import type { CatalogueEntry } from '../../shared/catalogue/catalogue.ts'
import { entryConflicts, takeEntry } from '../../shared/catalogue/takeEntry.ts'
import { nameCueMusic } from '../../shared/edits/cueMusicEdits.ts'
import { type Edit, joinEdits } from '../../shared/edits/edit.ts'
import { updateParty } from '../../shared/edits/partyEdits.ts'
import type { ShareSide } from '../../shared/edits/shareEdits.ts'
import type { Cue } from '../../shared/model/cue.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import { readHolderLine } from '../../shared/model/holderLine.ts'
import type { PartyId } from '../../shared/model/ids.ts'
import { sameParty } from '../../shared/model/sameMusic.ts'
import type { Work } from '../../shared/model/work.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { useApply } from '../cues/useApply.ts'
import { makeId, useSession } from '../store/session.ts'
import { type ShareEntry, setShares, withLine } from './shareEntries.ts'

/** What adds a writer or publisher; a cue that has no work yet gets one by its own title. */
export type AddShare = {
  /** By a typed line. */
  readonly typed: (line: string) => Result<unknown>
  /** A holder of the production. */
  readonly known: (party: PartyId) => Result<unknown>
  /** A holder of the catalogue. */
  readonly taken: (entry: CatalogueEntry) => Result<unknown>
}

/** Adds to one side of a cue's work. */
export function useAddShare(cue: Pick<Cue, 'id' | 'title'>, work: Work | null, side: ShareSide): AddShare {
  const session = useSession()
  const apply = useApply()
  const key = `add ${side} ${work?.[side].length ?? 0} ${cue.id}`
  /** The work to add to, which is made for a cue that has none. */
  const target = (found: string): Result<Work | null> => {
    if (work === null && cue.title === '') return refuse(nameless(found))
    if (work === null) apply(nameCueMusic(cue.id, { work: { title: cue.title } }, makeId), key)
    const document = session.work.value?.documents.document
    return ok(document?.works[document.cues[cue.id]?.work ?? ''] ?? null)
  }
  const add = (party: ShareEntry['party'], line: string, more: readonly Edit[] = []): Result<unknown> => {
    const named = target(line)
    if (!named.ok || named.value === null) return named
    const set = setShares(named.value, side, withLine(side, party, line, named.value[side]), makeId)
    return apply(joinEdits(set.label, [...more, set, ...details(side, line)]), key)
  }
  return {
    typed: (line) => (line === '' ? ok(null) : add({ name: readHolderLine(side, line).name }, line)),
    known: (party) => add(party, ''),
    taken: (entry) => {
      const [party] = entry.parties
      const document = session.work.value?.documents.document
      if (!party || !document) return ok(null)
      const conflicts = entryConflicts(document, entry)
      const bring = takeEntry([], entry, makeId)
      const brought = bring.run(document)
      const own = brought.ok ? holderLike(brought.value, party) : null
      const added = own === null ? ok(null) : add(own, '', [bring])
      if (added.ok) session.moment.patch({ catalogueConflicts: conflicts })
      return added
    },
  }
}

function holderLike(document: ProductionDocument, party: Parameters<typeof sameParty>[0]): PartyId | null {
  return recordsOf(document, 'parties').find((other) => sameParty(other, party))?.id ?? null
}

/** What a line says of the holder besides the name. A society or IPI that the production has already stays. */
function details(side: ShareSide, line: string): readonly Edit[] {
  const { name, society, ipi } = readHolderLine(side, line)
  if (society === null && ipi === null) return []
  return [
    {
      label: '',
      run: (document) => {
        const last = recordsOf(document, 'parties').find((party) =>
          sameParty(party, { ...party, name, firstName: '', lastName: '', ipi: '' }),
        )
        if (!last) return ok(document)
        const patch = {
          ...(society !== null && last.society === '' ? { society } : {}),
          ...(ipi !== null && last.ipi === '' ? { ipi } : {}),
        }
        return updateParty(last.id, patch).run(document)
      },
    },
  ]
}

function nameless(found: string): Problem {
  return {
    message: 'There is no work yet to have a share in.',
    expected: 'a title of the work or of the cue',
    found,
    remedy: 'Type its title first.',
  }
}
