import { projectionOf } from '../review/findings.ts'
import type { Rights } from './rights.ts'
import type { RightsCard } from './rightsCards.ts'

/** Rules about what contradicts a licence (cue-sheet reference, section 10), with a few words for a card. */
const conflictWords: Readonly<Record<string, string>> = {
  'CS-074': 'MFN: another gets more',
  'CS-075': 'Ends before airing',
  'CS-076': 'Too narrow',
  'CS-077': 'Used beyond licence',
  'CS-078': 'Usage not licensed',
  'CS-079': 'Festivals only',
  'CS-081': 'Fee below zero',
  'CS-082': 'Currencies mixed',
  'CS-083': 'Days out of order',
}

/** What contradicts a card's licences, in a few words each. */
export function conflictsOf({ document }: Rights, { cues, licences }: RightsCard): readonly string[] {
  if (licences.length === 0) return []
  const { findingsOf } = projectionOf(document)
  const ids: readonly string[] = licences.map(({ id }) => id)
  const words = cues.flatMap((cue) =>
    (findingsOf.get(cue) ?? [])
      .filter(({ licence }) => licence === undefined || ids.includes(licence))
      .flatMap(({ rule }) => conflictWords[rule] ?? []),
  )
  return [...new Set(words)]
}
