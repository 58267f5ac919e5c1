import { random } from '../random.ts'
import { bandPass, lowPass, through } from '../synth/filters.ts'
import { samples } from '../synth/oscillator.ts'
import { addMono, addStereo, type Stereo, sampleAt } from '../synth/stereo.ts'
import { noiseBed } from './noiseBed.ts'

/** Rain on stone, drops close by, steps, and a car passing in the next street. */
export function streetAmbience(seconds: number): Stereo {
  const made = noiseBed(seconds, 3, [
    { low: 900, high: 9000, gain: 0.011, waver: 0.25 },
    { low: 60, high: 300, gain: 0.014, waver: 0.12 },
  ])
  addDrops(made, seconds)
  for (let step = 0; step < seconds * 1.75; step++) addStep(made, 0.2 + step / 1.75, step)
  addPassingCar(made, 2.6, -1, seconds)
  addPassingCar(made, 8.9, 1, seconds)
  return made
}

function addDrops(target: Stereo, seconds: number): void {
  const chance = random(33)
  for (let drop = 0; drop < seconds * 26; drop++) {
    const frequency = 1400 + 4200 * chance()
    const sound = samples(0.02, (time) => Math.sin(2 * Math.PI * frequency * time) * Math.exp(-time * 380))
    addMono(target, sound, sampleAt(chance() * seconds), 0.012 + 0.03 * chance() ** 3, chance() * 2 - 1)
  }
}

function addStep(target: Stereo, at: number, step: number): void {
  const chance = random(500 + step)
  const noise = through(
    samples(0.12, (time) => (chance() - 0.5) * Math.exp(-time * 55)),
    bandPass(700 + 160 * (step % 2), 1.2),
  )
  addMono(target, noise, sampleAt(at), 0.16, step % 2 === 0 ? -0.06 : 0.06)
}

function addPassingCar(target: Stereo, at: number, side: number, seconds: number): void {
  const chance = random(61 + side)
  const sound = through(
    samples(3.4, (time) => (chance() - 0.5) * Math.exp(-((time - 1.7) ** 2) / 0.6)),
    lowPass(900),
  )
  const quiet = { left: sound, right: sound.map((value) => value * 0.6) }
  if (at + 3.4 < seconds)
    addStereo(target, side < 0 ? quiet : { left: quiet.right, right: quiet.left }, sampleAt(at), 0.09)
}
