import { useSyncExternalStore } from 'react'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Finding, Severity } from '../../shared/model/finding.ts'
import type { CueId } from '../../shared/model/ids.ts'
import type { IgnoredFinding } from '../../shared/model/ignored.ts'
import { type ReadinessFigures, readinessOfReview } from '../../shared/review/readiness.ts'
import { inReadingOrder } from '../../shared/review/review.ts'
import { Reviewer } from '../../shared/review/reviewer.ts'
import { type SocietyReadiness, societyReadiness } from '../../shared/review/societyReadiness.ts'
import type { CueUse } from '../../shared/sheet/cueUse.ts'
import { type MusicNumbers, NumberCounter } from '../../shared/sheet/musicNumbers.ts'
import { UseMaker } from '../../shared/sheet/useMaker.ts'
import { type FindingRows, rowsOfList } from './findingRows.ts'
import type { PackedListing } from './listing.ts'
import type { ReviewLink } from './reviewLink.ts'

/** Something about each cue. */
export type OfCue<Value> = Pick<ReadonlyMap<CueId, Value>, 'get'>

/** The list of findings as it was asked for, each looked up when it is shown. */
export type Listing = Pick<PackedListing, 'arrangement' | 'groups' | 'counts'> & {
  /** The finding at a row, 0 is first; null where there are not so many. */
  readonly at: (row: number) => Finding | null
}

/** All that the panes read off a document besides the document itself. */
export type Projection = {
  /** Whether the findings are those of this document; else they are those of a moment before, and new ones are on their way. */
  readonly isCurrent: boolean
  /** Null until the production has been reviewed for the first time. */
  readonly readiness: ReadinessFigures | null
  /** How far the sheet is for each society; none before the first review. */
  readonly societies: readonly SocietyReadiness[]
  /** What is counted of the music; null before the first review. */
  readonly numbers: MusicNumbers | null
  /** What was found and is ignored. */
  readonly ignored: readonly IgnoredFinding[]
  /** The list that the reviewing thread was asked for; null while nobody has asked. */
  readonly listing: Listing | null
  /** Everything in reading order, each looked up when it is shown. */
  readonly rows: FindingRows
  /** The active cues in sheet order. */
  readonly order: readonly CueId[]
  /** What concerns the production itself. */
  readonly own: readonly Finding[]
  readonly findingsOf: OfCue<readonly Finding[]>
  readonly gravestOf: OfCue<Severity>
  /** Made when it is asked for; the same one until the cue or what it refers to changes. */
  readonly useOf: OfCue<CueUse>
}

const links = new WeakMap<ProductionDocument, ReviewLink>()
const projections = new WeakMap<ProductionDocument, Projection>()

/** Notes whose findings a document is to be shown with. */
export function reviewedBy(document: ProductionDocument, link: ReviewLink): void {
  links.set(document, link)
}

/**
 * The projection of a document. Of the open production its findings are the latest that have come from the reviewing thread; a
 * component uses `useProjection` to be drawn again when they come. Any other document is reviewed on the spot.
 */
export function projectionOf(document: ProductionDocument): Projection {
  const link = links.get(document)
  if (link) return link.projectionOf(document)
  const known = projections.get(document)
  if (known) return known
  const projection = reviewedHere(document)
  projections.set(document, projection)
  return projection
}

/** The projection of a document, in a component: drawn again when findings come. */
export function useProjection(document: ProductionDocument): Projection
export function useProjection(document: ProductionDocument | null): Projection | null
export function useProjection(document: ProductionDocument | null): Projection | null {
  const arrivals = document ? links.get(document)?.arrivals : undefined
  useSyncExternalStore(arrivals?.subscribe ?? never, () => arrivals?.value ?? 0)
  return document && projectionOf(document)
}

const never = () => () => {}

function reviewedHere(document: ProductionDocument): Projection {
  const review = new Reviewer().review(document)
  const makes = new UseMaker()
  return {
    isCurrent: true,
    readiness: readinessOfReview(review),
    get societies() {
      return societyReadiness(review, document)
    },
    get numbers() {
      return new NumberCounter().count(document, review.context.programme, review.context.uses)
    },
    ignored: review.ignored,
    listing: null,
    rows: rowsOfList(inReadingOrder(review), review.order),
    order: review.order,
    own: review.own,
    findingsOf: review.ofCue,
    gravestOf: { get: (id) => review.ofCue.get(id)?.[0]?.severity },
    useOf: { get: (id) => makes.use(document, id) },
  }
}
