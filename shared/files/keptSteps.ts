import type { Problem } from '../result.ts'
import type { JournalEntry } from './journal.ts'

/** A step of the history as it is kept: its changes are packed texts, made one after the other. */
export type KeptStep = {
  readonly label: string
  /** Milliseconds since 1970; null where nobody noted it. */
  readonly made: number | null
  readonly texts: readonly string[]
}

/** A slice of a kept history. */
export type KeptSteps = {
  readonly steps: readonly KeptStep[]
  /** Steps in all, and how many of them are done. */
  readonly count: number
  readonly position: number
  /** What the user should know of how the history was found. */
  readonly warnings: readonly Problem[]
}

/** What a line says of the history, without the change. */
export type HistoryMove = Pick<JournalEntry, 'kind' | 'label' | 'made' | 'step' | 'steps'>

/** Makes steps of the moves that were made, in order: an undo and a redo are moves too. */
export class StepsReader {
  #steps: KeptStep[] = []
  #position = 0
  #isWhole = true

  get steps(): readonly KeptStep[] {
    return this.#steps
  }

  get position(): number {
    return this.#position
  }

  /** Whether no step was lost on the way. */
  get isWhole(): boolean {
    return this.#isWhole
  }

  /** Takes the next move; `text` is the packed change of an edit. */
  take({ kind, label, made, step, steps = 1 }: HistoryMove, text: string): void {
    if (kind !== 'edit') this.#move(kind === 'undo' ? -steps : steps)
    else if (step === undefined) this.#push({ label, made: made ?? null, texts: [text] })
    else this.#join(step, { label, made: made ?? null, texts: [text] })
  }

  /** What was made so far cannot be reached any more: the history begins here. */
  beginHere(): void {
    this.#steps = []
    this.#position = 0
    this.#isWhole = false
  }

  #push(step: KeptStep): void {
    this.#steps.length = this.#position
    this.#steps.push(step)
    this.#position += 1
  }

  #join(how: 'joins' | 'cancels', step: KeptStep): void {
    const last = this.#steps.at(-1)
    if (!last || this.#position !== this.#steps.length) {
      this.beginHere()
      return
    }
    this.#steps.pop()
    this.#position -= 1
    if (how === 'joins') this.#push({ ...step, texts: [...last.texts, ...step.texts] })
  }

  #move(by: number): void {
    const position = this.#position + by
    if (position < 0 || position > this.#steps.length) this.beginHere()
    else this.#position = position
  }
}
