import { useMemo } from 'react'
import type { CatalogueEntry } from '../../shared/catalogue/catalogue.ts'
import type { SearchPlace } from '../../shared/catalogue/catalogueSearch.ts'
import type { Suggestion } from '../ui/suggestionsFor.ts'
import { type CatalogueOffer, catalogueOffers } from './catalogueOffers.ts'

/** Looks texts up in the catalogue and remembers what was offered. */
export type LookUp = {
  readonly lookUp: (text: string) => Promise<readonly Suggestion[]>
  /** The entry behind an offer's id; null for an offer that is not of the catalogue. */
  readonly entryOf: (id: string) => CatalogueEntry | null
}

/** Offers of the catalogue for a field. */
export function useLookUp(place: SearchPlace): LookUp {
  return useMemo(() => {
    let offers: readonly CatalogueOffer[] = []
    return {
      lookUp: async (text) => {
        offers = await catalogueOffers(place, text)
        return offers
      },
      entryOf: (id) => offers.find((offer) => offer.id === id)?.entry ?? null,
    }
  }, [place])
}
