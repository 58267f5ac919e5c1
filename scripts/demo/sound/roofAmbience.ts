import { random } from '../random.ts'
import { samples } from '../synth/oscillator.ts'
import { addMono, addStereo, type Stereo, sampleAt, silence } from '../synth/stereo.ts'
import { inRoom } from './inRoom.ts'
import { noiseBed } from './noiseBed.ts'

/** A light wind, the city waking far below, and birds. */
export function roofAmbience(seconds: number): Stereo {
  const made = silence(sampleAt(seconds))
  const chance = random(111)
  for (let at = 0.4; at < seconds - 1; at += 0.5 + 1.1 * chance()) {
    addSong(
      made,
      at,
      2600 + 1900 * chance(),
      2 + Math.floor(chance() * 4),
      chance() * 1.8 - 0.9,
      0.008 + 0.012 * chance(),
    )
  }
  inRoom(made, 1.4, 0.8, 0.3)
  const air = noiseBed(seconds, 7, [
    { low: 50, high: 240, gain: 0.009, waver: 0.2 },
    { low: 400, high: 1600, gain: 0.0022, waver: 0.4 },
  ])
  addStereo(made, air, 0)
  return made
}

/** A few chirps of one bird, each a short slide. */
function addSong(target: Stereo, at: number, pitch: number, chirps: number, pan: number, gain: number): void {
  for (let chirp = 0; chirp < chirps; chirp++) {
    let phase = 0
    const sound = samples(0.085, (time) => {
      const slide = pitch * (1 + 0.22 * Math.sin(time * 60 + chirp))
      phase += (2 * Math.PI * slide) / 48_000
      return Math.sin(phase) * Math.sin((Math.PI * time) / 0.085) ** 2
    })
    addMono(target, sound, sampleAt(at + chirp * 0.13), gain, pan)
  }
}
