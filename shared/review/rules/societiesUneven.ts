import type { Party } from '../../model/work.ts'
import { nameOfUse } from '../../sheet/cueUse.ts'
import { percentText } from '../../sheet/percentText.ts'
import { perUse } from '../perUse.ts'
import type { UseContext } from '../reviewContext.ts'
import type { Rule } from '../rule.ts'

/** A society whose writers and publishers hold different parts of a work. */
export const societiesUneven: Rule = {
  id: 'CS-051',
  severity: 'info',
  fault: 'The writers of one society do not hold as much of their side as its publishers of theirs.',
  reason:
    'A writer is mostly published through the own society; where the two sides differ, a publisher or a society may be missing.',
  remedy: 'Nothing, if that is so; check whether a publisher or a society is missing.',
  source: 'House rule: a US writer’s publisher is mostly with the same society',
  inspect: perUse((use, { document: { parties } }) => {
    const { work } = use
    if (!work) return null
    const writers = totalsBySociety(work.writers, parties)
    const publishers = totalsBySociety(work.publishers, parties)
    const uneven = [...new Set([...writers.keys(), ...publishers.keys()])]
      .map((society) => ({
        society,
        left: writers.get(society) ?? 0,
        right: publishers.get(society) ?? 0,
      }))
      .filter(({ left, right }) => left !== right)
      .map(
        ({ society, left, right }) =>
          `${society} writers ${percentText(left)}, ${society} publishers ${percentText(right)}`,
      )
    if (uneven.length === 0) return null
    return `${nameOfUse(use)}: ${uneven.join('; ')}. Right, if its publishers are with other societies.`
  }),
}

type Shares = readonly { readonly party: string; readonly share: number }[]

/** Basis points by society; parties without one are left out. */
function totalsBySociety(
  shares: Shares,
  parties: UseContext['document']['parties'],
): ReadonlyMap<string, number> {
  const totals = new Map<string, number>()
  for (const { party, share } of shares) {
    const holder: Party | undefined = Object.hasOwn(parties, party) ? parties[party] : undefined
    const society = holder?.society.trim().toUpperCase() ?? ''
    if (society === '' || society === 'NS' || society === 'PD') continue
    totals.set(society, (totals.get(society) ?? 0) + share)
  }
  return totals
}
