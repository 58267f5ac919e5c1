import type { CatalogueEntry } from '../../shared/catalogue/catalogue.ts'
import type { SearchPlace } from '../../shared/catalogue/catalogueSearch.ts'
import { entryConflicts, takeEntry } from '../../shared/catalogue/takeEntry.ts'
import type { CueId } from '../../shared/model/ids.ts'
import { request } from '../ipc.ts'
import { makeId, type Session } from '../store/session.ts'
import type { Suggestion } from '../ui/suggestionsFor.ts'

/** An entry of the personal catalogue, as it is offered. */
export type CatalogueOffer = Suggestion & { readonly entry: CatalogueEntry }

/** Where offers of the catalogue say that they come from. */
export const fromCatalogue = 'Catalogue'

/** Entries that a text may mean; none where the catalogue does not answer, since it only helps. */
export async function catalogueOffers(place: SearchPlace, text: string): Promise<readonly CatalogueOffer[]> {
  const found = await request('catalogue:search', { place, text: text.slice(0, 400) })
  if (!found.ok) return []
  return found.value.map((entry) => ({
    id: `catalogue ${entry.id}`,
    name: entry.name,
    note: entry.note,
    from: fromCatalogue,
    entry,
  }))
}

/** Gives cues an entry's music, and shows where the catalogue says otherwise than the production. */
export function takeFromCatalogue(
  session: Session,
  cues: readonly CueId[],
  entry: CatalogueEntry,
  key: string | null = null,
): boolean {
  const document = session.work.value?.documents.document
  if (!document) return false
  const conflicts = entryConflicts(document, entry)
  if (!session.apply(takeEntry(cues, entry, makeId), key)) return false
  session.moment.patch({ catalogueConflicts: conflicts })
  return true
}
