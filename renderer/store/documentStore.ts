import { compare } from '../../shared/edits/change.ts'
import type { Edit } from '../../shared/edits/edit.ts'
import { emptyHistory, type HistoryEntry, seal, travel } from '../../shared/edits/history.ts'
import { inOneGo } from '../../shared/files/workInSteps.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { arrivalOf, type ConfirmedChange, type DocumentState, nextStep, overtaken } from './arrival.ts'
import { Gesture } from './gesture.ts'
import { StepKeeper } from './stepKeeper.ts'
import { Store } from './store.ts'

export type { ConfirmedChange, DocumentState }

/** Holds the truth in memory; the only way in is `apply`, `undo`, `redo`, `goTo` and gestures. */
export class DocumentStore {
  readonly state: Store<DocumentState>
  readonly #confirmed: (change: ConfirmedChange) => void
  readonly #refusal: () => Problem | null
  #gesture: Gesture | null = null
  readonly steps = new StepKeeper()

  /**
   * `confirmed` is told every change, in order, before anybody who shows the document hears of it: nothing that is drawn holds its
   * line up. `refusal` says why none can be made now.
   */
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
    return this.#step('undo')
  }

  /** Makes the edit again that was last taken back; its label, or null when there is none. */
  redo(): string | null {
    return this.#step('redo')
  }

  /**
   * Walks to the state after so many steps of the history, and breathes while it does. Gives that state's name; refuses, and changes
   * nothing, when the document was changed between two breaths, or a step does not fit it.
   */
  *goTo(position: number): Generator<void, Result<string>> {
    this.#gesture?.cancel()
    const { document, history } = this.state.value
    const travelled = yield* travel(document, history, position)
    const refusal = this.#refusal()
    if (refusal) return refuse(refusal)
    if (this.state.value.document !== document) return refuse(overtaken)
    const { state, confirmed, result } = arrivalOf(this.state.value, travelled, position)
    if (confirmed) this.#confirmed(confirmed)
    this.state.set(state)
    return result
  }

  /** Closes the last history entry, so that the next edit of the same field stands for itself. */
  seal(): void {
    this.state.patch({ history: seal(this.state.value.history) })
  }

  /** From now until `leaveField`, edits of one field are one step however long the typing takes. */
  enterField(): void {
    this.seal()
    this.steps.isTyping = true
  }

  /** Ends what `enterField` began. */
  leaveField(): void {
    this.steps.isTyping = false
    this.seal()
  }

  /** Puts the steps that were made before the document was opened in front of those made since. */
  takeKept(kept: readonly HistoryEntry[], position: number): void {
    this.state.patch({ history: this.steps.takeKept(kept, position, this.state.value.history) })
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
        const isAllowed = this.#run({ label: '', run: ok })
        return isAllowed.ok ? ok(null) : isAllowed
      },
    )
    this.#gesture = gesture
    return gesture
  }

  #make(edit: Edit, key: string | null): Result<null> {
    const { document, history } = this.state.value
    const result = this.#run(edit)
    const change = result.ok ? compare(document, result.value) : []
    if (!result.ok || change.length === 0) {
      this.state.patch({ preview: document })
      return result.ok ? ok(null) : result
    }
    const entry = { label: edit.label, change, key, at: performance.now(), made: Date.now() }
    const { state, confirmed } = this.steps.record(result.value, history, entry)
    this.#confirmed(confirmed)
    this.state.set(state)
    return ok(null)
  }

  #run(edit: Edit): Result<ProductionDocument> {
    const refusal = this.#refusal()
    return refusal ? refuse(refusal) : edit.run(this.document)
  }

  #preview(edit: Edit): Result<null> {
    const result = this.#run(edit)
    if (!result.ok) return result
    this.state.patch({ preview: result.value })
    return ok(null)
  }

  #step(kind: 'undo' | 'redo'): string | null {
    if (this.#gesture) {
      this.#gesture.cancel()
      return null
    }
    if (this.#refusal()) return null
    const step = nextStep(this.state.value.history, kind)
    return step && inOneGo(this.goTo(step.position)).ok ? step.label : null
  }
}
