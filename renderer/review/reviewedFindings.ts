import type { Finding, Severity } from '../../shared/model/finding.ts'
import type { CueId } from '../../shared/model/ids.ts'
import { severities } from '../../shared/review/reviewer.ts'
import type { FindingRows } from './findingRows.ts'
import type { PackedFindings, ReviewAnswer } from './reviewMessages.ts'

type Found = {
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
  #places: Uint32Array = new Uint32Array()
  #order: readonly CueId[] | null = null
  #own: readonly Finding[] = nothing
  #rows: FindingRows | null = null

  /** Takes the next answer. */
  take({ changed, own, added, order }: ReviewAnswer): void {
    this.#rows = null
    this.#own = own
    for (const id of added) this.#cues.push(id)
    if (order) {
      this.#places = order
      this.#order = null
    }
    for (const [at, id] of changed.cues.entries()) {
      if (severities.some((severity) => countIn(changed, at, severity) > 0))
        this.#found.set(id, { findings: null, packed: changed, at })
      else this.#found.delete(id)
    }
  }

  /** About the production itself, the gravest first. */
  get own(): readonly Finding[] {
    return this.#own
  }

  /** The active cues in sheet order. */
  get order(): readonly CueId[] {
    this.#order ??= Array.from(this.#places, (place) => this.#cues[place]).filter((id) => id !== undefined)
    return this.#order
  }

  /** About a cue, the gravest first; the same list until it changes. */
  of(id: CueId): readonly Finding[] {
    const found = this.#found.get(id)
    if (!found) return nothing
    found.findings ??= unpacked(found)
    return found.findings
  }

  gravestOf(id: CueId): Severity | null {
    const found = this.#found.get(id)
    return (found && severities.find((severity) => countIn(found.packed, found.at, severity) > 0)) ?? null
  }

  /** Everything in the order in which it is read: errors first, within them the production's own, then the cues' in sheet order. */
  get rows(): FindingRows {
    this.#rows ??= this.#read()
    return this.#rows
  }

  #read(): FindingRows {
    const { order, own } = this
    const starts = {
      error: this.#starts('error'),
      warning: this.#starts('warning'),
      info: this.#starts('info'),
    }
    const totalOf = (severity: Severity) => starts[severity][order.length + 1] ?? 0
    return {
      counts: { error: totalOf('error'), warning: totalOf('warning'), info: totalOf('info') },
      at: (severity, index) => {
        const list = lastAtOrBefore(starts[severity], index)
        const id = order[list - 1]
        const findings = list === 0 ? own : id === undefined ? nothing : this.of(id)
        const ofSeverity = findings.filter((finding) => finding.severity === severity)
        return ofSeverity[index - (starts[severity][list] ?? 0)] ?? null
      },
    }
  }

  /** How many findings of a severity stand before those of the production, of each cue in order, and in all. */
  #starts(severity: Severity): Uint32Array {
    const starts = new Uint32Array(this.order.length + 2)
    let sum = this.#own.filter((finding) => finding.severity === severity).length
    starts[1] = sum
    for (const [index, id] of this.order.entries()) {
      const found = this.#found.get(id)
      if (found) sum += countIn(found.packed, found.at, severity)
      starts[index + 2] = sum
    }
    return starts
  }
}

function countIn({ counts }: PackedFindings, at: number, severity: Severity): number {
  return counts[at * severities.length + severities.indexOf(severity)] ?? 0
}

/** Index of the last list that begins at or before a row, and so holds it; of empty ones the last. */
function lastAtOrBefore(starts: Uint32Array, row: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= row) low = middle
    else high = middle - 1
  }
  return low
}

function unpacked({ packed: { bytes, offsets }, at }: Found): readonly Finding[] {
  return JSON.parse(decoder.decode(bytes.subarray(offsets[at], offsets[at + 1])))
}
