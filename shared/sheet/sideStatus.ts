import { countingLicences } from '../model/countingLicences.ts'
import type { Overruling } from '../model/cue.ts'
import { type Licence, type LicenceSide, type LicenceStatus, licenceStatuses } from '../model/licence.ts'
import { isArranged, mainPaper, type UsedMusic } from '../model/neededPaper.ts'
import type { Recording, Work } from '../model/work.ts'
import { percentText } from './percentText.ts'

/** How far one side of a use is cleared; `missing` needs a licence and has none, `n/a` needs none. */
export type SideState = LicenceStatus | 'missing' | 'n/a'

/** One side of a use (cue-sheet reference, section 9.2). */
export type SideStatus = {
  readonly side: LicenceSide
  readonly isRequired: boolean
  /** One sentence on why a licence is needed or not. */
  readonly reason: string
  readonly status: SideState
  /** The status, with the part covered where that is not the whole: `approved (83.34%)`. */
  readonly text: string
  /** Basis points that the licences add up to; null when none counts. */
  readonly coverage: number | null
  /** The licences that count: they grant the side and are not replaced. */
  readonly licences: readonly Licence[]
}

/** What decides whether a side needs a licence. */
export type SideFacts = {
  readonly work: Work | null
  readonly recording: Recording | null
  /** What the cue says of itself that bears on its rights. */
  readonly cue: UsedMusic['cue'] & { readonly overrulings: readonly Overruling[] }
  /** Every licence of the cue. */
  readonly licences: readonly Licence[]
}

/** The composition's side. */
export function syncStatus(facts: SideFacts): SideStatus {
  const need = decided('sync', syncNeed(facts.work), facts)
  const licences = granting('sync', facts.licences)
  return sideStatus('sync', need, need.isRequired || licences.length > 0 ? licences : null)
}

/** The recording's side. */
export function masterStatus(facts: SideFacts): SideStatus {
  const need = decided('master', masterNeed(facts), facts)
  return sideStatus('master', need, need.isRequired ? granting('master', facts.licences) : null)
}

type Need = { readonly isRequired: boolean; readonly reason: string }

/** What somebody decided about the paper that the side rests on outweighs what follows from the cue. */
function decided(side: LicenceSide, need: Need, facts: SideFacts): Need {
  if (facts.cue.overrulings.length === 0) return need
  const paper = mainPaper(side, facts)
  const found = facts.cue.overrulings.find((each) => each.side === side && each.paper === paper)
  if (!found || found.verdict === 'inHand') return need
  return { isRequired: found.verdict === 'needed', reason: `Decided by hand: ${found.reason.trim()}` }
}

function syncNeed(work: Work | null): Need {
  if (!work)
    return {
      isRequired: true,
      reason: 'No work is named, so a publisher may have to license the composition.',
    }
  if (!work.publicDomain)
    return { isRequired: true, reason: 'The composition is protected, so its publishers must license it.' }
  return isArranged(work)
    ? {
        isRequired: true,
        reason: 'The composition is in the public domain, but its arrangement is protected.',
      }
    : { isRequired: false, reason: 'The composition is in the public domain and not newly arranged.' }
}

function masterNeed({ cue, recording }: SideFacts): Need {
  const isLive = cue.origin === 'live'
  if (recording?.ownedByProduction)
    return { isRequired: false, reason: 'The production owns this recording.' }
  if (recording) return { isRequired: true, reason: ownerSentence(recording) }
  return isLive
    ? { isRequired: false, reason: 'It is performed for this production and no other recording is heard.' }
    : {
        isRequired: true,
        reason: 'No recording is named, so somebody outside the production may own what is heard.',
      }
}

function ownerSentence({ label, library }: Recording): string {
  if (label.trim()) return `${label.trim()} released this recording, so a label owns it.`
  return library.trim() ? `${library.trim()} owns this recording.` : 'A label owns this recording.'
}

function granting(side: LicenceSide, licences: readonly Licence[]): readonly Licence[] {
  return countingLicences(licences).filter(({ grants }) => grants.includes(side))
}

function sideStatus(side: LicenceSide, need: Need, licences: readonly Licence[] | null): SideStatus {
  if (licences === null) return { side, ...need, status: 'n/a', text: 'n/a', coverage: null, licences: [] }
  if (licences.length === 0)
    return { side, ...need, status: 'missing', text: 'missing', coverage: null, licences }
  const status = leastAdvanced(licences)
  const coverage = licences.reduce((sum, { share }) => sum + share, 0)
  const text = coverage === 10_000 ? status : `${status} (${percentText(coverage)})`
  return { side, ...need, status, text, coverage, licences }
}

function leastAdvanced(licences: readonly Licence[]): LicenceStatus {
  const statuses = new Set(licences.map(({ status }) => status))
  if (statuses.has('denied')) return 'denied'
  if (statuses.has('expired')) return 'expired'
  return licenceStatuses.find((status) => statuses.has(status)) ?? 'toRequest'
}
