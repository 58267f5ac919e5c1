import { random } from '../random.ts'
import { bandPass, highPass, lowPass } from './filters.ts'
import { samples } from './oscillator.ts'
import { addMono, type Stereo, sampleAt } from './stereo.ts'

export type Drum =
  | 'kick'
  | 'snare'
  | 'hat'
  | 'tambourine'
  | 'brush'
  | 'timpani'
  | 'boom'
  | 'tick'
  | 'tock'
  | 'shaker'

const made = new Map<Drum, Float32Array>()

/** Strikes a drum at a time in seconds. */
export function strike(target: Stereo, drum: Drum, at: number, gain: number, pan = 0): void {
  const sound = made.get(drum) ?? DRUMS[drum]()
  made.set(drum, sound)
  addMono(target, sound, sampleAt(at), gain, pan)
}

const DRUMS: Readonly<Record<Drum, () => Float32Array>> = {
  kick: () => swept(0.32, 46, 130, 34, 11),
  timpani: () => swept(1.8, 73.4, 12, 20, 2.6),
  boom: () => swept(3, 36, 60, 9, 1.7),
  snare: () => {
    const noise = noiseOf(3, highPass(900), lowPass(8500))
    return samples(0.26, (time) => {
      const skin = Math.sin(2 * Math.PI * 196 * time + 1.4 * Math.exp(-time * 60)) * Math.exp(-time * 26)
      return 0.55 * skin + 0.75 * noise() * Math.exp(-time * 19)
    })
  },
  hat: () => {
    const noise = noiseOf(5, highPass(7000))
    return samples(0.09, (time) => noise() * Math.exp(-time * 62))
  },
  tambourine: () => {
    const noise = noiseOf(7, highPass(5200), bandPass(8300, 1.4))
    return samples(
      0.2,
      (time) => 2.2 * noise() * (Math.exp(-time * 30) + 0.7 * Math.exp(-Math.abs(time - 0.03) * 90)),
    )
  },
  shaker: () => {
    const noise = noiseOf(9, bandPass(6200, 1.1))
    return samples(0.12, (time) => 1.6 * noise() * Math.sin(Math.PI * Math.min(1, time / 0.1)) ** 2)
  },
  brush: () => {
    const noise = noiseOf(11, highPass(1500), lowPass(6000))
    return samples(0.24, (time) => 0.9 * noise() * Math.min(1, time / 0.012) * Math.exp(-time * 17))
  },
  tick: () => knock(2350),
  tock: () => knock(1740),
}

/** A sine that falls from `base + above` hertz to `base`. */
function swept(seconds: number, base: number, above: number, bend: number, fall: number): Float32Array {
  const click = noiseOf(1, lowPass(3000))
  return samples(seconds, (time) => {
    const phase = 2 * Math.PI * (base * time + (above / bend) * (1 - Math.exp(-bend * time)))
    const end = Math.min(1, (seconds - time) / 0.05)
    return (Math.sin(phase) * Math.exp(-fall * time) + 0.25 * click() * Math.exp(-time * 160)) * end
  })
}

function knock(frequency: number): Float32Array {
  const noise = noiseOf(frequency, bandPass(frequency, 3))
  return samples(0.08, (time) => {
    const wood =
      Math.sin(2 * Math.PI * frequency * time) + 0.5 * Math.sin(2 * Math.PI * frequency * 1.51 * time)
    return 0.6 * wood * Math.exp(-time * 110) + noise() * Math.exp(-time * 240)
  })
}

/** Seeded noise through filters. */
function noiseOf(seed: number, ...filters: readonly ((input: number) => number)[]): () => number {
  const chance = random(seed)
  return () => filters.reduce((value, filter) => filter(value), chance() * 2 - 1)
}
