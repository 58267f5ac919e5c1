import type { Licence } from '../../shared/model/licence.ts'
import { compareText } from '../../shared/model/naturalOrder.ts'
import type { RightsGrouping } from '../store/moment.ts'
import type { Rights } from './rights.ts'
import type { RightsCard } from './rightsCards.ts'

/** A line of the table: a heading, or a licence or needed paper below it. */
export type TableLine =
  | { readonly kind: 'heading'; readonly key: string; readonly name: string; readonly count: number }
  | {
      readonly kind: 'entry'
      readonly key: string
      readonly card: RightsCard
      /** Null for a paper that is not there. */
      readonly licence: Licence | null
    }

type Group = { readonly name: string; readonly entries: (TableLine & { readonly kind: 'entry' })[] }

/** The lines of the table, brought together by holder, song or cue. Each licence stands once in each group that it belongs to. */
export function tableLines(rights: Rights, grouping: RightsGrouping): readonly TableLine[] {
  const groups = new Map<string, Group>()
  const take = (key: string, name: string, card: RightsCard, licence: Licence | null) => {
    const group = groups.get(key) ?? { name, entries: [] }
    groups.set(key, group)
    const entryKey = `${key} ${licence?.id ?? card.key}`
    group.entries.push({ kind: 'entry', key: entryKey, card, licence })
  }
  for (const card of rights.cards) {
    const licences = card.licences.length === 0 ? [null] : card.licences
    for (const licence of licences) {
      if (grouping === 'holder') take(`h ${card.holder}`, card.holder || 'Nobody named yet', card, licence)
      else if (grouping === 'song') take(`s ${card.title}`, card.title, card, licence)
      else
        for (const cue of card.cues) {
          const use = rights.use(cue)
          if (use && (licence === null || licence.cues.includes(cue)))
            take(`c ${cue}`, `${use.cue.number} ${use.title}`.trim(), card, licence)
        }
    }
  }
  return inOrder([...groups], rights, grouping).flatMap(([key, { name, entries }]) => [
    { kind: 'heading', key, name, count: entries.length },
    ...entries,
  ])
}

/** Cues as in the film; names by the alphabet, nobody last. */
function inOrder(groups: readonly [string, Group][], { uses }: Rights, grouping: RightsGrouping) {
  if (grouping === 'cue') {
    const places = new Map(uses.map(({ cue }, place) => [`c ${cue.id}`, place]))
    return groups.toSorted(([a], [b]) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
  }
  return groups.toSorted(([keyA, a], [keyB, b]) => {
    if (keyA === 'h ' || keyB === 'h ') return keyA === keyB ? 0 : keyA === 'h ' ? 1 : -1
    return compareText(a.name.toLowerCase(), b.name.toLowerCase())
  })
}
