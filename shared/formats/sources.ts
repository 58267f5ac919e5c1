import type { ProductionDocument } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import { buildCueSheet, type CueSheet } from '../sheet/cueSheet.ts'
import { buildMarkerList, type MarkerChoice, type MarkerList } from '../sheet/markerList.ts'

/** What goes with a cue sheet on its way out. */
export type DeliveryFacts = {
  /** What review finds in the document, by which a sheet is stamped READY or DRAFT. */
  readonly findings: readonly Finding[]
  /** This day in ISO 8601, for sheets whose production names no date of preparation. */
  readonly today: string
  /** What the markers cover; without it every cue of the programme. */
  readonly markers?: MarkerChoice
}

/** A cue sheet as it is delivered. */
export type DeliveredSheet = DeliveryFacts & { readonly sheet: CueSheet }

/** What formats are written from. */
export type Sources = {
  readonly cueSheet: DeliveredSheet
  readonly markerList: MarkerList
  readonly document: ProductionDocument
}

/** The sources of a document, each made when it is first asked for and then kept. */
export function sourcesOf(document: ProductionDocument, facts: DeliveryFacts): Sources {
  let cueSheet: DeliveredSheet | null = null
  let markerList: MarkerList | null = null
  return {
    document,
    get cueSheet() {
      cueSheet ??= { ...facts, sheet: buildCueSheet(document) }
      return cueSheet
    },
    get markerList() {
      markerList ??= buildMarkerList(document, facts.markers)
      return markerList
    },
  }
}
