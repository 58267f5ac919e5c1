import { strike } from '../synth/drums.ts'
import { playElectricPiano } from '../synth/keys.ts'
import { line, type Tempo } from '../synth/note.ts'
import { playPlucked } from '../synth/pluck.ts'
import { reverb } from '../synth/reverb.ts'
import { sing } from '../synth/singer.ts'
import { addStereo, type Stereo, silence } from '../synth/stereo.ts'
import { playStrings } from '../synth/strings.ts'
import { playBrass } from '../synth/winds.ts'

/** 120 beats a minute: a beat is twelve frames. */
const TIME: Tempo = { beat: 0.5, perBar: 4 }
const SWING = 0.03

const BASS = [
  'G2:.75 G2:.25 B2:.5 D3:.5 E3:.5 D3:.5 B2:.5 A2:.5',
  'G2:.75 G2:.25 B2:.5 D3:.5 F3:.5 E3:.5 D3:.5 B2:.5',
  'G2:.75 G2:.25 B2:.5 D3:.5 E3:.5 D3:.5 B2:.5 G2:.5',
  'E2:.75 E2:.25 G2:.5 B2:.5 D3:.5 B2:.5 G2:.5 E2:.5',
  'C3:.75 C3:.25 E3:.5 G3:.5 A3:.5 G3:.5 E3:.5 C3:.5',
  'D3:.75 D3:.25 F#3:.5 A3:.5 C4:.5 A3:.5 F#3:.5 D3:.5',
  'G2:.75 G2:.25 B2:.5 D3:.5 B2:.75 B2:.25 D3:.5 B2:.5',
  'C3:.75 C3:.25 E3:.5 C3:.5 D3:.5 D3:.5 E3:.5 F#3:.5',
  'G2:.75 G2:.25 B2:.5 D3:.5',
] as const

const CHORDS = [
  'B3+D4+G4',
  'B3+F4+G4',
  'B3+D4+G4',
  'B3+D4+G4',
  'C4+E4+G4',
  'C4+D4+F#4',
  'B3+D4+G4',
  'C4+E4+A4',
  'B3+D4+G4',
] as const

const RIFF = 'G4:.5 B4:.5 D5:.5 E5:.75 D5:.25 B4:.5 A4:.5 G4:.5'

const HORNS =
  '-:3 G4+B4+D5:.25 -:.25 G4+B4+D5:.5 | -:4 | -:2.5 B4+D5+G5:.5 -:.5 B4+D5+G5:.5 | -:4 | ' +
  '-:1.5 C5+E5+G5:.25 -:1.25 C5+E5+G5:.5 -:.5 | -:1 D5+F#5+A5:.75 -:.25 D5+F#5+C6:1.5 -:.5 | ' +
  '-:2.5 B4+D5+G5:.5 -:.5 B4+D5+G5:.5 | C5+E5+A5:.5 -:.5 C5+E5+A5:.5 -:.5 D5+F#5+A5:.5 D5+F#5+A5:.5 D5+G5+B5:.5 D5+F#5+C6:.5 | B4+D5+G5:1'

const LEAD =
  '-:3 D4:.5/e D4:.5/i | G4:.5/u G4:.5/i A4:.5/a B4:1/a -:.5 D5:.5/a B4:.5/i | B4:.5/e A4:.5/i G4:1.5/a -:.5 E4:.5/u G4:.5/i | ' +
  'A4:.5/a G4:.5/o E4:1/u -:.5 G4:.5/a A4:.5/i C5:.5/a | B4:.5/e A4:1.5/a -:1 D5:.5/u D5:.5/i | ' +
  'D5:1/a B4:.5/a D5:.5/i E5:1/a D5:.5/e B4:.5/i | C5:.5/o B4:.5/a A4:.5/i G4:.5/a A4:.5/e B4:.5/i A4:1/a | G4:1.3/a'

/** A soul number in G: drums, bass, guitar, horns, two backing voices and a lead. */
export function soulGroove(samples: number): Stereo {
  const band = silence(samples)
  playDrums(band)
  BASS.forEach((bar, index) => {
    playPlucked(band, line(bar, TIME, index, 0.95), { bright: 1300, ring: 1.1, gain: 0.9 })
    const chord = CHORDS[index] ?? 'G4'
    playElectricPiano(band, line(`-:1.5 ${chord}:.4 -:1.1 ${chord}:.8`, TIME, index, 0.7), {
      ring: 1.6,
      gain: 0.26,
      pan: 0.35,
    })
    const chop = `-:1 ${chord}:.25 -:1.75 ${chord}:.25`
    playPlucked(band, line(chop, TIME, index, 0.8), { bright: 5200, ring: 0.35, gain: 0.24, pan: -0.5 })
    if (index < 2 || index === 6)
      playPlucked(band, line(RIFF, TIME, index, 0.85), { bright: 3800, ring: 0.9, gain: 0.42, pan: -0.3 })
  })
  playBrass(band, line(HORNS, TIME, 0, 0.9), { gain: 0.36, pan: 0.3 })
  playStrings(
    band,
    line('D5+G5:4 | E5+G5:4 | E5+A5:4 | F#5+A5:4 | G5+B5:4 | E5+C6:2 F#5+D6:2', TIME, 2, 0.5),
    { attack: 0.12, release: 0.2, bright: 3000, gain: 0.5 },
  )
  sing(band, line(LEAD, TIME, 1, 0.95), { gain: 0.7, size: 1.08, vibrato: 0.32 })
  playBackingVoices(band)
  addStereo(band, reverb(band, { seconds: 1, size: 0.5, dull: 0.45 }), 0, 0.16)
  return band
}

function playDrums(target: Stereo): void {
  for (let bar = 0; bar < 9; bar++) {
    const start = bar * 4 * TIME.beat
    const at = (beat: number) => start + beat * TIME.beat
    for (const beat of [0, 1.5, 2, 2.75])
      strike(target, 'kick', at(beat), beat === 1.5 || beat === 2.75 ? 0.4 : 0.62)
    for (const beat of [1, 3]) {
      strike(target, 'snare', at(beat), 0.42)
      strike(target, 'tambourine', at(beat), 0.3, 0.3)
    }
    for (let eighth = 0; eighth < 8; eighth++) {
      const late = eighth % 2 === 1 ? SWING : 0
      strike(target, 'hat', at(eighth / 2) + late, eighth % 2 === 0 ? 0.22 : 0.15, -0.25)
      strike(target, 'shaker', at(eighth / 2 + 0.25) + late / 2, 0.07, 0.45)
    }
    if (bar % 4 === 3)
      for (const beat of [3.25, 3.5, 3.75]) strike(target, 'snare', at(beat), 0.2 + 0.06 * beat - 0.12)
  }
}

function playBackingVoices(target: Stereo): void {
  const lines = [
    '-:2 B4:.5/u D5:1/a -:.5 | -:2 B4:.5/u D5:1/a -:.5 | -:2 C5:.5/u E5:1/a -:.5 | -:2 A4:.5/u C5:1/a -:.5 | B4:3/u -:1 | C5:2/u D5:2/a',
    '-:2 G4:.5/u B4:1/a -:.5 | -:2 G4:.5/u B4:1/a -:.5 | -:2 G4:.5/u C5:1/a -:.5 | -:2 F#4:.5/u A4:1/a -:.5 | G4:3/u -:1 | A4:2/u A4:2/a',
  ]
  lines.forEach((text, voice) => {
    sing(target, line(text, TIME, 2, 0.8), {
      gain: 0.1,
      pan: voice === 0 ? 0.6 : -0.6,
      size: 1.14,
      breath: 0.08,
    })
  })
}
