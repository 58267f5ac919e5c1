import type { Redline } from '../../shared/delivery/redline.ts'
import type { OptionValues } from '../../shared/formats/exportOptions.ts'
import type { Artifact } from '../../shared/formats/format.ts'
import type { PackedDocument } from '../../shared/ipc/packedDocument.ts'
import type { CueSheet } from '../../shared/sheet/cueSheet.ts'

/** What the window asks the thread that renders deliveries; each question but the first has a number of its own. */
export type DeliverQuestion =
  /** Takes a document in place of the one before. `today` is a day in ISO 8601. */
  | { readonly kind: 'open'; readonly packed: PackedDocument; readonly today: string }
  | {
      readonly kind: 'render'
      readonly ticket: number
      readonly format: string
      readonly options: OptionValues
      /** UTF-16 code units of text after which a preview ends; null for everything. */
      readonly most: number | null
    }
  | { readonly kind: 'record'; readonly ticket: number }
  /** `since` is a recorded sheet as JSON, which the window passes on without taking it apart. */
  | { readonly kind: 'compare'; readonly ticket: number; readonly since: string }
  | { readonly kind: 'cancel'; readonly ticket: number }

/** What a format writes. */
export type Rendered = {
  readonly artifact: Artifact
  /** UTF-16 code units of text, or bytes, of the whole. */
  readonly size: number
  /** Whether the artifact is only the beginning. */
  readonly isCut: boolean
  /** Cues that have no row. */
  readonly leftOut: CueSheet['leftOut']
}

/** The document as it would be delivered now. */
export type Recorded = {
  /** A recorded sheet as JSON. */
  readonly sheet: string
  /** Errors that review finds. */
  readonly errors: number
}

/** What an answer may hold. */
export type DeliverValue =
  | { readonly kind: 'rendered'; readonly rendered: Rendered }
  | { readonly kind: 'recorded'; readonly recorded: Recorded }
  | { readonly kind: 'compared'; readonly redline: Redline }

/** What the thread answers to a question: how far it is, from 0 to 1; then a value, or the words of a fault. */
export type DeliverAnswer =
  | { readonly kind: 'progress'; readonly ticket: number; readonly done: number }
  | { readonly kind: 'value'; readonly ticket: number; readonly value: DeliverValue }
  | { readonly kind: 'fault'; readonly ticket: number; readonly message: string }
