import type { PartyPatch } from '../../shared/edits/partyEdits.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import type { PartyId } from '../../shared/model/ids.ts'
import { type Party, partyName } from '../../shared/model/work.ts'

/** How often a holder is named as writer or publisher in the whole production. */
export function sharesOf(document: ProductionDocument, party: PartyId): number {
  return recordsOf(document, 'works').reduce(
    (count, { writers, publishers }) =>
      count + [...writers, ...publishers].filter((share) => share.party === party).length,
    0,
  )
}

/**
 * The fields of a holder who is to be called otherwise, as when a slip is put right; null where the name is that of
 * another holder, or this one has other shares that keep the old name.
 */
export function renamedHolder(document: ProductionDocument, party: Party, name: string): PartyPatch | null {
  const known = recordsOf(document, 'parties').some(
    (other) => partyName(other).toLowerCase() === name.toLowerCase(),
  )
  if (known || sharesOf(document, party.id) > 1) return null
  if (party.name !== '') return { name }
  const space = name.lastIndexOf(' ')
  if (space < 0) return { firstName: '', lastName: '', name }
  return { firstName: name.slice(0, space), lastName: name.slice(space + 1) }
}
