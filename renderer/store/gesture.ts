import type { Edit } from '../../shared/edits/edit.ts'
import { ok, type Result } from '../../shared/result.ts'

/** A drag in progress: previewed as often as wanted, then committed as one edit or cancelled. */
export class Gesture {
  readonly #show: (edit: Edit) => Result<null>
  readonly #finish: (edit: Edit | null) => Result<null>
  #latest: Edit | null = null
  #over = false

  constructor(show: (edit: Edit) => Result<null>, finish: (edit: Edit | null) => Result<null>) {
    this.#show = show
    this.#finish = finish
  }

  get isOver(): boolean {
    return this.#over
  }

  /** Shows what the edit would do; keeps the last one that was possible. Throws after the end. */
  preview(edit: Edit): Result<null> {
    if (this.#over) throw new Error('the gesture is over')
    const shown = this.#show(edit)
    if (shown.ok) this.#latest = edit
    return shown
  }

  /** Makes what was last shown into one edit. Throws after the end. */
  commit(): Result<null> {
    if (this.#over) throw new Error('the gesture is over')
    this.#over = true
    return this.#latest ? this.#finish(this.#latest) : this.#finish(null)
  }

  /** Puts everything back; does nothing after the end. */
  cancel(): Result<null> {
    if (this.#over) return ok(null)
    this.#over = true
    return this.#finish(null)
  }
}
