import { strike } from '../synth/drums.ts'
import { playBells } from '../synth/keys.ts'
import { line, type Tempo } from '../synth/note.ts'
import { playPlucked } from '../synth/pluck.ts'
import { reverb } from '../synth/reverb.ts'
import { addStereo, type Stereo, silence } from '../synth/stereo.ts'
import { playStrings } from '../synth/strings.ts'

const TIME: Tempo = { beat: 0.5, perBar: 10 }

/** A bell and a deep drum, a harp climbing a D major ninth, strings opening over it. */
export function logoSting(samples: number): Stereo {
  const dry = silence(samples)
  strike(dry, 'boom', 0, 0.5)
  playBells(dry, line('D5+A5:4', TIME, 0, 0.8), { ring: 4, gain: 0.6 })
  playBells(dry, line('-:2.5 F#6:.75 A6:.75 E6:1 -:1 D6:2', TIME, 0, 0.5), {
    ring: 2.6,
    gain: 0.5,
    pan: 0.35,
  })
  const climb = line('D3:.25 A3:.25 D4:.25 F#4:.25 A4:.25 C#5:.25 E5:.25 F#5:.25 A5:1', TIME, 0, 0.8)
  playPlucked(dry, climb, { bright: 5200, ring: 3.4, gain: 0.42, pan: -0.25, open: true })
  const strings = { attack: 1.3, release: 1.2, bright: 2300, gain: 0.8 }
  playStrings(dry, line('D2+D3+A3+E4+F#4:7.6', TIME, 0, 0.9), strings)
  playStrings(dry, line('-:3 A4+D5:4.6', TIME, 0, 0.6), { ...strings, attack: 0.8 })
  addStereo(dry, reverb(dry, { seconds: 2.6, size: 0.95, dull: 0.35 }), 0, 0.4)
  return dry
}
