import type { Finding, Severity } from '../../shared/model/finding.ts'
import type { CueId } from '../../shared/model/ids.ts'
import { severities } from '../../shared/review/reviewer.ts'
import type { FindingRows } from './findingRows.ts'
import { ownPlace, type PackedListing } from './listing.ts'
import type { PackedFindings, ReviewAnswer } from './reviewMessages.ts'

/** What was found about a cue: the list of an answer that stands at `at`. */
type Found = { readonly packed: PackedFindings; readonly at: number }

const nothing: readonly Finding[] = []
const decoder = new TextDecoder()

/** What the reviewing thread has answered so far about one production. Lists are taken apart only when they are looked at. */
export class ReviewedFindings {
  readonly #cues: CueId[]
  readonly #places: Map<CueId, number>
  /** By place. What has changed since the first answer stands in `#later`. */
  #first: { readonly packed: PackedFindings; readonly ats: Int32Array } | null = null
  readonly #later = new Map<number, Found | null>()
  /** Lists that somebody has asked for, by place. */
  readonly #lists = new Map<number, readonly Finding[]>()
  #sheet: Uint32Array = new Uint32Array()
  #order: readonly CueId[] | null = null
  #own: readonly Finding[] = nothing
  #rows: FindingRows | null = null
  #listing: PackedListing | null = null

  /** `cues` are those of the document as it was opened, in their order there. */
  constructor(cues: readonly CueId[]) {
    this.#cues = [...cues]
    this.#places = new Map(cues.map((id, place) => [id, place]))
  }

  /** Takes the next answer. */
  take({ changed, own, added, order, listing }: ReviewAnswer): void {
    this.#rows = null
    this.#own = own
    this.#listing = listing
    for (const id of added) this.#places.set(id, this.#cues.push(id) - 1)
    if (order) {
      this.#sheet = order
      this.#order = null
    }
    if (!this.#first) {
      const ats = new Int32Array(this.#cues.length).fill(-1)
      for (const [at, place] of changed.places.entries()) ats[place] = at
      this.#first = { packed: changed, ats }
      return
    }
    for (const [at, place] of changed.places.entries()) {
      this.#lists.delete(place)
      this.#later.set(place, { packed: changed, at })
    }
  }

  /** The cues that an answer says something new of. */
  named({ changed }: ReviewAnswer): readonly CueId[] {
    return Array.from(changed.places, (place) => this.#cues[place]).filter((id) => id !== undefined)
  }

  /** About the production itself, the gravest first. */
  get own(): readonly Finding[] {
    return this.#own
  }

  /** The active cues in sheet order. */
  get order(): readonly CueId[] {
    this.#order ??= Array.from(this.#sheet, (place) => this.#cues[place]).filter((id) => id !== undefined)
    return this.#order
  }

  /** About a cue, the gravest first; the same list until it changes. */
  of(id: CueId): readonly Finding[] {
    const place = this.#places.get(id)
    return place === undefined ? nothing : this.#listAt(place)
  }

  gravestOf(id: CueId): Severity | null {
    const place = this.#places.get(id)
    const found = place === undefined ? null : this.#foundAt(place)
    return (found && severities.find((severity) => countIn(found, severity) > 0)) ?? null
  }

  /** Everything in the order in which it is read: errors first, within them the production's own, then the cues' in sheet order. */
  get rows(): FindingRows {
    this.#rows ??= this.#read()
    return this.#rows
  }

  /** The list as it was asked for; null while nobody has asked. */
  get listing(): PackedListing | null {
    return this.#listing
  }

  /** The finding at a row of the list. */
  listed(row: number): Finding | null {
    const place = this.#listing?.places[row]
    const at = this.#listing?.ats[row]
    if (place === undefined || at === undefined) return null
    return (place === ownPlace ? this.#own : this.#listAt(place))[at] ?? null
  }

  #foundAt(place: number): Found | null {
    const later = this.#later.get(place)
    if (later !== undefined) return later
    const at = this.#first?.ats[place] ?? -1
    return this.#first && at >= 0 ? { packed: this.#first.packed, at } : null
  }

  #listAt(place: number): readonly Finding[] {
    const known = this.#lists.get(place)
    if (known) return known
    const found = this.#foundAt(place)
    if (!found) return nothing
    const list = unpacked(found)
    this.#lists.set(place, list)
    return list
  }

  #read(): FindingRows {
    const sheet = this.#sheet
    const own = this.#own
    const starts = {
      error: this.#starts('error'),
      warning: this.#starts('warning'),
      info: this.#starts('info'),
    }
    const totalOf = (severity: Severity) => starts[severity][sheet.length + 1] ?? 0
    return {
      counts: { error: totalOf('error'), warning: totalOf('warning'), info: totalOf('info') },
      at: (severity, index) => {
        const list = lastAtOrBefore(starts[severity], index)
        const place = sheet[list - 1]
        const findings = list === 0 ? own : place === undefined ? nothing : this.#listAt(place)
        const ofSeverity = findings.filter((finding) => finding.severity === severity)
        return ofSeverity[index - (starts[severity][list] ?? 0)] ?? null
      },
      startOf: (severity, cue) => {
        const place = cue === undefined ? undefined : this.#places.get(cue)
        const list = place === undefined ? 0 : sheet.indexOf(place) + 1
        return starts[severity][list] ?? 0
      },
    }
  }

  /** How many findings of a severity stand before those of the production, of each cue in sheet order, and in all. */
  #starts(severity: Severity): Uint32Array {
    const starts = new Uint32Array(this.#sheet.length + 2)
    let sum = this.#own.filter((finding) => finding.severity === severity).length
    starts[1] = sum
    for (const [index, place] of this.#sheet.entries()) {
      const found = this.#foundAt(place)
      if (found) sum += countIn(found, severity)
      starts[index + 2] = sum
    }
    return starts
  }
}

function countIn({ packed: { counts }, at }: Found, severity: Severity): number {
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
