import type { ProductionDocument } from '../model/document.ts'
import type { PartyId } from '../model/ids.ts'
import type { Party } from '../model/work.ts'
import type { CueUse } from './cueUse.ts'
import { ukUsage, usUsage } from './usage.ts'

/** What music is counted by. */
export const numberAxes = [
  'type',
  'diegesis',
  'usUse',
  'ukUse',
  'writer',
  'writerSociety',
  'publisherSociety',
  'sync',
  'master',
] as const
/** One of `numberAxes`. */
export type NumberAxis = (typeof numberAxes)[number]

/** A value that a use has on an axis, and its weight against the use's other values there. */
export type PartOfUse = { readonly key: string; readonly weight: number }

/** The values that a use has on an axis, each once; one with an empty key where nothing is known. */
export function partsOfUse(
  use: CueUse,
  axis: NumberAxis,
  { production, parties }: Pick<ProductionDocument, 'production' | 'parties'>,
): readonly PartOfUse[] {
  const { cue, work } = use
  switch (axis) {
    case 'type':
      return single(cue.type)
    case 'diegesis':
      return single(cue.diegesis)
    case 'usUse':
      return single(usUsage(cue, production.visualRule).code ?? '')
    case 'ukUse':
      return single(ukUsage(cue).code ?? '')
    case 'writer':
      return joined(work?.writers ?? [], ({ party }) => party)
    case 'writerSociety':
      return joined(work?.writers ?? [], ({ party }) => societyOf(party, parties))
    case 'publisherSociety':
      return joined(work?.publishers ?? [], ({ party }) => societyOf(party, parties))
    case 'sync':
      return single(use.sync.status)
    case 'master':
      return single(use.master.status)
  }
}

function single(key: string): readonly PartOfUse[] {
  return [{ key, weight: 1 }]
}

type Holding = { readonly party: PartyId; readonly share: number }

/** Holders of one value as one. */
function joined(holdings: readonly Holding[], keyOf: (holding: Holding) => string): readonly PartOfUse[] {
  const weights = new Map<string, number>()
  for (const holding of holdings) {
    const key = keyOf(holding)
    weights.set(key, (weights.get(key) ?? 0) + Math.max(0, holding.share))
  }
  if (weights.size === 0) return single('')
  return [...weights].map(([key, weight]) => ({ key, weight }))
}

function societyOf(id: PartyId, parties: { readonly [id: string]: Party }): string {
  return Object.hasOwn(parties, id) ? (parties[id]?.society.trim() ?? '') : ''
}
