import type { ProductionDocument } from '../../model/document.ts'
import { foldedName } from '../../model/folded.ts'
import { compareText } from '../../model/naturalOrder.ts'
import { type Party, partyName } from '../../model/work.ts'
import type { Noticed, Rule } from '../rule.ts'

/** One name that stands for two parties, or one party that was entered twice. */
export const namesakesDiffer: Rule = {
  id: 'CS-052',
  severity: 'warning',
  fault: 'Two parties of one name have different IPI numbers or societies.',
  reason: 'A society pays by number; if both are the same person, half of the money goes astray.',
  remedy: 'Merge them if they are one; else tell them apart by their full names.',
  source: 'House rule',
  inspect: ({ document }) => {
    const known = found.get(document.parties)
    if (known) return known
    const noticed = differingNamesakes(document)
    found.set(document.parties, noticed)
    return noticed
  },
}

/** Kept by the table, which seldom changes while cues are typed. */
const found = new WeakMap<ProductionDocument['parties'], readonly Noticed[]>()

function differingNamesakes({ parties }: ProductionDocument): readonly Noticed[] {
  const namesakes = namesakesIn(parties)
  return [...namesakes.values()].flatMap((ordered) =>
    ordered.flatMap((party, index) => {
      const other = ordered.slice(0, index).find((earlier) => differenceOf(earlier, party) !== null)
      if (!other) return []
      const message = `${partyName(party)} is there twice, with ${differenceOf(other, party)}. Merge the two if they are one, or tell them apart by their full names.`
      return [{ party: party.id, message }]
    }),
  )
}

/** The first party, by id, that has the name of another and differs from it in IPI or society. */
export function earlierNamesake(party: Party, parties: ProductionDocument['parties']): Party | null {
  const ordered = namesakesIn(parties).get(foldedName(partyName(party))) ?? []
  const earlier = ordered.slice(0, ordered.indexOf(party))
  return earlier.find((other) => differenceOf(other, party) !== null) ?? null
}

/** Parties by name, where several have it, by id. */
function namesakesIn(parties: ProductionDocument['parties']): ReadonlyMap<string, readonly Party[]> {
  const byName = new Map<string, Party[]>()
  for (const party of Object.values(parties)) {
    const name = foldedName(partyName(party))
    const others = byName.get(name)
    if (others) others.push(party)
    else if (name !== '') byName.set(name, [party])
  }
  const several = [...byName].filter(([, found]) => found.length > 1)
  return new Map(several.map(([name, found]) => [name, found.toSorted((a, b) => compareText(a.id, b.id))]))
}

function differenceOf(a: Party, b: Party): string | null {
  const [left, right] = [digits(a.ipi), digits(b.ipi)]
  if (left && right && left !== right) return `the IPI ${a.ipi.trim()} and ${b.ipi.trim()}`
  const [mine, theirs] = [a.society.trim(), b.society.trim()]
  return mine && theirs && foldedName(mine) !== foldedName(theirs)
    ? `the society ${mine} and ${theirs}`
    : null
}

function digits(ipi: string): string {
  return ipi.replace(/\D/g, '').replace(/^0+/, '')
}
