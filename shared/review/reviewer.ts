import type { ProductionDocument } from '../model/document.ts'
import type { Finding, Severity } from '../model/finding.ts'
import type { CueId } from '../model/ids.ts'
import type { IgnoredFinding } from '../model/ignored.ts'
import type { CueUse } from '../sheet/cueUse.ts'
import { UseMaker } from '../sheet/useMaker.ts'
import { IgnoredPlaces } from './ignoredPlaces.ts'
import { type ReviewContext, reviewContext, type UseContext } from './reviewContext.ts'
import type { Noticed, Rule } from './rule.ts'
import { rules } from './rules.ts'

/** How grave findings are, the gravest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info']

/** What a review found; each list the gravest first. */
export type Review = {
  /** About the production itself. */
  readonly own: readonly Finding[]
  /** About cues; the same list as in the review before where nothing has changed. Cues without findings are not in it. */
  readonly ofCue: ReadonlyMap<CueId, readonly Finding[]>
  /** The active cues in sheet order. */
  readonly order: readonly CueId[]
  /** What was found and is ignored: the production's own, then the cues' in sheet order. It is in neither of the other lists. */
  readonly ignored: readonly IgnoredFinding[]
  /** What the rules looked at. */
  readonly context: ReviewContext
}

/** A finding, and the place of its rule in the list of rules. */
type Ranked = { readonly rank: number; readonly finding: Finding }

type OfUse = { readonly ranked: readonly Ranked[]; readonly findings: readonly Finding[] }

const single = rules.map((rule, rank) => ({ rule, rank })).filter(({ rule }) => rule.inspect.ofUse)
const whole = rules.map((rule, rank) => ({ rule, rank })).filter(({ rule }) => !rule.inspect.ofUse)

/**
 * Reviews one state of a document after another. What it found about a cue by itself is kept as long as nothing that the rules
 * see of the cue has changed; rules that compare cues are run anew.
 */
export class Reviewer {
  readonly #makes = new UseMaker()
  #seen: UseContext | null = null
  #kept = new WeakMap<CueUse, OfUse>()
  /** Lists of the review before that hold findings of comparing rules, or from which some are ignored. */
  #mixed: ReadonlyMap<CueId, readonly Finding[]> = new Map()
  readonly #letStand = new IgnoredPlaces()

  review(document: ProductionDocument): Review {
    const uses = this.#makes.uses(document)
    const context = reviewContext(document, this.#makes.programme(document), uses)
    this.#forgetIfChanged(context)
    const own: Ranked[] = []
    const compared = comparing(context, own)
    const ofCue = new Map<CueId, readonly Finding[]>()
    const mixed = new Map<CueId, readonly Finding[]>()
    const letStand = this.#letStand.of(document)
    const ignored: IgnoredFinding[] = []
    const ownOpen = letStand.takeFrom(null, inOrder(own), ignored)
    for (const use of uses) {
      const { id } = use.cue
      const alone = this.#ofUse(use, context)
      const others = compared.get(id)
      const all = others ? inOrder([...alone.ranked, ...others]) : alone.findings
      const findings = letStand.takeFrom(id, all, ignored)
      if (findings.length === 0) continue
      const isMade = findings !== alone.findings
      const kept = isMade ? unlessSame(this.#mixed.get(id), findings) : findings
      if (isMade) mixed.set(id, kept)
      ofCue.set(id, kept)
    }
    this.#mixed = mixed
    return { own: ownOpen, ofCue, order: uses.map(({ cue }) => cue.id), ignored, context }
  }

  #ofUse(use: CueUse, context: UseContext): OfUse {
    const known = this.#kept.get(use)
    if (known) return known
    const ranked = single.flatMap(({ rule, rank }) => {
      const noticed = rule.inspect.ofUse?.(use, context) ?? []
      return noticed.map((each): Ranked => ({ rank, finding: findingOf(rule, each) }))
    })
    const found = { ranked, findings: inOrder(ranked) }
    this.#kept.set(use, found)
    return found
  }

  #forgetIfChanged({ document, programme }: UseContext): void {
    const seen = this.#seen
    const isSame =
      seen?.programme === programme &&
      seen.document.production === document.production &&
      seen.document.parties === document.parties
    if (!isSame) this.#kept = new WeakMap()
    const { production, parties } = document
    this.#seen = { document: { production, parties }, programme }
  }
}

/** What the rules find that compare cues, by cue; what concerns no cue goes into `own`. */
function comparing(context: ReviewContext, own: Ranked[]): ReadonlyMap<CueId, readonly Ranked[]> {
  const byCue = new Map<CueId, Ranked[]>()
  for (const { rule, rank } of whole) {
    for (const noticed of rule.inspect(context)) {
      const ranked = { rank, finding: findingOf(rule, noticed) }
      if (noticed.cue === undefined) {
        own.push(ranked)
        continue
      }
      const others = byCue.get(noticed.cue)
      if (others) others.push(ranked)
      else byCue.set(noticed.cue, [ranked])
    }
  }
  return byCue
}

function findingOf(rule: Rule, noticed: Noticed): Finding {
  const { message } = noticed
  const sentence = message.charAt(0).toUpperCase() + message.slice(1)
  return { rule: rule.id, severity: rule.severity, ...noticed, message: sentence }
}

/** The gravest first, of equally grave ones by their rules. */
function inOrder(ranked: readonly Ranked[]): readonly Finding[] {
  const gravity = ({ finding }: Ranked) => severities.indexOf(finding.severity)
  return ranked.toSorted((a, b) => gravity(a) - gravity(b) || a.rank - b.rank).map(({ finding }) => finding)
}

/** The list from before if it says the same. */
function unlessSame(before: readonly Finding[] | undefined, now: readonly Finding[]): readonly Finding[] {
  if (before?.length !== now.length) return now
  return now.every((finding, index) => isSameFinding(finding, before[index])) ? before : now
}

function isSameFinding(a: Finding, b: Finding | undefined): boolean {
  if (a === b) return true
  return (
    a.rule === b?.rule &&
    a.message === b.message &&
    a.other === b.other &&
    a.licence === b.licence &&
    a.party === b.party &&
    a.side === b.side &&
    a.field === b.field &&
    a.frames === b.frames
  )
}
