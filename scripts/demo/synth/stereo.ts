import { SAMPLE_RATE } from '../plan.ts'

/** Sound of two channels at the film's sample rate, 1 = full scale. */
export interface Stereo {
  readonly left: Float32Array
  readonly right: Float32Array
}

/** Silence of a whole number of samples. */
export function silence(samples: number): Stereo {
  return { left: new Float32Array(samples), right: new Float32Array(samples) }
}

/** Adds one channel of sound from sample `at` on; `pan` from -1 (left) to 1 (right), equal power. */
export function addMono(target: Stereo, source: Float32Array, at: number, gain: number, pan = 0): void {
  const angle = ((pan + 1) * Math.PI) / 4
  addChannel(target.left, source, at, gain * Math.cos(angle) * Math.SQRT2)
  addChannel(target.right, source, at, gain * Math.sin(angle) * Math.SQRT2)
}

/** Adds two channels of sound from sample `at` on. */
export function addStereo(target: Stereo, source: Stereo, at: number, gain = 1): void {
  addChannel(target.left, source.left, at, gain)
  addChannel(target.right, source.right, at, gain)
}

function addChannel(target: Float32Array, source: Float32Array, at: number, gain: number): void {
  const from = Math.max(0, -at)
  const to = Math.min(source.length, target.length - at)
  for (let i = from; i < to; i++) target[at + i] = (target[at + i] as number) + (source[i] as number) * gain
}

/** Multiplies both channels by a gain that depends on the sample. */
export function shape(target: Stereo, gainAt: (sample: number) => number): void {
  for (let i = 0; i < target.left.length; i++) {
    const gain = gainAt(i)
    target.left[i] = (target.left[i] as number) * gain
    target.right[i] = (target.right[i] as number) * gain
  }
}

/** The nearest sample to a time in seconds. */
export function sampleAt(seconds: number): number {
  return Math.round(seconds * SAMPLE_RATE)
}
