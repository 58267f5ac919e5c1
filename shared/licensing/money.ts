import type { CueId } from '../model/ids.ts'
import type { Licence, LicenceStatus } from '../model/licence.ts'
import type { Budget } from '../model/production.ts'
import type { CueUse } from '../sheet/cueUse.ts'
import { sideClearance } from './clearance.ts'

/** How firm an amount is (cue-sheet reference, section 9.5): each licence counts in one stage, that of its status. */
export const moneyStages = ['estimate', 'quoted', 'approved', 'executed', 'paid'] as const
/** One of `moneyStages`. */
export type MoneyStage = (typeof moneyStages)[number]

/** What the licences of a production cost in one currency, in minor units. */
export type MoneyInCurrency = {
  /** ISO 4217; empty for fees without a currency. */
  readonly currency: string
  readonly stages: Readonly<Record<MoneyStage, bigint>>
  /** All stages together. */
  readonly total: bigint
  /** What was asked or expected for licences that were denied or have expired, on uses that are still in. */
  readonly exposed: bigint
  /** The cap that the production set; null without one. */
  readonly cap: bigint | null
  /** What is left of the cap, below 0 when it is overspent; null without one. */
  readonly left: bigint | null
}

/** The money of a production. Currencies are never converted into one another. */
export type ProductionMoney = {
  /** By currency, in alphabetical order. */
  readonly currencies: readonly MoneyInCurrency[]
  /** Active cues with a missing, denied or expired side. */
  readonly exposedCues: readonly CueId[]
  /** Licences that count and have neither fee nor estimate: how many sums are missing from the totals. */
  readonly unpriced: number
}

const stageOf: Readonly<Partial<Record<LicenceStatus, MoneyStage>>> = {
  toRequest: 'estimate',
  requested: 'estimate',
  quoted: 'quoted',
  negotiating: 'quoted',
  approved: 'approved',
  drafted: 'approved',
  executed: 'executed',
  paid: 'paid',
}

/** The stage in which a licence's amount counts; null for one that ended. */
export function moneyStage({ status }: Pick<Licence, 'status'>): MoneyStage | null {
  return stageOf[status] ?? null
}

/** What a licence costs or is expected to cost, in minor units; null where nobody knows. */
export function amountOf({
  feeMinor,
  estimateMinor,
}: Pick<Licence, 'feeMinor' | 'estimateMinor'>): number | null {
  return feeMinor ?? estimateMinor
}

/** A currency as amounts are grouped by it: `eur ` is `EUR`. */
export function currencyKey(currency: string): string {
  return currency.trim().toUpperCase()
}

/** Adds up the licences of uses; one that covers several cues counts once. */
export function productionMoney(uses: Iterable<CueUse>, budgets: readonly Budget[]): ProductionMoney {
  const sums = new Map<string, Sums>()
  const sumsOf = (currency: string): Sums => {
    const present = sums.get(currency) ?? noSums()
    sums.set(currency, present)
    return present
  }
  for (const { currency } of budgets) sumsOf(currency)
  const counted = new Set<Licence>()
  const exposedCues: CueId[] = []
  let unpriced = 0
  for (const use of uses) {
    if (isExposed(use)) exposedCues.push(use.cue.id)
    const standing = new Set([...use.sync.licences, ...use.master.licences])
    for (const licence of use.licences) {
      if (counted.has(licence)) continue
      counted.add(licence)
      const amount = amountOf(licence)
      const stage = moneyStage(licence)
      if (amount === null) unpriced += stage === null ? 0 : 1
      else if (stage) sumsOf(currencyKey(licence.currency)).stages[stage] += BigInt(amount)
      else if (standing.has(licence)) sumsOf(currencyKey(licence.currency)).exposed += BigInt(amount)
    }
  }
  const currencies = [...sums]
    .map(([currency, each]) => inCurrency(currency, each, budgets))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1))
  return { currencies, exposedCues, unpriced }
}

/** Whether a side of a use is missing, denied or expired. */
export function isExposed({ sync, master }: Pick<CueUse, 'sync' | 'master'>): boolean {
  return sideClearance(sync) === 'blocked' || sideClearance(master) === 'blocked'
}

type Sums = { readonly stages: Record<MoneyStage, bigint>; exposed: bigint }

function noSums(): Sums {
  return { stages: { estimate: 0n, quoted: 0n, approved: 0n, executed: 0n, paid: 0n }, exposed: 0n }
}

function inCurrency(
  currency: string,
  { stages, exposed }: Sums,
  budgets: readonly Budget[],
): MoneyInCurrency {
  const total = moneyStages.reduce((sum, stage) => sum + stages[stage], 0n)
  const budget = budgets.find((each) => each.currency === currency)
  const cap = budget ? BigInt(budget.capMinor) : null
  return { currency, stages, total, exposed, cap, left: cap === null ? null : cap - total }
}
