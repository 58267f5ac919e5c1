import { softLowPass } from './filters.ts'
import { hertz, type Note } from './note.ts'
import { bow, samples, saw } from './oscillator.ts'
import { addMono, type Stereo, sampleAt } from './stereo.ts'

/** How a section of bowed strings plays; seconds and hertz. */
export interface StringStyle {
  readonly attack: number
  readonly release: number
  readonly bright: number
  readonly gain: number
  /** How far apart the players sit, 0 to 1. */
  readonly wide?: number
  readonly vibrato?: number
}

const PLAYERS = [-0.9, -0.35, 0.3, 0.85] as const

/** Four players a few cents apart. */
export function playStrings(target: Stereo, notes: readonly Note[], style: StringStyle): void {
  for (const note of notes) {
    PLAYERS.forEach((seat, player) => {
      const sound = playerSound(note, style, seat, player)
      addMono(target, sound, sampleAt(note.at), note.loud * style.gain * 0.11, seat * (style.wide ?? 0.7))
    })
  }
}

function playerSound(note: Note, style: StringStyle, seat: number, player: number): Float32Array {
  const wave = saw((player * 0.37 + note.pitch * 0.13) % 1)
  const smooth = softLowPass(style.bright)
  const smoother = softLowPass(style.bright * 1.7)
  const pitch = note.pitch + seat * 0.055
  const depth = style.vibrato ?? 0.06
  const pace = 4.9 + player * 0.27
  return samples(note.length + style.release, (time) => {
    const waver = depth * Math.min(1, time / 0.6) * Math.sin(2 * Math.PI * pace * time + player)
    const sound = wave(hertz(pitch + waver))
    return smoother(smooth(sound)) * bow(time, note.length, style.attack, style.release)
  })
}
