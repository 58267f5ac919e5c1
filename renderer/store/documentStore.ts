import { apply, type Change, compare } from '../../shared/edits/change.ts'
import type { Edit } from '../../shared/edits/edit.ts'
import { emptyHistory, type History, record, redoStep, seal, undoStep } from '../../shared/edits/history.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { Gesture } from './gesture.ts'
import { Store } from './store.ts'

/** The document, as confirmed and as a running gesture shows it, and its history. */
export type DocumentState = {
  /** What has been confirmed and journalled. */
  readonly document: ProductionDocument
  /** The same, with the preview of a running gesture. */
  readonly preview: ProductionDocument
  readonly history: History
}

/** One confirmed change, on its way to the journal. */
export type ConfirmedChange = {
  readonly kind: 'edit' | 'undo' | 'redo'
  readonly label: string
  readonly change: Change
}

/** Holds the truth in memory; the only way in is `apply`, `undo`, `redo` and gestures. */
export class DocumentStore {
  readonly state: Store<DocumentState>
  readonly #confirmed: (change: ConfirmedChange) => void
  readonly #refusal: () => Problem | null
  #gesture: Gesture | null = null

  /** `confirmed` is told every change, in order, right after it was made; `refusal` says why none can be made now. */
  constructor(
    document: ProductionDocument,
    confirmed: (change: ConfirmedChange) => void,
    refusal: () => Problem | null = () => null,
  ) {
    this.#refusal = refusal
    this.state = new Store({ document, preview: document, history: emptyHistory })
    this.#confirmed = confirmed
  }

  get document(): ProductionDocument {
    return this.state.value.document
  }

  /** Makes an edit. Edits with the same `key` in quick succession are undone together. */
  apply(edit: Edit, key: string | null = null): Result<null> {
    this.#gesture?.cancel()
    return this.#make(edit, key)
  }

  /** Takes the last edit back, or only a running gesture; its label, or null when no edit was taken back. */
  undo(): string | null {
    return this.#travel('undo')
  }

  /** Makes the edit again that was last taken back; its label, or null when there is none. */
  redo(): string | null {
    return this.#travel('redo')
  }

  /** Closes the last history entry, so that the next edit of the same field stands for itself. */
  seal(): void {
    this.state.patch({ history: seal(this.state.value.history) })
  }

  /** Begins a drag: previews reach neither history nor journal until it is committed. Ends any other gesture. */
  begin(): Gesture {
    this.#gesture?.cancel()
    const gesture = new Gesture(
      (edit) => this.#preview(edit),
      (edit) => {
        this.#gesture = null
        if (edit) return this.#make(edit, null)
        this.state.patch({ preview: this.document })
        const refusal = this.#refusal()
        return refusal ? refuse(refusal) : ok(null)
      },
    )
    this.#gesture = gesture
    return gesture
  }

  #make(edit: Edit, key: string | null): Result<null> {
    const { document, history } = this.state.value
    const refusal = this.#refusal()
    const result = refusal ? refuse(refusal) : edit.run(document)
    if (!result.ok) {
      this.state.patch({ preview: document })
      return result
    }
    const change = compare(document, result.value)
    const after = change.length > 0 ? result.value : document
    this.state.set({
      document: after,
      preview: after,
      history: record(history, { label: edit.label, change, key, at: performance.now() }),
    })
    if (change.length > 0) this.#confirmed({ kind: 'edit', label: edit.label, change })
    return ok(null)
  }

  #preview(edit: Edit): Result<null> {
    const refusal = this.#refusal()
    const result = refusal ? refuse(refusal) : edit.run(this.document)
    if (!result.ok) return result
    this.state.patch({ preview: result.value })
    return ok(null)
  }

  #travel(kind: 'undo' | 'redo'): string | null {
    if (this.#gesture) {
      this.#gesture.cancel()
      return null
    }
    if (this.#refusal()) return null
    const { document, history } = this.state.value
    const step = kind === 'undo' ? undoStep(history) : redoStep(history)
    if (!step) return null
    const next = apply(document, step.change)
    this.state.set({ document: next, preview: next, history: step.history })
    this.#confirmed({ kind, label: step.label, change: step.change })
    return step.label
  }
}
