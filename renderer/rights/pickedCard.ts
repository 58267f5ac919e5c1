import type { PickedNegotiation } from '../store/moment.ts'
import type { RightsCard } from './rightsCards.ts'

/** What names a card from now on. */
export function pickOf({ key, licences }: RightsCard): PickedNegotiation {
  const [first] = licences
  return first ? { licence: first.id } : { needed: key }
}

/** Whether a card is the one that was picked. */
export function isPicked(card: RightsCard, picked: PickedNegotiation | null): boolean {
  if (!picked) return false
  return 'licence' in picked
    ? card.licences.some(({ id }) => id === picked.licence)
    : card.key === picked.needed
}
