import type { ProductionDocument } from './document.ts'

/** What an import proposes before the user accepts it: a sound document, and what could not be taken over. */
export type Draft = {
  readonly document: ProductionDocument
  /** One sentence each, in the user's words. */
  readonly notes: readonly string[]
}
