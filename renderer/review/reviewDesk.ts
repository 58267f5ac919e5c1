import { apply, type Change } from '../../shared/edits/change.ts'
import { unpackDocument } from '../../shared/ipc/packedDocument.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { CueId } from '../../shared/model/ids.ts'
import { readinessOfReview } from '../../shared/review/readiness.ts'
import { type Review, Reviewer, severities } from '../../shared/review/reviewer.ts'
import { societyReadiness } from '../../shared/review/societyReadiness.ts'
import { NumberCounter } from '../../shared/sheet/musicNumbers.ts'
import { type Arrangement, arrange } from './listing.ts'
import type { PackedFindings, ReviewAnswer, ReviewRequest } from './reviewMessages.ts'

const nothing: readonly Finding[] = []

/** Keeps a copy of the document that the window edits, and reviews it when asked to; knows what it has answered already. */
export class ReviewDesk {
  #production = 0
  #revision = 0
  #document: ProductionDocument | null = null
  #reviewer = new Reviewer()
  #told: ReadonlyMap<CueId, readonly Finding[]> = new Map()
  #order: readonly CueId[] = []
  #places: Map<CueId, number> = new Map()
  #arrangement: Arrangement | null = null
  #counter = new NumberCounter()
  #figures = { numbers: '', societies: '', ignored: '' }

  take(request: ReviewRequest): void {
    if (request.kind === 'open') {
      this.#production = request.production
      this.#revision = 0
      this.#document = unpackDocument(request.packed)
      this.#reviewer = new Reviewer()
      this.#told = new Map()
      this.#order = []
      this.#arrangement = null
      this.#counter = new NumberCounter()
      this.#figures = { numbers: '', societies: '', ignored: '' }
      this.#places = new Map(recordsOf(this.#document, 'cues').map(({ id }, place) => [id, place]))
    } else if (request.production !== this.#production || !this.#document) {
      return
    } else if (request.kind === 'arrange') {
      this.#arrangement = request.arrangement
    } else {
      const change: Change = request.change.map((record) => ({ ...record, before: null }))
      this.#document = apply(this.#document, change)
      this.#revision = request.revision
    }
  }

  /** Reviews what was taken; null before any production was opened. */
  review(): ReviewAnswer | null {
    if (!this.#document) return null
    const review = this.#reviewer.review(this.#document)
    const isReordered =
      review.order.length !== this.#order.length || review.order.some((id, at) => id !== this.#order[at])
    const added = isReordered ? review.order.filter((id) => !this.#places.has(id)) : []
    for (const id of added) this.#places.set(id, this.#places.size)
    const placeOf = (id: CueId) => this.#places.get(id) ?? 0
    const changed = packed(review.ofCue, this.#told, placeOf)
    this.#told = review.ofCue
    this.#order = review.order
    return {
      production: this.#production,
      revision: this.#revision,
      readiness: readinessOfReview(review),
      own: review.own,
      changed,
      added,
      order: isReordered ? Uint32Array.from(review.order, placeOf) : null,
      listing: this.#arrangement && arrange(review, placeOf, this.#arrangement),
      ...this.#newFigures(review, this.#document),
    }
  }

  /** The figures that differ from those told before. */
  #newFigures(
    review: Review,
    document: ProductionDocument,
  ): Pick<ReviewAnswer, 'numbers' | 'societies' | 'ignored'> {
    const { ignored, context } = review
    const { programme, uses } = context
    const numbers = this.#counter.count(document, programme, uses)
    const societies = societyReadiness(review, document)
    const told = this.#figures
    this.#figures = {
      numbers: JSON.stringify(numbers),
      societies: JSON.stringify(societies),
      ignored: JSON.stringify(ignored),
    }
    return {
      numbers: this.#figures.numbers === told.numbers ? null : numbers,
      societies: this.#figures.societies === told.societies ? null : societies,
      ignored: this.#figures.ignored === told.ignored ? null : ignored,
    }
  }
}

type ByCue = ReadonlyMap<CueId, readonly Finding[]>

/** The lists that differ from those told before. */
function packed(now: ByCue, before: ByCue, placeOf: (id: CueId) => number): PackedFindings {
  const lists: [CueId, readonly Finding[]][] = []
  for (const [id, findings] of now) if (before.get(id) !== findings) lists.push([id, findings])
  for (const id of before.keys()) if (!now.has(id)) lists.push([id, nothing])
  const encoder = new TextEncoder()
  const parts = lists.map(([, findings]) => encoder.encode(JSON.stringify(findings)))
  const offsets = new Uint32Array(parts.length + 1)
  for (const [index, part] of parts.entries()) offsets[index + 1] = (offsets[index] ?? 0) + part.length
  const bytes = new Uint8Array(offsets[parts.length] ?? 0)
  for (const [index, part] of parts.entries()) bytes.set(part, offsets[index])
  const counts = new Uint16Array(lists.length * severities.length)
  for (const [index, [, findings]] of lists.entries()) {
    for (const { severity } of findings) {
      const at = index * severities.length + severities.indexOf(severity)
      counts[at] = (counts[at] ?? 0) + 1
    }
  }
  return { places: Uint32Array.from(lists, ([id]) => placeOf(id)), counts, offsets, bytes }
}
