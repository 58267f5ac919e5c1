import { type Change, squash } from '../../shared/edits/change.ts'
import type { KeptAside, RecoveryFacts } from '../../shared/ipc/recoveryFacts.ts'
import type { ConfirmedChange } from '../store/documentStore.ts'
import { Store } from '../store/store.ts'

/** What the window says of work that came back when the production was opened. */
export type RecoveryState =
  | { readonly kind: 'none' }
  /** It came back, and may be refused. */
  | { readonly kind: 'offered'; readonly facts: RecoveryFacts }
  /** It was refused, and may be brought back. */
  | { readonly kind: 'refused'; readonly kept: KeptAside }

/** Remembers what came back from a journal, and what was edited since, for as long as it may be refused. */
export class RecoveryDesk {
  readonly state = new Store<RecoveryState>({ kind: 'none' })
  #since: Change[] | null = null

  /** A production was opened; `hasRecovered` tells whether anything came back with it. */
  begin(hasRecovered: boolean): void {
    this.state.set({ kind: 'none' })
    this.#since = hasRecovered ? [] : null
  }

  /** Takes note of a change that was made since. Undo after refusing brings it back, so that nothing is left to say. */
  take({ kind, change }: ConfirmedChange): void {
    this.#since?.push(change)
    if (kind === 'undo' && this.state.value.kind === 'refused') this.end()
  }

  offer(facts: RecoveryFacts): void {
    this.state.set({ kind: 'offered', facts })
  }

  /** What was edited since the production was opened, as one change; null once nothing can be refused any more. */
  get since(): Change | null {
    return this.#since && squash(this.#since)
  }

  refused(kept: KeptAside): void {
    this.#since = null
    this.state.set({ kind: 'refused', kept })
  }

  /** The user has seen it; what came back stays. */
  end(): void {
    this.#since = null
    this.state.set({ kind: 'none' })
  }
}
