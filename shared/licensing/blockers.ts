import type { CueId, LicenceId } from '../model/ids.ts'
import type { Licence, LicenceSide } from '../model/licence.ts'
import { type CueUse, isPlaced, nameOfUse } from '../sheet/cueUse.ts'
import { reportedSeconds } from '../sheet/duration.ts'
import { listed } from '../sheet/listed.ts'
import { percentText } from '../sheet/percentText.ts'
import type { Programme } from '../sheet/programme.ts'
import { statusNames } from '../sheet/readableNames.ts'
import type { SideState, SideStatus } from '../sheet/sideStatus.ts'
import type { FrameRate } from '../time/frameRate.ts'
import { type ClearanceState, clearanceOf, sideClearance } from './clearance.ts'
import { amountOf, currencyKey } from './money.ts'

/** Why one side of a use holds delivery up. */
export type BlockedSide = {
  readonly side: LicenceSide
  readonly state: SideState
  /** One sentence: what is missing, and of whom. */
  readonly reason: string
  /** What to do about it, in a sentence. */
  readonly remedy: string
  readonly licences: readonly LicenceId[]
}

/** A use that is not safe to deliver. */
export type Blocker = {
  readonly cue: CueId
  readonly number: string
  readonly title: string
  readonly state: Exclude<ClearanceState, 'safe'>
  readonly sides: readonly BlockedSide[]
  /** What it would cost to solve late, in one sentence: how hard the music is to take out of a locked picture. */
  readonly late: string
  /** The higher, the dearer to solve late; from 1. Blockers come in this order. */
  readonly weight: number
  /** Reported seconds; 0 without a place in the programme. */
  readonly seconds: number
  /** What is asked or expected for it, by currency. */
  readonly amounts: readonly { readonly currency: string; readonly minor: bigint }[]
}

/**
 * What blocks delivery, one entry for each use that is not safe, ordered by what it would cost to solve late: how far permission is,
 * times how hard the music is to replace once the picture is locked; then by money, length and place.
 */
export function blockers(uses: readonly CueUse[], programme: Programme): readonly Blocker[] {
  return orderedBlockers(uses.flatMap((use) => blockerOf(use, programme) ?? []))
}

/** Blockers in their order; `all` stand in sheet order. */
export function orderedBlockers(all: readonly Blocker[]): readonly Blocker[] {
  return all.toSorted((a, b) => b.weight - a.weight || most(b) - most(a) || b.seconds - a.seconds)
}

const known = new WeakMap<CueUse, { readonly rate: FrameRate; readonly blocker: Blocker | null }>()

/** What blocks one use; null for one that is safe to deliver. Read off each use once. */
export function blockerOf(use: CueUse, { rate }: Programme): Blocker | null {
  const present = known.get(use)
  if (present?.rate === rate) return present.blocker
  const blocker = madeBlocker(use, rate)
  known.set(use, { rate, blocker })
  return blocker
}

function madeBlocker(use: CueUse, rate: FrameRate): Blocker | null {
  const { state, isSafe } = clearanceOf(use)
  if (isSafe || state === 'safe') return null
  const sides = [use.sync, use.master].flatMap((side) => blockedSide(side, use) ?? [])
  const bound = boundToPicture(use)
  return {
    cue: use.cue.id,
    number: use.cue.number,
    title: nameOfUse(use),
    state,
    sides,
    late: bound.reason,
    weight:
      Math.max(...sides.map((side) => distances[side.state] * 10 + (isPart(use[side.side]) ? 5 : 0))) *
      bound.weight,
    seconds: isPlaced(use) ? reportedSeconds(use.time.length, rate) : 0,
    amounts: amountsOf([...use.sync.licences, ...use.master.licences]),
  }
}

/** How far permission is: denied and expired are further than never asked, since the answer is known. */
const distances: Readonly<Record<SideState, number>> = {
  denied: 8,
  expired: 7,
  missing: 6,
  toRequest: 5,
  requested: 4,
  quoted: 3,
  negotiating: 3,
  approved: 1,
  drafted: 1,
  executed: 1,
  paid: 1,
  replaced: 6,
  'n/a': 0,
}

