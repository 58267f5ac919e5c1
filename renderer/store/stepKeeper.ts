import {
  behindKept,
  type History,
  type HistoryEntry,
  type NewEntry,
  record,
} from '../../shared/edits/history.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { ConfirmedChange, DocumentState } from './arrival.ts'

/** How edits become steps of the history, and how the steps of earlier sessions come in front of them. */
export class StepKeeper {
  /** Whether a field has the keyboard: its edits are one step however long the typing takes. */
  isTyping = false
  /** Whether the steps of earlier sessions are in the history. */
  hasKept = false
  #hasEdited = false

  /** The state after an edit was made, and what the journal is told of it. */
  record(
    document: ProductionDocument,
    before: History,
    entry: NewEntry & { readonly made: number },
  ): { readonly state: DocumentState; readonly confirmed: ConfirmedChange } {
    const { history, step } = record(before, entry, this.isTyping)
    const { label, change, made } = entry
    this.#hasEdited = true
    return {
      state: { document, preview: document, history },
      confirmed: { kind: 'edit', label, change, made, ...(step !== 'starts' && { step }) },
    }
  }

  /** The history with the steps of earlier sessions in front. */
  takeKept(kept: readonly HistoryEntry[], position: number, since: History): History {
    this.hasKept = true
    return behindKept(kept, position, since, this.#hasEdited)
  }
}
