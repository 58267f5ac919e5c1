import { SAMPLE_RATE } from '../plan.ts'
import { random } from '../random.ts'
import { softLowPass } from './filters.ts'
import { hertz, type Note } from './note.ts'
import { addMono, type Stereo, sampleAt } from './stereo.ts'

/** A plucked string: how bright the pluck is (hertz), how long it rings (seconds), and how it is muted. */
export interface PluckStyle {
  readonly bright: number
  readonly ring: number
  readonly gain: number
  readonly pan?: number
  /** Rings on after the note's length if true, as a harp does. */
  readonly open?: boolean
}

/** Karplus and Strong's string: a burst of noise going round a delay that loses its highs. */
export function playPlucked(target: Stereo, notes: readonly Note[], style: PluckStyle): void {
  notes.forEach((note, index) => {
    const sound = pluck(note, style, index)
    addMono(target, sound, sampleAt(note.at), note.loud * style.gain, style.pan ?? 0)
  })
}

function pluck(note: Note, style: PluckStyle, seed: number): Float32Array {
  const period = SAMPLE_RATE / hertz(note.pitch)
  const length = Math.floor(period - 0.5)
  const part = period - 0.5 - length
  const tuning = (1 - part) / (1 + part)
  const string = burst(length, style.bright, seed + note.pitch * 7)
  const sounding = style.open ? style.ring : Math.min(style.ring, note.length + 0.08)
  const made = new Float32Array(Math.ceil(sounding * SAMPLE_RATE))
  const loss = 10 ** ((-3 * period) / (style.ring * SAMPLE_RATE))
  let last = 0
  let tunedIn = 0
  let tunedOut = 0
  for (let i = 0; i < made.length; i++) {
    const now = string[i % length] as number
    const dulled = (now + last) * 0.5 * loss
    last = now
    tunedOut = tuning * (dulled - tunedOut) + tunedIn
    tunedIn = dulled
    string[i % length] = tunedOut
    const left = (made.length - i) / SAMPLE_RATE
    made[i] = now * Math.min(1, left / 0.06)
  }
  return made
}

function burst(length: number, bright: number, seed: number): Float32Array {
  const chance = random(seed * 2654435 + 17)
  const soften = softLowPass(bright)
  const string = new Float32Array(length)
  for (let i = 0; i < length * 2; i++) string[i % length] = soften(chance() * 2 - 1)
  let mean = 0
  for (const value of string) mean += value / length
  let power = 0
  for (let i = 0; i < length; i++) {
    string[i] = (string[i] as number) - mean
    power += ((string[i] as number) * (string[i] as number)) / length
  }
  const scale = 0.35 / Math.sqrt(power + 1e-9)
  for (let i = 0; i < length; i++) string[i] = (string[i] as number) * scale
  return string
}
