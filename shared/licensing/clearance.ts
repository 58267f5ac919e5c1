import { type LicenceStatus, licenceStatuses } from '../model/licence.ts'
import type { CueUse } from '../sheet/cueUse.ts'
import type { SideStatus } from '../sheet/sideStatus.ts'

/**
 * How far one side of a use is from delivery: nothing is needed, permission is missing or gone, it is being asked for, it is
 * confirmed in writing (cleared), or it is signed (safe to deliver).
 */
export type SideClearance = 'notNeeded' | 'blocked' | 'open' | 'cleared' | 'safe'

/** How far a use is, both sides taken together: that of the side which is least far. */
export type ClearanceState = Exclude<SideClearance, 'notNeeded'>

/** What is cleared of one use (cue-sheet reference, section 9.3). */
export type Clearance = {
  readonly sync: SideClearance
  readonly master: SideClearance
  readonly state: ClearanceState
  /** Approved or later on every side that needs a licence, with all of it covered. */
  readonly isCleared: boolean
  /** Executed or later on every side that needs a licence, with all of it covered. */
  readonly isSafe: boolean
}

/** How many uses of a production are how far. */
export type ProductionClearance = {
  readonly uses: number
  readonly counts: Readonly<Record<ClearanceState, number>>
  readonly isCleared: boolean
  readonly isSafe: boolean
}

const states: readonly ClearanceState[] = ['blocked', 'open', 'cleared', 'safe']
const approved = licenceStatuses.indexOf('approved')
const executed = licenceStatuses.indexOf('executed')
const paid = licenceStatuses.indexOf('paid')

/** How far one side is. */
export function sideClearance({ isRequired, status, coverage }: SideStatus): SideClearance {
  if (!isRequired || status === 'n/a') return 'notNeeded'
  const order = licenceStatuses.indexOf(status as LicenceStatus)
  if (status === 'missing' || order > paid) return 'blocked'
  if (coverage !== 10_000 || order < approved) return 'open'
  return order < executed ? 'cleared' : 'safe'
}

const known = new WeakMap<object, Clearance>()

/** How far a use is; read off each use once. */
export function clearanceOf(use: Pick<CueUse, 'sync' | 'master'>): Clearance {
  const present = known.get(use)
  if (present) return present
  const made = clearanceOfSides(use)
  known.set(use, made)
  return made
}

function clearanceOfSides({ sync, master }: Pick<CueUse, 'sync' | 'master'>): Clearance {
  const sides = [sideClearance(sync), sideClearance(master)] as const
  const state = states.find((each) => sides.includes(each)) ?? 'safe'
  const isSafe = state === 'safe'
  return { sync: sides[0], master: sides[1], state, isCleared: isSafe || state === 'cleared', isSafe }
}

/** How far all uses are. A production without music is safe. */
export function productionClearance(clearances: Iterable<Clearance>): ProductionClearance {
  const counts = { blocked: 0, open: 0, cleared: 0, safe: 0 }
  let uses = 0
  for (const { state } of clearances) {
    counts[state] += 1
    uses += 1
  }
  const isCleared = counts.blocked + counts.open === 0
  return { uses, counts, isCleared, isSafe: isCleared && counts.cleared === 0 }
}
