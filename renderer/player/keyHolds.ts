import { Store } from '../store/store.ts'

/** What becomes of a key that went down. */
export type HoldActs = {
  /** It was let go before it counted as held. */
  readonly tapped: () => void
  /** It has been down long enough to be held. */
  readonly held: () => void
  /** It was let go after it was held. */
  readonly released: () => void
  /** What it began while held is not wanted. */
  readonly dropped: () => void
}

type DownKey = { readonly acts: HoldActs; readonly timer: ReturnType<typeof setTimeout>; isHeld: boolean }

/** Milliseconds that a key is down before it counts as held. */
export const holdTime = 300

/** Tells keys that are tapped from keys that are held, and lets what a held key began be dropped while it is down. */
export class KeyHolds {
  /** Whether a key is being held. */
  readonly isHolding = new Store(false)
  readonly #down = new Map<string, DownKey>()

  /** A key has gone down; again, while it is down, means nothing. */
  press(key: string, acts: HoldActs): void {
    if (this.#down.has(key)) return
    const timer = setTimeout(() => this.#hold(key), holdTime)
    this.#down.set(key, { acts, timer, isHeld: false })
  }

  release(key: string): void {
    const down = this.#take(key)
    if (down?.isHeld) down.acts.released()
    else down?.acts.tapped()
  }

  /** Drops what every held key began; letting it go then does nothing. */
  drop(): void {
    for (const [key, { isHeld }] of [...this.#down]) if (isHeld) this.#take(key)?.acts.dropped()
  }

  #hold(key: string): void {
    const down = this.#down.get(key)
    if (!down) return
    down.isHeld = true
    this.isHolding.set(true)
    down.acts.held()
  }

  #take(key: string): DownKey | undefined {
    const down = this.#down.get(key)
    clearTimeout(down?.timer)
    this.#down.delete(key)
    this.isHolding.set([...this.#down.values()].some(({ isHeld }) => isHeld))
    return down
  }
}
