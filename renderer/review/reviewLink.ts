import type { Change } from '../../shared/edits/change.ts'
import type { PackedDocument } from '../../shared/ipc/packedDocument.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { CueId } from '../../shared/model/ids.ts'
import type { ReadinessFigures } from '../../shared/review/readiness.ts'
import { UseMaker } from '../../shared/sheet/useMaker.ts'
import { Store } from '../store/store.ts'
import { type Projection, reviewedBy } from './findings.ts'
import type { Arrangement } from './listing.ts'
import { ReviewedFindings } from './reviewedFindings.ts'
import type { ReviewAnswer, ReviewRequest } from './reviewMessages.ts'

/** The way to the thread that reviews. */
export type ReviewThread = {
  readonly send: (request: ReviewRequest) => void
  /** Hears every answer until the returned function is called. */
  readonly hear: (heard: (answer: ReviewAnswer) => void) => () => void
}

/** Of more cues than this nobody asks which they were. */
const mostNamed = 500

let productions = 0

/** Keeps the reviewing thread's copy of one production up to date, and holds what it has found. */
export class ReviewLink {
  /** Counts the answers that have come, for who wants to hear of them. */
  readonly arrivals = new Store(0)
  readonly #production: number
  readonly #thread: ReviewThread
  readonly #stop: () => void
  readonly #makes = new UseMaker()
  readonly #found: ReviewedFindings
  /** What is known of cues now, whenever it is asked; `version` changes when findings come. */
  readonly facts: Pick<Projection, 'findingsOf' | 'gravestOf' | 'useOf'> & { readonly version: number }
  #readiness: ReadinessFigures | null = null
  #numbers: Projection['numbers'] = null
  #societies: Projection['societies'] = []
  #ignored: Projection['ignored'] = []
  /** Changes made so far. */
  #revision = 0
  /** The document that the latest findings are about; null while they are about one that has passed. */
  #reviewed: ProductionDocument | null = null
  #latest: readonly CueId[] | 'all' = []
  /** Projections since the last answer. */
  #projections = new WeakMap<ProductionDocument, Projection>()
  #document: ProductionDocument

  constructor(thread: ReviewThread, document: ProductionDocument, packed: PackedDocument) {
    productions += 1
    this.#production = productions
    this.#thread = thread
    this.#document = document
    this.#found = new ReviewedFindings(Object.keys(document.cues) as CueId[])
    const { arrivals } = this
    this.facts = {
      findingsOf: { get: (id) => this.#found.of(id) },
      gravestOf: { get: (id) => this.#found.gravestOf(id) ?? undefined },
      useOf: { get: (id) => this.#makes.use(this.#document, id) },
      get version() {
        return arrivals.value
      },
    }
    this.#stop = thread.hear((answer) => this.#heard(answer))
    reviewedBy(document, this)
    thread.send({ kind: 'open', production: this.#production, packed })
  }

  /** The cues of which the last answer said something else than the one before; `all` where there are too many to name. */
  get latest(): readonly CueId[] | 'all' {
    return this.#latest
  }

  /** Takes note of the document as it is now, before anybody shows it. */
  follow(document: ProductionDocument): void {
    this.#document = document
    reviewedBy(document, this)
  }

  /** Has a change reviewed. */
  take(change: Change): void {
    this.#revision += 1
    this.#thread.send({
      kind: 'change',
      production: this.#production,
      revision: this.#revision,
      change: change.map(({ table, id, after }) => ({ table, id, after })),
    })
  }

  /** Has the list of findings put in order from now on; null while nobody looks at it. */
  arrange(arrangement: Arrangement | null): void {
    this.#thread.send({ kind: 'arrange', production: this.#production, arrangement })
  }

  projectionOf(document: ProductionDocument): Projection {
    const known = this.#projections.get(document)
    if (known) return known
    const projection = this.#project(document)
    this.#projections.set(document, projection)
    return projection
  }

  end(): void {
    this.#stop()
  }

  #project(document: ProductionDocument): Projection {
    const found = this.#found
    const makes = this.#makes
    return {
      isCurrent: document === this.#reviewed,
      readiness: this.#readiness,
      numbers: this.#numbers,
      societies: this.#societies,
      ignored: this.#ignored,
      listing: found.listing && { ...found.listing, at: (row) => found.listed(row) },
      get rows() {
        return found.rows
      },
      get order() {
        return found.order
      },
      get own() {
        return found.own
      },
      findingsOf: this.facts.findingsOf,
      gravestOf: this.facts.gravestOf,
      useOf: { get: (id) => makes.use(document, id) },
    }
  }

  #heard(answer: ReviewAnswer): void {
    if (answer.production !== this.#production) return
    this.#found.take(answer)
    this.#readiness = answer.readiness
    this.#numbers = answer.numbers ?? this.#numbers
    this.#societies = answer.societies ?? this.#societies
    this.#ignored = answer.ignored ?? this.#ignored
    this.#reviewed = answer.revision === this.#revision ? this.#document : null
    this.#latest = answer.changed.places.length > mostNamed ? 'all' : this.#found.named(answer)
    this.#projections = new WeakMap()
    this.arrivals.set(this.arrivals.value + 1)
  }
}
