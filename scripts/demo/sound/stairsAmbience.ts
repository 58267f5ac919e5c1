import { random } from '../random.ts'
import { bandPass, through } from '../synth/filters.ts'
import { samples } from '../synth/oscillator.ts'
import { addMono, addStereo, type Stereo, sampleAt, silence } from '../synth/stereo.ts'
import { inRoom } from './inRoom.ts'
import { noiseBed } from './noiseBed.ts'

/** Steps and drips in a tall stone shaft. */
export function stairsAmbience(seconds: number): Stereo {
  const made = silence(sampleAt(seconds))
  const chance = random(91)
  for (let at = 0.3; at < seconds - 0.3; at += 0.52 + 0.1 * chance()) addFootfall(made, at, chance)
  for (const at of [2.2, 6.9, 11.4]) addDrip(made, at)
  inRoom(made, 2.6, 1.1, 0.5)
  const air = noiseBed(seconds, 6, [{ low: 60, high: 350, gain: 0.006, waver: 0.15 }])
  addStereo(made, air, 0)
  return made
}

function addFootfall(target: Stereo, at: number, chance: () => number): void {
  const sound = through(
    samples(0.1, (time) => (chance() - 0.5) * Math.exp(-time * 70)),
    bandPass(420 + 200 * chance(), 1.6),
  )
  addMono(target, sound, sampleAt(at), 0.13, chance() * 0.6 - 0.3)
}

function addDrip(target: Stereo, at: number): void {
  const sound = samples(
    0.09,
    (time) => Math.sin(2 * Math.PI * (1300 + 2600 * time) * time) * Math.exp(-time * 60),
  )
  addMono(target, sound, sampleAt(at), 0.03, 0.4)
}
