import { random } from '../random.ts'
import { lowPass, through } from '../synth/filters.ts'
import { samples } from '../synth/oscillator.ts'
import { addMono, addStereo, type Stereo, sampleAt, silence } from '../synth/stereo.ts'
import { inRoom } from './inRoom.ts'
import { noiseBed } from './noiseBed.ts'
import { sentence, speech } from './talkTrack.ts'

/** A murmur of other guests, glasses, and the rain outside. */
export function barAmbience(seconds: number): Stereo {
  const made = silence(sampleAt(seconds))
  for (let guest = 0; guest < 7; guest++) {
    const words = sentence(seconds, 95 + guest * 17, random(800 + guest))
    const murmur = through(speech(words, seconds, 0.95 + guest * 0.04, 900 + guest), lowPass(1400))
    addMono(made, murmur, 0, 0.011, (guest - 3) / 3.2)
  }
  const chance = random(77)
  for (let glass = 0; glass < 6; glass++)
    addGlass(made, 0.8 + chance() * (seconds - 2), 2100 + chance() * 1500, chance() * 1.6 - 0.8)
  inRoom(made, 0.9, 0.5, 0.5)
  const rain = noiseBed(seconds, 4, [
    { low: 90, high: 600, gain: 0.0045, waver: 0.2 },
    { low: 1500, high: 6000, gain: 0.0012 },
  ])
  addStereo(made, rain, 0)
  return made
}

function addGlass(target: Stereo, at: number, frequency: number, pan: number): void {
  const sound = samples(0.5, (time) => {
    const ring =
      Math.sin(2 * Math.PI * frequency * time) + 0.6 * Math.sin(2 * Math.PI * frequency * 2.32 * time)
    return ring * Math.exp(-time * 17) * Math.min(1, (0.5 - time) / 0.05)
  })
  addMono(target, sound, sampleAt(at), 0.016, pan)
}

/** The click of the set's switch. */
export function barSwitch(): Stereo {
  const chance = random(12)
  const made = silence(sampleAt(0.1))
  const click = samples(
    0.06,
    (time) => (chance() - 0.5) * (Math.exp(-time * 500) + 0.6 * Math.exp(-((time - 0.012) ** 2) * 4e6)),
  )
  addMono(made, click, 0, 0.3, 0.3)
  return made
}
