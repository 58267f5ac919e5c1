import { random } from '../random.ts'
import { strike } from '../synth/drums.ts'
import { bandPass, highPass, through } from '../synth/filters.ts'
import { playBells } from '../synth/keys.ts'
import { line, type Note, type Tempo } from '../synth/note.ts'
import { samples as channel } from '../synth/oscillator.ts'
import { playPlucked } from '../synth/pluck.ts'
import { reverb } from '../synth/reverb.ts'
import { sing } from '../synth/singer.ts'
import { addMono, addStereo, type Stereo, sampleAt, silence } from '../synth/stereo.ts'
import { playStrings } from '../synth/strings.ts'
import { playHorn } from '../synth/winds.ts'

/** Six bars of four in the length of the cue. */
const BAR = 441 / 24 / 6
const TIME: Tempo = { beat: BAR / 4, perBar: 4 }

const PADS = [
  'D3+A3+D4+F4+E4:4.1',
  'Bb2+F3+D4+A4:4.1',
  'G2+D3+Bb3+F4+A4:4.1',
  'A2+E3+A3+D4:2 A2+E3+A3+C#4+G4:2.1',
  'Bb2+F3+Bb3+D4:2 C3+G3+C4+E4:2.1',
  'D2+D3+A3+E4+F#4:3.6',
] as const

const HARP = [
  'D3 A3 D4 F4 A4 F4 D4 A3',
  'Bb2 F3 D4 F4 A4 F4 D4 F3',
  'G2 D3 Bb3 D4 F4 D4 Bb3 D3',
  'A2 E3 A3 D4 A2 E3 C#4 G4',
  'Bb2 F3 Bb3 D4 C3 G3 C4 E4',
  'D3 A3 D4 E4 F#4 A4 D5 F#5',
] as const

const THEME =
  'A4:2 D5:1.5 E5:.5 | F5:2 E5:1 D5:1 | D5:1.5 C5:.5 Bb4:1 A4:1 | A4:2 C#5:1 E5:1 | F5:1.5 G5:.5 E5:2 | F#5:3.5'

/** The film's theme in D minor, ending in major: horn, strings, harp, voices and drums. */
export function mainTitle(samples: number): Stereo {
  const dry = silence(samples)
  PADS.forEach((pad, bar) => {
    const attack = bar === 0 ? 0.5 : 0.35
    playStrings(dry, line(pad, TIME, bar, 0.62 + bar * 0.06), {
      attack,
      release: 0.9,
      bright: 1500 + bar * 160,
      gain: 0.75,
    })
  })
  HARP.forEach((names, bar) => {
    const notes = names
      .split(' ')
      .map((name) => `${name}:.5`)
      .join(' ')
    playPlucked(dry, line(notes, TIME, bar, 0.7), {
      bright: 4200,
      ring: 2.6,
      gain: 0.42,
      pan: 0.4,
      open: true,
    })
  })
  const theme = line(THEME, TIME, 0, 0.85)
  playHorn(
    dry,
    theme.map((note) => moved(note, -12)),
    { gain: 0.72, pan: -0.3 },
  )
  playStrings(
    dry,
    theme.filter((note) => note.at >= 2 * BAR - 0.01),
    { attack: 0.09, release: 0.4, bright: 3300, gain: 1.35, wide: 0.4 },
  )
  playBells(
    dry,
    theme.filter((note) => note.length > TIME.beat).map((note) => moved(note, 12)),
    { ring: 2.4, gain: 0.14, pan: 0.2 },
  )
  playVoices(dry)
  for (const [bar, gain] of [0.5, 0.3, 0.36, 0, 0.5, 0.7].entries())
    strike(dry, 'timpani', bar * BAR, gain * 0.8, 0.2)
  for (const roll of [1, 1.5, 2, 2.5, 3, 3.5])
    strike(dry, 'timpani', 4 * BAR + roll * TIME.beat, 0.12 + roll * 0.05, 0.2)
  addCymbal(dry, 3 * BAR + BAR / 2, 4 * BAR, 0.09)
  addCymbal(dry, 4 * BAR + BAR / 2, 5 * BAR, 0.13)
  addStereo(dry, reverb(dry, { seconds: 2.8, size: 1.1, dull: 0.4 }), 0, 0.42)
  return dry
}

function moved(note: Note, semitones: number): Note {
  return { ...note, pitch: note.pitch + semitones }
}

/** A small choir on "ooh" from the third bar, opening to "ah" at the end. */
function playVoices(target: Stereo): void {
  const lines = [
    'D5:4/u | C#5:2/u E5:2/u | D5:2/o E5:2/o | F#5:3/a',
    'Bb4:4/u | A4:2/u A4:2/u | Bb4:2/o C5:2/o | D5:3/a',
    'F4:4/u | E4:2/u G4:2/u | F4:2/o G4:2/o | A4:3/a',
  ]
  lines.forEach((text, voice) => {
    sing(target, line(text, TIME, 2, 0.8), {
      gain: 0.13,
      pan: (voice - 1) * 0.6,
      size: 1.12 - voice * 0.05,
      breath: 0.09,
    })
  })
}

/** A cymbal swelling from one moment to the next and ringing on. */
function addCymbal(target: Stereo, from: number, to: number, gain: number): void {
  const chance = random(404)
  const noise = channel(to - from + 2, (time) => {
    const rise = Math.min(1, time / (to - from)) ** 3
    const fall =
      time > to - from ? Math.exp(-(time - (to - from)) * 2.4) * Math.min(1, (to - from + 2 - time) / 0.3) : 1
    return (chance() * 2 - 1) * rise * fall
  })
  addMono(target, through(noise, highPass(3600), bandPass(6800, 0.6)), sampleAt(from), gain, -0.2)
}
