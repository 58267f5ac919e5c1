import { strike } from '../synth/drums.ts'
import { playPiano } from '../synth/keys.ts'
import { line, type Tempo } from '../synth/note.ts'
import { playPlucked } from '../synth/pluck.ts'
import { reverb } from '../synth/reverb.ts'
import { addStereo, type Stereo, silence } from '../synth/stereo.ts'
import { playStrings } from '../synth/strings.ts'
import { playBrass, playClarinet } from '../synth/winds.ts'

/** A quick waltz of three beats. */
const TIME: Tempo = { beat: 60 / 170, perBar: 3 }

/** The bass note and the chord on the second and third beat, bar by bar. */
const BARS = [
  'F2 A3+C4+F4',
  'C2 A3+D4+F4',
  'G#2 B3+D4+F4',
  'G2 Bb3+D4+F4',
  'G2 Bb3+D4+F4',
  'C2 Bb3+E4+G4',
  'F2 A3+C4+F4',
  'C2 Bb3+D4+E4',
  'F2 A3+C4+F4',
  'A2 A3+C4+Eb4',
  'Bb2 Bb3+D4+F4',
  'Bb2 Bb3+Db4+F4',
  'C2 A3+C4+F4',
  'D2 A3+C4+F#4',
  'G2 Bb3+D4+F4',
  'C2 Bb3+E4+G4',
  'F2 A3+C4+F4',
] as const

const CLARINET =
  'A4:2 C5:1 | F5:3 | F5:1 D5:1 B4:1 | Bb4:3 | G4:2 Bb4:1 | E5:2 D5:1 | C5:2 A4:1 | G4:2 G#4:1 | ' +
  'A4:2 C5:1 | Eb5:3 | D5:2 F5:1 | Db5:2 C5:1 | C5:2 F5:1 | D5:2 C5:1 | Bb4:1 A4:1 G4:1 | G4:1 Bb4:1 E5:1 | F5:3'

const FIDDLES = 'F5+A5:3 | G5+A5:3 | F5+Bb5:3 | F5+Ab5:3 | F5+A5:3 | F#5+A5:3 | D5+F5:3 | E5+G5:3 | F5+A5:3'

const TRUMPET = '-:2 C4:.5 D4:.5 | -:3 | -:2 D4:.5 F4:.5 | -:3 | -:1 D4:1 F4:1 | -:3'

/** A dance orchestra of the forties in F major. */
export function radioWaltz(samples: number): Stereo {
  const dry = silence(samples)
  BARS.forEach((bar, index) => {
    const [bass = 'F2', chord = 'F4'] = bar.split(' ')
    playPlucked(dry, line(`${bass}:1.6`, TIME, index, 0.9), { bright: 900, ring: 1.4, gain: 0.7 })
    const after = line(`-:1 ${chord}:.55 ${chord}:.5`, TIME, index, 0.62)
    playPiano(dry, after, { ring: 1.6, gain: 0.3, pan: 0.2 })
    playPlucked(dry, after, { bright: 2600, ring: 0.5, gain: 0.13, pan: -0.3 })
    const start = index * 3 * TIME.beat
    strike(dry, 'brush', start + TIME.beat, 0.22)
    strike(dry, 'brush', start + 2 * TIME.beat, 0.17)
    strike(dry, 'kick', start, 0.22)
  })
  playClarinet(dry, line(CLARINET, TIME, 0, 0.85), { gain: 0.62, pan: -0.1 })
  playStrings(dry, line(FIDDLES, TIME, 8, 0.6), {
    attack: 0.14,
    release: 0.25,
    bright: 3600,
    gain: 0.75,
    vibrato: 0.16,
  })
  playBrass(dry, line(TRUMPET, TIME, 1, 0.5), { gain: 0.5, pan: 0.3 })
  addStereo(dry, reverb(dry, { seconds: 1.1, size: 0.55, dull: 0.5 }), 0, 0.3)
  return dry
}
