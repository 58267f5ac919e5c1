import { strike } from '../synth/drums.ts'
import { lowPass } from '../synth/filters.ts'
import { playPiano } from '../synth/keys.ts'
import { hertz, line, pitchOf, type Tempo } from '../synth/note.ts'
import { samples as channel, saw } from '../synth/oscillator.ts'
import { playPlucked } from '../synth/pluck.ts'
import { reverb } from '../synth/reverb.ts'
import { addMono, addStereo, type Stereo, sampleAt, silence } from '../synth/stereo.ts'
import { playStrings } from '../synth/strings.ts'

/** 96 beats a minute: a beat is fifteen frames; 22 beats in all, the last hit on beat 19. */
const TIME: Tempo = { beat: 0.625, perBar: 4 }
const HIT = 19

const PULSE = 'E2:.5 E2:.5 E2:.5 F2:.5 E2:.5 E2:.5 G2:.5 F2:.5'

/** A clock, a muted pulse, a rising cluster, and one hit that is left to ring. */
export function tensionBed(samples: number): Stereo {
  const dry = silence(samples)
  for (let half = 0; half < HIT * 2; half++) {
    const grown = 0.16 + (0.16 * half) / (HIT * 2)
    strike(
      dry,
      half % 2 === 0 ? 'tick' : 'tock',
      (half * TIME.beat) / 2,
      grown * 1.5,
      half % 2 === 0 ? 0.25 : -0.25,
    )
    if (half >= 16) strike(dry, 'hat', ((half + 0.5) * TIME.beat) / 2, grown * 0.3, 0.5)
  }
  for (let bar = 0; bar < 5; bar++) {
    const notes = line(PULSE, TIME, bar, 0.6 + bar * 0.08).filter((note) => note.at < HIT * TIME.beat - 0.01)
    playPlucked(dry, notes, { bright: 700, ring: 0.5, gain: 0.62 })
    if (bar > 1)
      playPlucked(
        dry,
        notes.map((note) => ({ ...note, pitch: note.pitch + 12 })),
        { bright: 1500, ring: 0.3, gain: 0.24, pan: 0.4 },
      )
  }
  playPiano(dry, line('E1+E2:8 E1+F2:8', TIME, 0, 0.9), { ring: 5, gain: 0.6 })
  addDrone(dry)
  const high = { attack: 2.4, release: 0.1, bright: 2600, gain: 0.62, vibrato: 0.12 }
  playStrings(dry, line('-:4 B4:15', TIME, 0, 0.5), high)
  playStrings(dry, line('-:8 C5:11', TIME, 0, 0.6), high)
  playStrings(dry, line('-:12 F5+F#5:7', TIME, 0, 0.7), high)
  playHit(dry)
  addStereo(dry, reverb(dry, { seconds: 3, size: 1.15, dull: 0.3 }), 0, 0.34)
  return dry
}

/** Two low saws slightly apart, slowly opening until the hit. */
function addDrone(target: Stereo): void {
  const seconds = HIT * TIME.beat
  for (const side of [-1, 1]) {
    const wave = saw(side > 0 ? 0.5 : 0)
    const dark = lowPass(240, 1.2)
    const base = hertz(pitchOf('E2')) / 2
    const sound = channel(seconds, (time) => {
      const swell = 0.35 + 0.65 * (time / seconds)
      const end = Math.min(1, (seconds - time) / 0.02) * Math.min(1, time / 0.08)
      return dark(wave(base * (1 + side * 0.004))) * swell * end * (0.8 + 0.2 * Math.sin(time * 1.9 + side))
    })
    addMono(target, sound, 0, 0.24, side * 0.5)
  }
}

function playHit(target: Stereo): void {
  const at = HIT * TIME.beat
  strike(target, 'boom', at, 0.85)
  strike(target, 'timpani', at, 0.5)
  strike(target, 'snare', at, 0.2)
  const notes = line('E1+E2+B2+F3:2.6', TIME, 0, 1).map((note) => ({ ...note, at: sampleAt(at) / 48_000 }))
  playPiano(target, notes, { ring: 4, gain: 0.6 })
  playStrings(target, notes, { attack: 0.01, release: 0.3, bright: 900, gain: 0.7 })
}
