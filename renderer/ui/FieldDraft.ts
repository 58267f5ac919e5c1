import type { Problem, Result } from '../../shared/result.ts'
import { Store } from '../store/store.ts'

/** What a field shows: the text being typed, null while it shows the stored value, and why the text was refused. */
export type DraftState = { readonly text: string | null; readonly problem: Problem | null }

/** How a field stores its text, and what it does with a refusal when it is no longer there to show it. */
export type DraftEnds = {
  readonly commit: (text: string) => Result<unknown>
  readonly tell: (problem: Problem) => void
}

/** Milliseconds without a key after which text is stored while it is still being typed. */
export const typingPause = 400

const openDrafts = new Set<FieldDraft>()

/** Stores every text that is being typed, as before saving or leaving a production. */
export function flushDrafts(): void {
  for (const draft of openDrafts) draft.flush()
}

/** Text on its way from the keyboard to the document; it is stored on a pause, on leaving the field and at the end. */
export class FieldDraft {
  readonly state = new Store<DraftState>({ text: null, problem: null })
  readonly #ends: () => DraftEnds
  readonly #storesOnPause: boolean
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Text of fields that mean nothing half typed, such as timecode, is not stored on a pause. */
  constructor(ends: () => DraftEnds, storesOnPause: boolean) {
    this.#ends = ends
    this.#storesOnPause = storesOnPause
  }

  /** Takes what was typed. */
  change(text: string): void {
    this.state.set({ text, problem: null })
    openDrafts.add(this)
    clearTimeout(this.#timer)
    if (this.#storesOnPause) this.#timer = setTimeout(() => this.#store(text), typingPause)
  }

  /** Stores what was typed. Refused text stays, with the Problem. True when nothing is left to store. */
  flush(): boolean {
    clearTimeout(this.#timer)
    const { text } = this.state.value
    return text === null || this.#store(text.trim())
  }

  /** Shows the stored value again. */
  drop(): void {
    clearTimeout(this.#timer)
    openDrafts.delete(this)
    this.state.set({ text: null, problem: null })
  }

  /** Stores what was typed when the field goes; a refusal is told elsewhere. */
  end(): void {
    if (!this.flush() && this.state.value.problem) this.#ends().tell(this.state.value.problem)
    this.drop()
  }

  #store(text: string): boolean {
    const stored = this.#ends().commit(text)
    if (stored.ok) this.drop()
    else this.state.set({ text: this.state.value.text, problem: stored.problem })
    return stored.ok
  }
}
