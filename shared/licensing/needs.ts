import { countingLicences } from '../model/countingLicences.ts'
import type { Overruling } from '../model/cue.ts'
import type { ProductionDocument } from '../model/document.ts'
import type { Licence } from '../model/licence.ts'
import { licenceStatuses } from '../model/licence.ts'
import { kindOfPaper } from '../model/neededPaper.ts'
import { nameKey } from '../model/sameMusic.ts'
import { partyName } from '../model/work.ts'
import type { CueUse } from '../sheet/cueUse.ts'
import { mediaReach } from '../sheet/reach.ts'
import { wholeFee } from '../sheet/wholeFee.ts'
import type { Need, NeedState } from './need.ts'
import { type WantedPaper, wantedPapers } from './wantedPapers.ts'

/** What needs are read from, besides the use. */
export type NeedGround = Pick<ProductionDocument, 'production' | 'parties'>

/**
 * The papers and checks that a use takes (cue-sheet reference, sections 9.1 and 9.2), one entry each; a sync licence has one for
 * each publisher. Every entry can be overruled (`overrulePaper`).
 */
export function needsOf(use: CueUse, ground: NeedGround): readonly Need[] {
  const { production, parties } = ground
  const present = known.get(use)
  if (present?.production === production && present.parties === parties) return present.needs
  const needs = wantedPapers(use, production).flatMap((paper) => entriesOf(paper, use, ground))
  known.set(use, { production, parties, needs })
  return needs
}

/** Needs of a use, read off it once for the same header and holders. */
const known = new WeakMap<CueUse, NeedGround & { readonly needs: readonly Need[] }>()

/** Whether anything of a use is still wanted, checks left out. */
export function openNeeds(needs: readonly Need[]): readonly Need[] {
  return needs.filter(({ state, kind }) => kind !== null && (state === 'open' || state === 'underWay'))
}

function entriesOf(wanted: WantedPaper, use: CueUse, ground: NeedGround): readonly Need[] {
  const holders = holdersOf(wanted, use, ground)
  return holders.map(({ holder, share }, index) => {
    const { paper, side, reason, source } = wanted
    const kind = wanted.isCheck ? null : kindOfPaper(paper, use)
    const overruling = overrulingOf(wanted, use)
    const licences = answering(wanted, use, holders.length > 1 ? holder : null)
    return {
      key: `${paper} ${side ?? ''} ${index}`,
      ...{ paper, side, kind, holder, share, reason, source, overruling },
      state: overruling
        ? stateOfOverruling(overruling, licences, use)
        : stateOf(wanted, use, licences, holders.length > 1 ? share : null),
      licences: licences.map(({ id }) => id),
    }
  })
}

type Holding = { readonly holder: string; readonly share: number | null }

/** Each publisher of the work for a sync licence, the label for a master; one unknown holder where nobody is named. */
function holdersOf(
  { paper, isCheck }: WantedPaper,
  use: CueUse,
  { parties }: NeedGround,
): readonly Holding[] {
  const { work, recording } = use
  const named = (id: string) => {
    const party = Object.hasOwn(parties, id) ? parties[id] : undefined
    return party ? partyName(party) : ''
  }
  if (isCheck) return [{ holder: '', share: null }]
  if (paper === 'sync' && work && work.publishers.length > 0)
    return work.publishers.map(({ party, share }) => ({ holder: named(party), share }))
  const share = paper === 'sampledSync' || paper === 'sampledMaster' ? null : 10_000
  if (paper === 'songAgreement' && work && work.writers.length > 0)
    return work.writers.map((writer) => ({ holder: named(writer.party), share: writer.share }))
  if (paper === 'arrangerAgreement' || paper === 'composerAgreement') {
    const writers = work?.writers.filter(({ role }) => paper === 'composerAgreement' || role === 'AR') ?? []
    return [{ holder: writers.map(({ party }) => named(party)).join(', '), share }]
  }
  if (paper === 'master' || paper === 'recordingOfClip')
    return [{ holder: recording?.label.trim() || recording?.library.trim() || '', share }]
  if (paper === 'library')
    return [{ holder: recording?.library.trim() || recording?.label.trim() || '', share }]
  return [{ holder: '', share }]
}

