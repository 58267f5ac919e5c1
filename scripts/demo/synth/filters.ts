import { SAMPLE_RATE } from '../plan.ts'

/** A filter of one channel, called once a sample. */
export type Filter = (input: number) => number

/** Six decibels an octave off above `frequency`. */
export function softLowPass(frequency: number): Filter {
  const step = 1 - Math.exp((-2 * Math.PI * frequency) / SAMPLE_RATE)
  let held = 0
  return (input) => {
    held += step * (input - held)
    return held
  }
}

/** The three outputs of a resonant filter whose frequency may change while it runs. */
export interface Resonator {
  low: number
  band: number
  high: number
  tune(frequency: number, sharpness: number): void
  feed(input: number): void
}

/** A second-order filter (state variable, trapezoidal); the band output is 1 at its centre. */
export function resonator(frequency: number, sharpness: number): Resonator {
  let slope = 0
  let damping = 1
  let first = 0
  let second = 0
  const made: Resonator = {
    low: 0,
    band: 0,
    high: 0,
    tune(at, sharp) {
      slope = Math.tan((Math.PI * Math.min(at, SAMPLE_RATE * 0.45)) / SAMPLE_RATE)
      damping = 1 / sharp
    },
    feed(input) {
      const high = (input - (damping + slope) * first - second) / (1 + slope * (slope + damping))
      const band = first + slope * high
      const low = second + slope * band
      first = band + slope * high
      second = low + slope * band
      made.high = high
      made.band = band * damping
      made.low = low
    },
  }
  made.tune(frequency, sharpness)
  return made
}

export function lowPass(frequency: number, sharpness = Math.SQRT1_2): Filter {
  const filter = resonator(frequency, sharpness)
  return (input) => {
    filter.feed(input)
    return filter.low
  }
}

export function highPass(frequency: number, sharpness = Math.SQRT1_2): Filter {
  const filter = resonator(frequency, sharpness)
  return (input) => {
    filter.feed(input)
    return filter.high
  }
}

export function bandPass(frequency: number, sharpness: number): Filter {
  const filter = resonator(frequency, sharpness)
  return (input) => {
    filter.feed(input)
    return filter.band
  }
}

/** Runs a channel through filters, in place. */
export function through(channel: Float32Array, ...filters: readonly Filter[]): Float32Array {
  for (let i = 0; i < channel.length; i++) {
    let value = channel[i] as number
    for (const filter of filters) value = filter(value)
    channel[i] = value
  }
  return channel
}
