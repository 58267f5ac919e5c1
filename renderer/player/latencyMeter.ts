/** How fast the picture follows; times in milliseconds, null before anything was measured. */
export type PictureTiming = {
  readonly lastSeek: number | null
  readonly medianSeek: number | null
  /** Nineteen of twenty seeks took no longer. */
  readonly slowSeek: number | null
  /** Pictures that reached the screen in the last second. */
  readonly picturesPerSecond: number
}

/** Seeks that are remembered. */
const seeksKept = 200
const second = 1000

/** Remembers how long seeks took and when pictures came. Instants and durations are milliseconds. */
export class LatencyMeter {
  #seeks: number[] = []
  #pictures: number[] = []

  /** Takes note of a seek that is over. */
  sought(duration: number): void {
    this.#seeks = [...this.#seeks.slice(1 - seeksKept), duration]
  }

  /** Takes note of a picture that reached the screen. */
  presented(instant: number): void {
    this.#pictures = [...this.#pictures.filter((before) => before > instant - second), instant]
  }

  /** What is known at an instant. */
  timing(instant: number): PictureTiming {
    const ascending = this.#seeks.toSorted((a, b) => a - b)
    const at = (share: number) => ascending[Math.ceil(ascending.length * share) - 1] ?? null
    return {
      lastSeek: this.#seeks.at(-1) ?? null,
      medianSeek: at(0.5),
      slowSeek: at(0.95),
      picturesPerSecond: this.#pictures.filter((before) => before > instant - second).length,
    }
  }
}
