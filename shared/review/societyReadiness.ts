import type { Cue } from '../model/cue.ts'
import type { ProductionDocument } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { TargetSociety } from '../model/production.ts'
import type { Review } from './reviewer.ts'
import { type Demand, type SocietyForm, societyForms } from './societyForms.ts'

/** How far a sheet is from being taken by one society. */
export type SocietyReadiness = {
  readonly society: TargetSociety
  readonly name: string
  readonly source: string
  /** Nothing is found that its form would be refused for. */
  readonly isReady: boolean
  /** Of the active cues and the header, one item each, the part that is ready; in whole percent, rounded down. */
  readonly percent: number
  readonly readyItems: number
  readonly items: number
  /** What is missing, in words: `3 cues have no writer`; in the order of the form. */
  readonly missing: readonly string[]
  /** Header fields that the form has a place for and that are empty; they block nothing. */
  readonly wished: readonly string[]
}

/** How far a sheet is from being taken by each society, read off its review. */
export function societyReadiness(
  { own, ofCue, order }: Pick<Review, 'own' | 'ofCue' | 'order'>,
  { production, cues }: Pick<ProductionDocument, 'production' | 'cues'>,
): readonly SocietyReadiness[] {
  const tallies = societyForms.map((form) => new Tally(form))
  for (const tally of tallies) {
    tally.take(own, null)
    for (const id of order) tally.take(ofCue.get(id) ?? nothing, cues[id] ?? null)
  }
  return tallies.map((tally) => tally.readiness(1 + order.length, production))
}

const nothing: readonly Finding[] = []

/** Counts what one form is refused for. */
class Tally {
  readonly #form: SocietyForm
  readonly #byRule = new Map<string, readonly Demand[]>()
  readonly #looking: readonly Demand[]
  readonly #items = new Map<Demand, number>()
  #refused = 0

  constructor(form: SocietyForm) {
    this.#form = form
    this.#looking = form.demands.filter(({ isLacking }) => isLacking)
    for (const demand of form.demands)
      for (const rule of demand.rules) this.#byRule.set(rule, [...(this.#byRule.get(rule) ?? []), demand])
  }

  /** Takes the findings about one item; a null cue is the header. */
  take(findings: readonly Finding[], cue: Cue | null): void {
    let unmet: Set<Demand> | null = null
    for (const demand of this.#looking) {
      if (!cue || !demand.isLacking?.(cue)) continue
      unmet ??= new Set()
      unmet.add(demand)
    }
    for (const { rule, field } of findings) {
      for (const demand of this.#byRule.get(rule) ?? []) {
        if (demand.field && demand.field !== field) continue
        unmet ??= new Set()
        unmet.add(demand)
      }
    }
    if (!unmet) return
    this.#refused += 1
    for (const demand of unmet) this.#items.set(demand, (this.#items.get(demand) ?? 0) + 1)
  }

  readiness(items: number, production: ProductionDocument['production']): SocietyReadiness {
    const { id, name, source, demands, wishes } = this.#form
    const readyItems = items - this.#refused
    return {
      society: id,
      name,
      source,
      isReady: this.#refused === 0,
      percent: Math.floor((100 * readyItems) / items),
      readyItems,
      items,
      missing: demands.flatMap((demand) => this.#words(demand)),
      wished: wishes.filter(({ isGiven }) => !isGiven(production)).map(({ what }) => what),
    }
  }

  #words(demand: Demand): readonly string[] {
    const count = this.#items.get(demand) ?? 0
    if (count === 0) return []
    const isOfHeader = demand.one === demand.many
    return [isOfHeader || count === 1 ? demand.one : `${count.toLocaleString('en')} ${demand.many}`]
  }
}

/** What is missing for a society, and what its form would like to know, in one or two sentences. */
export function societyText({ name, isReady, missing, wished }: SocietyReadiness): string {
  const asks = wished.length > 0 ? ` Its form also has a place for: ${wished.join(', ')}.` : ''
  return isReady
    ? `Nothing is missing for ${name}.${asks}`
    : `${name} would refuse it: ${missing.join('; ')}.${asks}`
}
