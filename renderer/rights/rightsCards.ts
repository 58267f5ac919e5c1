import { type Need, paperNames } from '../../shared/licensing/need.ts'
import { type Negotiation, negotiations } from '../../shared/licensing/negotiations.ts'
import { countingLicences } from '../../shared/model/countingLicences.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { CueId, LicenceId } from '../../shared/model/ids.ts'
import {
  type Licence,
  type LicenceKind,
  type LicenceSide,
  type LicenceStatus,
  licenceStatuses,
} from '../../shared/model/licence.ts'
import type { CueUse } from '../../shared/sheet/cueUse.ts'
import { licenceKindNames } from '../ui/words.ts'

/** A column of the board: the papers that nobody has asked for yet, then the statuses. */
export type RightsColumn = 'missing' | LicenceStatus

/** The columns from left to right. */
export const rightsColumns: readonly RightsColumn[] = ['missing', ...licenceStatuses]

/** What is asked of one holder for one piece of music, or a paper that is needed and not there. */
export type RightsCard = {
  /** The same after each edit that leaves holder, music and kind. */
  readonly key: string
  readonly column: RightsColumn
  readonly title: string
  /** Empty where nobody is named. */
  readonly holder: string
  readonly kind: LicenceKind
  readonly paper: string
  /** The licences that count, else those that were replaced; none for a paper that is not there. */
  readonly licences: readonly Licence[]
  readonly cues: readonly CueId[]
  readonly sides: readonly LicenceSide[]
  /** Basis points of the side; null where shares play no part. */
  readonly share: number | null
  /** Why it is needed; empty for what is asked for already. */
  readonly reason: string
}

/** Every negotiation and every paper that is not there yet, in sheet order. */
export function rightsCards(
  document: ProductionDocument,
  uses: readonly CueUse[],
  needsOf: (use: CueUse) => readonly Need[],
): readonly RightsCard[] {
  const asked = negotiations(uses).flatMap((negotiation) => negotiationCard(document, negotiation))
  return [...neededCards(uses, needsOf), ...asked]
}

function negotiationCard(document: ProductionDocument, negotiation: Negotiation): readonly RightsCard[] {
  const all = negotiation.licences.flatMap((id: LicenceId) => document.licences[id] ?? [])
  const counting = countingLicences(all)
  const licences = counting.length > 0 ? counting : all
  const [first] = licences
  if (!first) return []
  const { key, title, holder, kind, cues } = negotiation
  return [
    {
      ...{ key, title, holder, kind, cues, licences },
      column: leastFar(licences),
      paper: licenceKindNames[kind],
      sides: first.grants,
      share: first.share,
      reason: '',
    },
  ]
}

function leastFar(licences: readonly Licence[]): LicenceStatus {
  const statuses = new Set(licences.map(({ status }) => status))
  if (statuses.has('denied')) return 'denied'
  if (statuses.has('expired')) return 'expired'
  return licenceStatuses.find((status) => statuses.has(status)) ?? 'toRequest'
}

/** The papers that nothing grants; the same one for several uses of the same music, or for both sides, is one. */
function neededCards(
  uses: readonly CueUse[],
  needsOf: (use: CueUse) => readonly Need[],
): readonly RightsCard[] {
  const cards = new Map<string, RightsCard>()
  for (const use of uses) {
    for (const need of needsOf(use)) {
      const { kind, side, licences, state } = need
      if (kind === null || side === null || state !== 'open' || licences.length > 0) continue
      const key = neededKey(need, use)
      const known = cards.get(key)
      cards.set(key, known ? joined(known, use, side) : neededCard(key, need, kind, side, use))
    }
  }
  return [...cards.values()]
}

function neededKey({ paper, holder }: Need, { cue, work, recording }: CueUse): string {
  const music = paper === 'master' ? (recording?.id ?? work?.id) : (work?.id ?? recording?.id)
  return JSON.stringify(['needed', paper, holder, music ?? `cue ${cue.id}`])
}

function neededCard(key: string, need: Need, kind: LicenceKind, side: LicenceSide, use: CueUse): RightsCard {
  return {
    key,
    column: 'missing',
    title: use.title,
    holder: need.holder,
    kind,
    paper: paperNames[need.paper],
    licences: [],
    cues: [use.cue.id],
    sides: [side],
    share: need.share,
    reason: need.reason,
  }
}

function joined(card: RightsCard, { cue }: CueUse, side: LicenceSide): RightsCard {
  const cues = card.cues.includes(cue.id) ? card.cues : [...card.cues, cue.id]
  const sides = card.sides.includes(side) ? card.sides : [...card.sides, side]
  return { ...card, cues, sides }
}
