import type { ProductionDocument } from '../model/document.ts'
import { ok, type Result } from '../result.ts'

/**
 * What a user does to the document. `run` is pure: it may be run on any document, as often as wanted, and either
 * gives a sound document (the same one when there is nothing to do) or refuses.
 */
export type Edit = {
  /** What the Edit menu shows after Undo: `Mark in`, `Move 3 cues`. */
  readonly label: string
  readonly run: (document: ProductionDocument) => Result<ProductionDocument>
}

/** One edit made of several, run in order; refused as a whole when one of them refuses. */
export function joinEdits(label: string, edits: readonly Edit[]): Edit {
  return {
    label,
    run: (document) =>
      edits.reduce<Result<ProductionDocument>>(
        (result, edit) => (result.ok ? edit.run(result.value) : result),
        ok(document),
      ),
  }
}
