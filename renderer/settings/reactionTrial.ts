import { Store } from '../store/store.ts'

/** How far a measurement of reaction time is; `early` was pressed before the lamp lit, which counts for nothing. */
export type TrialState = {
  readonly phase: 'ready' | 'waiting' | 'lit' | 'early' | 'done'
  /** Milliseconds from lamp to key, in the order in which they were taken. */
  readonly times: readonly number[]
}

/** What a trial needs of the machine. */
export type TrialClock = {
  /** Milliseconds on a clock that only rises. */
  readonly now: () => number
  /** From 0 up to, but without, 1. */
  readonly random: () => number
  /** Calls back when what was just set is on screen. */
  readonly painted: (done: () => void) => void
}

/** How often the lamp lights in one trial: an odd number, so that the median is one of the times. */
export const trialRounds = 7
/** Milliseconds of dark before the lamp lights, from the shortest to the longest. */
const shortestDark = 1200
const longestDark = 3000

/** Measures how long somebody takes to press a key after a lamp has lit. */
export class ReactionTrial {
  readonly state = new Store<TrialState>({ phase: 'ready', times: [] })
  readonly #clock: TrialClock
  #timer: ReturnType<typeof setTimeout> | undefined
  #litAt = 0

  constructor(clock: TrialClock) {
    this.#clock = clock
  }

  /** Begins, or goes on, or answers the lamp, as is due. */
  press(): void {
    const { phase, times } = this.state.value
    if (phase === 'ready' || phase === 'done') this.#wait([])
    else if (phase === 'waiting' || phase === 'early') this.#wait(times, 'early')
    else this.#answer([...times, this.#clock.now() - this.#litAt])
  }

  end(): void {
    clearTimeout(this.#timer)
  }

  #answer(times: readonly number[]): void {
    if (times.length < trialRounds) this.#wait(times)
    else this.state.set({ phase: 'done', times })
  }

  #wait(times: readonly number[], phase: 'waiting' | 'early' = 'waiting'): void {
    clearTimeout(this.#timer)
    this.state.set({ phase, times })
    const dark = shortestDark + this.#clock.random() * (longestDark - shortestDark)
    this.#timer = setTimeout(() => this.#light(), dark)
  }

  #light(): void {
    this.#litAt = this.#clock.now()
    this.state.patch({ phase: 'lit' })
    this.#clock.painted(() => {
      if (this.state.value.phase === 'lit') this.#litAt = this.#clock.now()
    })
  }
}

/** The middle one of some times, in whole milliseconds; of an even number, halfway between the two. */
export function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const [below = 0, above = 0] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]]
  return Math.round((below + above) / 2)
}
