import { random, smoothNoise } from '../random.ts'
import { highPass, lowPass } from '../synth/filters.ts'
import { type Stereo, sampleAt, silence } from '../synth/stereo.ts'

/** A band of noise in hertz; `waver` is how many times a second its level wanders (0 = steady). */
export interface NoiseBand {
  readonly low: number
  readonly high: number
  readonly gain: number
  readonly waver?: number
}

/** Bands of noise added up, different on both sides. */
export function noiseBed(seconds: number, seed: number, bands: readonly NoiseBand[]): Stereo {
  const made = silence(sampleAt(seconds))
  bands.forEach((band, index) => {
    addBand(made.left, band, seed * 100 + index)
    addBand(made.right, band, seed * 100 + index + 50)
  })
  return made
}

function addBand(target: Float32Array, band: NoiseBand, seed: number): void {
  const chance = random(seed)
  const high = highPass(band.low)
  const low = lowPass(band.high)
  const loudness = band.gain * 3 * Math.sqrt(6000 / (band.high - band.low + 200))
  const pace = (band.waver ?? 0) / 48_000
  let level = 1
  for (let i = 0; i < target.length; i++) {
    if (pace > 0 && i % 64 === 0) level = 0.45 + 1.1 * smoothNoise(i * pace, seed % 50)
    target[i] = (target[i] as number) + low(high((chance() - 0.5) * 2)) * loudness * level * 0.6
  }
}