function blockedSide(status: SideStatus, use: CueUse): BlockedSide | null {
  const state = sideClearance(status)
  if (state === 'safe' || state === 'notNeeded') return null
  const behind = status.licences.filter((licence) => licence.status === status.status)
  const shown = behind.length > 0 ? behind : status.licences
  return {
    side: status.side,
    state: status.status,
    reason: capitalised(reasonOf(status, use, shown)),
    remedy: remedyOf(status),
    licences: shown.map(({ id }) => id),
  }
}

function reasonOf(status: SideStatus, use: CueUse, behind: readonly Licence[]): string {
  const { side } = status
  const holders = [...new Set(behind.map(({ licensor }) => licensor.trim() || 'a holder without a name'))]
  const who = holders.length === 0 ? 'nobody' : listed(holders)
  const part = isPart(status) ? `; ${percentText(status.coverage ?? 0)} of the side is covered` : ''
  switch (status.status) {
    case 'missing':
      return `No ${side} licence. ${status.reason}`
    case 'denied':
      return `${who} denied the ${side} licence${part}.`
    case 'expired':
      return `The ${side} licence from ${who} has expired${part}.`
    case 'toRequest':
      return `Nobody has asked ${who} for the ${side} licence yet${part}.`
    case 'approved':
    case 'drafted':
      return `${who} said yes to the ${side} licence, but it is not signed${part}.`
    case 'executed':
    case 'paid':
      return `${percentText(status.coverage ?? 0)} of the ${side} side of ${nameOfUse(use)} is licensed; it has to be 100%.`
    default:
      return `The ${side} licence is ${statusNames[status.status]} with ${who}${part}.`
  }
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

function remedyOf(status: SideStatus): string {
  if (isPart(status) && (status.coverage ?? 0) < 10_000) return 'License the rest of the side.'
  switch (status.status) {
    case 'missing':
    case 'toRequest':
      return 'Send the request.'
    case 'denied':
      return 'Replace the music, or ask anew.'
    case 'expired':
      return 'Renew it, or replace the music.'
    case 'requested':
      return 'Ask again for an answer.'
    case 'quoted':
    case 'negotiating':
      return 'Agree on the terms.'
    case 'approved':
    case 'drafted':
      return 'Get it signed.'
    default:
      return 'Correct the shares.'
  }
}

function isPart({ coverage }: SideStatus): boolean {
  return coverage !== null && coverage !== 10_000
}

type Bound = { readonly weight: number; readonly reason: string }

/** How hard music is to take out of a picture that is locked. */
function boundToPicture({ cue }: CueUse): Bound {
  const isHeard = cue.diegesis === 'diegetic' || cue.diegesis === 'transDiegetic'
  if (isHeard && cue.sourceVisibility === 'performer')
    return {
      weight: 5,
      reason: 'It is performed on screen: without it the scene has to be cut or shot again.',
    }
  if (cue.themeRole === 'mainTitle' || cue.themeRole === 'endTitle')
    return { weight: 4, reason: 'It carries the titles, which are cut to it.' }
  if (cue.prominence === 'featured')
    return { weight: 4, reason: 'It is featured: the scene is cut to it and has to be cut and mixed again.' }
  if (isHeard)
    return { weight: 3, reason: 'The characters hear it: whatever comes in has to fit what they say and do.' }
  if (cue.vocals === 'vocal')
    return { weight: 3, reason: 'Its words play with the scene; a replacement means a new mix.' }
  return { weight: 2, reason: 'It is background: a replacement means a new mix of this stretch.' }
}

function amountsOf(licences: readonly Licence[]): Blocker['amounts'] {
  const sums = new Map<string, bigint>()
  for (const licence of new Set(licences)) {
    const amount = amountOf(licence)
    const currency = currencyKey(licence.currency)
    if (amount !== null) sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(amount))
  }
  return [...sums].map(([currency, minor]) => ({ currency, minor }))
}

function most({ amounts }: Blocker): number {
  return amounts.reduce((highest, { minor }) => Math.max(highest, Number(minor)), 0)
}
