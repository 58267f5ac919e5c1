import type { Finding, Severity } from '../../shared/model/finding.ts'
import type { CueId } from '../../shared/model/ids.ts'
import { severities } from '../../shared/review/reviewer.ts'
import type { PackedFindings, ReviewAnswer } from './reviewMessages.ts'

type Found = {
  readonly gravest: Severity
  /** Read from `packed` at `at` when somebody first asks. */
  findings: readonly Finding[] | null
  readonly packed: PackedFindings
  readonly at: number
}

const nothing: readonly Finding[] = []
const decoder = new TextDecoder()

/** What the reviewing thread has answered so far about one production. Lists are taken apart only when they are looked at. */
export class ReviewedFindings {
  readonly #found = new Map<CueId, Found>()
  readonly #cues: CueId[] = []
  #order: Uint32Array = new Uint32Array()
  #own: readonly Finding[] = nothing
  #all: readonly Finding[] | null = null

  /** Takes the next answer. */
  take({ changed, own, added, order }: ReviewAnswer): void {
    this.#all = null
    this.#own = own
    for (const id of added) this.#cues.push(id)
    if (order) this.#order = order
    for (const [at, id] of changed.cues.entries()) {
      const gravest = severities[severities.length - (changed.gravest[at] ?? 0)]
      if (gravest) this.#found.set(id, { gravest, findings: null, packed: changed, at })
      else this.#found.delete(id)
    }
  }

  /** About the production itself, the gravest first. */
  get own(): readonly Finding[] {
    return this.#own
  }

  /** About a cue, the gravest first; the same list until it changes. */
  of(id: CueId): readonly Finding[] {
    const found = this.#found.get(id)
    if (!found) return nothing
    found.findings ??= unpacked(found)
    return found.findings
  }

  gravestOf(id: CueId): Severity | null {
    return this.#found.get(id)?.gravest ?? null
  }

  /** Everything in the order in which it is read: errors first, within them the production's own, then the cues' in sheet order. */
  get all(): readonly Finding[] {
    this.#all ??= this.#inReadingOrder()
    return this.#all
  }

  #inReadingOrder(): readonly Finding[] {
    const bySeverity: Readonly<Record<Severity, Finding[]>> = { error: [], warning: [], info: [] }
    for (const finding of this.#own) bySeverity[finding.severity].push(finding)
    for (const place of this.#order) {
      const id = this.#cues[place]
      if (id !== undefined) for (const finding of this.of(id)) bySeverity[finding.severity].push(finding)
    }
    return severities.flatMap((severity) => bySeverity[severity])
  }
}

function unpacked({ packed: { bytes, offsets }, at }: Found): readonly Finding[] {
  return JSON.parse(decoder.decode(bytes.subarray(offsets[at], offsets[at + 1])))
}
