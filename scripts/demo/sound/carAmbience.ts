import { random, smoothNoise } from '../random.ts'
import { bandPass, lowPass, through } from '../synth/filters.ts'
import { samples, saw } from '../synth/oscillator.ts'
import { addMono, type Stereo, sampleAt, silence } from '../synth/stereo.ts'
import { noiseBed } from './noiseBed.ts'

/** Engine, tyres and wind, and lamps going by. */
export function carAmbience(seconds: number): Stereo {
  const made = noiseBed(seconds, 5, [
    { low: 50, high: 220, gain: 0.013, waver: 0.4 },
    { low: 300, high: 1800, gain: 0.004, waver: 0.5 },
  ])
  const wave = saw()
  const engine = samples(seconds, (time) => wave(46 + 5 * smoothNoise(time * 0.5, 9)))
  addMono(made, through(engine, lowPass(170), lowPass(240)), 0, 0.018)
  return made
}

/** Looking for a station: hiss, and a whistle that slides down and away as the needle arrives. */
export function carTuning(seconds: number): Stereo {
  const made = silence(sampleAt(seconds))
  const chance = random(1954)
  let phase = 0
  const sound = samples(seconds, (time) => {
    const place = time / seconds
    const off = Math.abs(Math.sin(place * 9.2))
    phase += (2 * Math.PI * (380 + 2300 * off)) / 48_000
    const whistle = Math.sin(phase) * 0.2 * (1 - off) ** 1.5
    const hiss = (chance() - 0.5) * (0.5 + 0.5 * smoothNoise(time * 11, 3))
    return (whistle + hiss) * Math.min(1, time / 0.03) * Math.min(1, (seconds - time) / 0.04)
  })
  addMono(made, through(sound, bandPass(1500, 0.7)), 0, 0.06)
  return made
}
