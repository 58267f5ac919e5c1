import type { ProductionDocument } from '../model/document.ts'
import type { Party, Work } from '../model/work.ts'

/** The writers and publishers of a work, each once, in the order of the work. */
export function workParties(
  work: Work | null,
  { parties }: Pick<ProductionDocument, 'parties'>,
): readonly Party[] {
  const ids = new Set([...(work?.writers ?? []), ...(work?.publishers ?? [])].map(({ party }) => party))
  return [...ids].flatMap((id) => {
    const party = Object.hasOwn(parties, id) ? parties[id] : undefined
    return party ? [party] : []
  })
}
