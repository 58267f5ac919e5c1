import { strike } from '../synth/drums.ts'
import { playElectricPiano } from '../synth/keys.ts'
import { line, type Tempo } from '../synth/note.ts'
import { playPlucked } from '../synth/pluck.ts'
import { reverb } from '../synth/reverb.ts'
import { sing } from '../synth/singer.ts'
import { addStereo, type Stereo, silence } from '../synth/stereo.ts'
import { playStrings } from '../synth/strings.ts'

/** 90 beats a minute: a beat is sixteen frames; five bars and a last chord that rings for one and a half. */
const TIME: Tempo = { beat: 2 / 3, perBar: 4 }

const GUITAR = [
  'G2 D3 G3 B3 D4 B3 G3 D3',
  'F#2 D3 A3 D4 F#4 D4 A3 D3',
  'E2 B2 G3 B3 D4 B3 G3 B2',
  'C3 G3 B3 E4 G4 E4 B3 G3',
  'A2 E3 G3 C4 D3 A3 C4 F#4',
  'G2 D3 A3 B3 D4 G4 B4 D5',
] as const

const BASS =
  'G2:2.5 G2:.5 D2:1 | F#2:2.5 F#2:.5 D2:1 | E2:2.5 E2:.5 B2:1 | C2:2.5 C2:.5 G2:1 | A2:2 D2:2 | G2:4'
const PADS = 'D4+F#4+A4:4 | B3+D4+G4:4 | B3+E4+G4:4 | C4+E4+G4:2 C4+F#4+A4:2 | B3+D4+A4:5.7'

const VOICE =
  'D4:.5/a G4:.5/i A4:.5/a B4:1.5/a A4:.5/e G4:.5/e | A4:1.5/o F#4:.5/u D4:1.3/o -:.2 D4:.5/e | ' +
  'G4:.5/i A4:.5/a B4:1/a D5:1/o B4:.5/e A4:.5/i | G4:1/a E4:1/e G4:1.6/o -:.4 | ' +
  'A4:.5/e B4:.5/i C5:1/a B4:.5/a A4:.5/e F#4:.5/i A4:.5/a | G4:5.2/o'

const SECOND =
  '-:4 | -:4 | D4:.5/i F#4:.5/a G4:1/a B4:1/o G4:.5/e F#4:.5/i | E4:1/a C4:1/e E4:1.6/o -:.4 | C4:.5/e D4:.5/i E4:1/a D4:.5/a C4:.5/e D4:.5/i F#4:.5/a | D4:5.2/o'

/** A ballad in G for a voice, guitar, bass, strings and brushes; a second voice joins in. */
export function endSong(samples: number): Stereo {
  const dry = silence(samples)
  GUITAR.forEach((names, bar) => {
    const notes = names
      .split(' ')
      .map((name) => `${name}:.5`)
      .join(' ')
    playPlucked(dry, line(notes, TIME, bar, 0.8), {
      bright: 3600,
      ring: 2.4,
      gain: 0.5,
      pan: -0.35,
      open: true,
    })
  })
  playPlucked(dry, line(BASS, TIME, 0, 0.9), { bright: 800, ring: 2, gain: 0.5 })
  playStrings(dry, line(PADS, TIME, 1, 0.7), { attack: 0.5, release: 0.4, bright: 1900, gain: 0.45 })
  const keys =
    'G3+B3+D4:3.5 -:.5 | A3+D4+F#4:3.5 -:.5 | G3+B3+E4:3.5 -:.5 | G3+B3+E4:3.5 -:.5 | G3+C4+E4:2 F#3+A3+C4:2 | G3+B3+D4+A4:5'
  playElectricPiano(dry, line(keys, TIME, 0, 0.5), { ring: 3.4, gain: 0.26, pan: 0.4 })
  sing(dry, line(VOICE, TIME, 0, 0.9), { gain: 0.68, size: 1.05, vibrato: 0.24, breath: 0.07 })
  sing(dry, line(SECOND, TIME, 0, 0.8), { gain: 0.26, pan: 0.3, size: 1, vibrato: 0.2, breath: 0.08 })
  for (let bar = 1; bar < 5; bar++) {
    const at = (beat: number) => (bar * 4 + beat) * TIME.beat
    for (const beat of [0, 2.5]) strike(dry, 'kick', at(beat), 0.3)
    for (const beat of [1, 3]) strike(dry, 'brush', at(beat), 0.32, 0.15)
    for (let eighth = 0; eighth < 8; eighth++)
      strike(dry, 'shaker', at(eighth / 2), eighth % 2 === 0 ? 0.12 : 0.08, 0.4)
  }
  strike(dry, 'kick', 20 * TIME.beat, 0.3)
  addStereo(dry, reverb(dry, { seconds: 1.9, size: 0.85, dull: 0.4 }), 0, 0.3)
  return dry
}
