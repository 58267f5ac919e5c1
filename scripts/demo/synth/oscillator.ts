import { SAMPLE_RATE } from '../plan.ts'

/** One channel of `seconds` made sample by sample; `at` gives the time in seconds. */
export function samples(seconds: number, at: (time: number, index: number) => number): Float32Array {
  const made = new Float32Array(Math.max(1, Math.round(seconds * SAMPLE_RATE)))
  for (let i = 0; i < made.length; i++) made[i] = at(i / SAMPLE_RATE, i)
  return made
}

/** A saw wave without the harsh images of a naive one; call it once a sample with the frequency of the moment. */
export function saw(startPhase = 0): (frequency: number) => number {
  let phase = startPhase
  return (frequency) => {
    const step = frequency / SAMPLE_RATE
    phase += step
    if (phase >= 1) phase -= 1
    return 2 * phase - 1 - corner(phase, step)
  }
}

/** Rounds the jump of the saw over the two samples around it. */
function corner(phase: number, step: number): number {
  if (phase < step) {
    const t = phase / step
    return t + t - t * t - 1
  }
  if (phase > 1 - step) {
    const t = (phase - 1) / step
    return t * t + t + t + 1
  }
  return 0
}

/** Rises in `attack` seconds, stays, and dies away within `release` seconds after `length`. */
export function bow(time: number, length: number, attack: number, release: number): number {
  const up = Math.min(1, time / attack)
  const down = time <= length ? 1 : Math.max(0, 1 - (time - length) / release)
  return Math.sin((up * Math.PI) / 2) * down * down
}
