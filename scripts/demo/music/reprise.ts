import { playElectricPiano } from '../synth/keys.ts'
import { line, type Tempo } from '../synth/note.ts'
import { playPlucked } from '../synth/pluck.ts'
import { reverb } from '../synth/reverb.ts'
import { addStereo, type Stereo, silence } from '../synth/stereo.ts'
import { playStrings } from '../synth/strings.ts'

/** Four bars of four in the length of the cue. */
const BAR = 268 / 24 / 4
const TIME: Tempo = { beat: BAR / 4, perBar: 4 }

const PADS = [
  'D3+A3+E4+F#4:4.1',
  'B2+F#3+A3+D4:4.1',
  'G2+D3+B3+F#4+A4:4.1',
  'A2+E3+G3+D4:2 D3+A3+C4+F#4:1.9',
] as const
const HARP = [
  'D3 A3 D4 F#4 A4 F#4 D4 A3',
  'B2 F#3 B3 D4 F#4 D4 B3 F#3',
  'G2 D3 B3 D4 F#4 D4 B3 D3',
  'A2 E3 A3 D4 D3 A3 C4 F#4',
] as const
const THEME = 'A4:2 D5:1.5 E5:.5 | F#5:2 E5:1 D5:1 | D5:1.5 C#5:.5 B4:1 A4:1 | A4:2 F#4:1.5'

/** The theme in the major, small: electric piano, strings and a harp. */
export function reprise(samples: number): Stereo {
  const dry = silence(samples)
  PADS.forEach((pad, bar) => {
    playStrings(dry, line(pad, TIME, bar, 0.7), {
      attack: bar === 0 ? 0.25 : 0.4,
      release: 0.6,
      bright: 1300,
      gain: 0.5,
    })
  })
  HARP.forEach((names, bar) => {
    const notes = names
      .split(' ')
      .map((name) => `${name}:.5`)
      .join(' ')
    playPlucked(dry, line(notes, TIME, bar, 0.7), {
      bright: 2600,
      ring: 2.2,
      gain: 0.26,
      pan: 0.35,
      open: true,
    })
  })
  playElectricPiano(dry, line(THEME, TIME, 0, 0.75), { ring: 3.4, gain: 0.9, pan: -0.15 })
  playElectricPiano(dry, line('D3+A3:4 | B2+F#3:4 | G2+D3:4 | A2+G3:2 D3+C4:1.8', TIME, 0, 0.5), {
    ring: 3,
    gain: 0.4,
  })
  addStereo(dry, reverb(dry, { seconds: 2.2, size: 0.9, dull: 0.45 }), 0, 0.36)
  return dry
}
