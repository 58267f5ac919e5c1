import type { FrameRate } from '../../shared/time/frameRate.ts'

/** Tells, once an animation frame, by how many whole frames a film playing backwards should have moved on. */
export class ReverseClock {
  readonly #tick: (frames: number) => void
  #running = 0

  constructor(tick: (frames: number) => void) {
    this.#tick = tick
  }

  /** Runs at `speed` times the rate until stopped. */
  start(speed: number, rate: FrameRate): void {
    this.stop()
    const begun = performance.now()
    let told = 0
    const beat = (now: number) => {
      this.#running = requestAnimationFrame(beat)
      const due = Math.floor(((now - begun) * speed * rate.num) / rate.den / 1000)
      if (due > told) this.#tick(due - told)
      told = Math.max(told, due)
    }
    this.#running = requestAnimationFrame(beat)
  }

  stop(): void {
    cancelAnimationFrame(this.#running)
  }
}