function overrulingOf({ paper, side }: WantedPaper, { cue }: CueUse): Overruling | null {
  return cue.overrulings.find((each) => each.paper === paper && each.side === side) ?? null
}

/** The licences that may answer a paper: those of its holder where several have to say yes. */
function answering(wanted: WantedPaper, use: CueUse, holder: string | null): readonly Licence[] {
  const counting = countingLicences(use.licences)
  if (wanted.isCheck)
    return counting.filter(({ kind }) => kind === kindOfPaper(wanted.paper, use) && kind !== 'other')
  const granting = counting.filter(({ grants }) => wanted.side !== null && grants.includes(wanted.side))
  switch (wanted.paper) {
    case 'outOfContextSync':
    case 'outOfContextMaster':
      return granting.filter(coversPromos)
    case 'sampledSync':
    case 'sampledMaster':
      return granting.filter(({ notes, options }) => /\bsampl/i.test(`${notes} ${options}`))
    case 'recordingOfClip':
      return granting.filter(({ kind }) => kind === 'master')
    default:
      break
  }
  if (holder === null) return granting
  const named = granting.filter(({ licensor }) => isSameHolder(licensor, holder))
  return named.length > 0 ? named : granting.filter((licence) => coversAll(licence))
}

function isSameHolder(licensor: string, holder: string): boolean {
  const [a, b] = [nameKey(licensor), nameKey(holder)]
  return a !== '' && b !== '' && (a === b || a.includes(b) || b.includes(a))
}

/** A blanket or a one-stop licence answers for every holder. */
function coversAll({ share }: Licence): boolean {
  return share >= 10_000
}

function coversPromos({ media, options }: Licence): boolean {
  const reach = mediaReach(media)
  return (
    (reach !== null && !reach.isAll && reach.parts.has('promos')) || /promo|out of context/i.test(options)
  )
}

const approved = licenceStatuses.indexOf('approved')
const paid = licenceStatuses.indexOf('paid')

function stateOf(
  wanted: WantedPaper,
  use: CueUse,
  licences: readonly Licence[],
  share: number | null,
): NeedState {
  const told = wanted.isCheck ? toldByDocument(wanted, use) : null
  if (told !== null) return told ? 'met' : 'open'
  const standing = licences.filter(({ status }) => licenceStatuses.indexOf(status) <= paid)
  if (standing.length === 0 || standing.length < licences.length) return 'open'
  const wantedShare = share ?? (wanted.side && !wanted.isCheck ? 10_000 : 0)
  const covered = standing.reduce((sum, licence) => sum + licence.share, 0)
  const isSettled = standing.every(({ status }) => licenceStatuses.indexOf(status) >= approved)
  return isSettled && covered >= wantedShare ? 'met' : 'underWay'
}

/** Checks that other fields answer already; null for the rest. */
function toldByDocument({ paper }: WantedPaper, { work, recording, licences }: CueUse): boolean | null {
  switch (paper) {
    case 'unionReuse':
      return recording?.unionReuseChecked ?? false
    case 'publicDomainProof':
      return Boolean(work?.publicDomainProof.trim() && work.publicDomainTerritory.trim())
    case 'libraryDetails':
      return Boolean(recording?.label.trim() && recording.catalogueNo.trim() && recording.trackNo.trim())
    case 'mostFavouredNations':
      return !hasUnequalFees(countingLicences(licences))
    default:
      return null
  }
}

/** Whether a licence with most favoured nations gets less, at 100 %, than another in the same currency. */
function hasUnequalFees(licences: readonly Licence[]): boolean {
  const priced = licences.flatMap((licence) => {
    const fee =
      (licence.kind === 'sync' || licence.kind === 'master') && licence.status !== 'denied'
        ? wholeFee(licence)
        : null
    return fee === null ? [] : [{ licence, fee }]
  })
  return priced.some(
    ({ licence, fee }) =>
      licence.mfn && priced.some((other) => other.licence.currency === licence.currency && other.fee > fee),
  )
}

function stateOfOverruling(overruling: Overruling, licences: readonly Licence[], use: CueUse): NeedState {
  if (overruling.verdict === 'notNeeded') return 'overruled'
  if (overruling.verdict === 'inHand') return 'met'
  const side = overruling.side
  return side && licences.length > 0 && use[side].coverage === 10_000 ? 'underWay' : 'open'
}
