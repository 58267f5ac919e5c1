import { mix } from '../ease.ts'
import { SAMPLE_RATE } from '../plan.ts'
import { random } from '../random.ts'
import { resonator, softLowPass } from './filters.ts'
import { hertz, type Note } from './note.ts'
import { saw } from './oscillator.ts'
import { addMono, type Stereo, sampleAt } from './stereo.ts'

/** The first four resonances of a vowel in hertz, and their levels. */
export interface Vowel {
  readonly formants: readonly [number, number, number, number]
  readonly levels: readonly [number, number, number, number]
}

export const VOWELS: Readonly<Record<string, Vowel>> = {
  a: { formants: [780, 1180, 2800, 3600], levels: [1, 0.62, 0.24, 0.14] },
  e: { formants: [460, 1750, 2600, 3500], levels: [1, 0.4, 0.28, 0.14] },
  i: { formants: [340, 2150, 2850, 3600], levels: [1, 0.3, 0.26, 0.14] },
  o: { formants: [470, 860, 2700, 3400], levels: [1, 0.5, 0.12, 0.08] },
  u: { formants: [350, 720, 2500, 3300], levels: [1, 0.3, 0.08, 0.05] },
}

const SHARPNESS = [9, 11, 15, 16] as const

export interface SingerStyle {
  readonly gain: number
  readonly pan?: number
  /** Formants multiplied: above 1 for a smaller, higher voice. */
  readonly size?: number
  readonly vibrato?: number
  readonly breath?: number
}

/** One voice sings a line; notes slide into each other and each begins with a soft consonant. */
export function sing(target: Stereo, notes: readonly Note[], style: SingerStyle): void {
  const first = notes[0]
  const last = notes.at(-1)
  if (first === undefined || last === undefined) return
  const start = first.at
  const length = Math.ceil((last.at + last.length + 0.3 - start) * SAMPLE_RATE)
  const sound = new Float32Array(length)
  const throat = makeThroat(style)
  let index = 0
  for (let i = 0; i < length; i++) {
    const time = start + i / SAMPLE_RATE
    while (index + 1 < notes.length && time >= (notes[index + 1]?.at ?? 0)) index++
    const note = notes[index]
    if (note !== undefined) sound[i] = throat(note, notes[index - 1], time - note.at, i)
  }
  levelOut(sound)
  addMono(target, sound, sampleAt(start), style.gain, style.pan ?? 0)
}

/** Holds back notes that happen to sit on a resonance, as a singer would. */
function levelOut(sound: Float32Array): void {
  const threshold = 0.16
  let level = 0
  for (let i = 0; i < sound.length; i++) {
    const now = Math.abs(sound[i] as number)
    level += (now - level) * (now > level ? 0.003 : 0.0002)
    if (level > threshold) sound[i] = (sound[i] as number) * (threshold / level) ** 0.7
  }
}

type Throat = (note: Note, before: Note | undefined, time: number, index: number) => number

function makeThroat(style: SingerStyle): Throat {
  const wave = saw()
  const tilt = softLowPass(1400)
  const chance = random(911)
  const resonators = SHARPNESS.map((sharpness) => resonator(500, sharpness))
  const levels = [0, 0, 0, 0]
  const size = style.size ?? 1
  return (note, before, time, index) => {
    const slide = before === undefined ? -1 : Math.max(-3, Math.min(3, before.pitch - note.pitch))
    const waver =
      (style.vibrato ?? 0.28) *
      Math.min(1, Math.max(0, time - 0.22) / 0.35) *
      Math.sin(2 * Math.PI * 5.6 * time)
    const pitch = hertz(note.pitch + waver + slide * Math.exp(-time * 38))
    const strength = syllable(time, note.length) * note.loud
    const air = (chance() * 2 - 1) * (style.breath ?? 0.05)
    const source = tilt(wave(pitch)) * strength + air * strength
    if (index % 48 === 0) tuneMouth(resonators, levels, note, before, time, size)
    let sum = 0
    resonators.forEach((filter, order) => {
      filter.feed(source)
      sum += filter.band * (levels[order] as number)
    })
    return sum
  }
}

/** Loudness of a sung syllable: a soft start, a swell, and a breath before the next. */
function syllable(time: number, length: number): number {
  const attack = Math.min(1, time / 0.045)
  const release = Math.min(1, Math.max(0, (length * 0.96 + 0.04 - time) / 0.08))
  return attack * attack * release * (0.82 + 0.18 * Math.min(1, time / 0.3))
}

/** Moves the resonances from the vowel before to this one within a tenth of a second. */
function tuneMouth(
  resonators: readonly ReturnType<typeof resonator>[],
  levels: number[],
  note: Note,
  before: Note | undefined,
  time: number,
  size: number,
): void {
  const to = VOWELS[note.vowel ?? 'a']
  const from = VOWELS[before?.vowel ?? 'u']
  if (to === undefined || from === undefined) return
  const t = Math.min(1, time / 0.09)
  resonators.forEach((filter, order) => {
    const frequency = mix(from.formants[order] as number, to.formants[order] as number, t) * size
    filter.tune(frequency, SHARPNESS[order] ?? 10)
    levels[order] = mix(from.levels[order] as number, to.levels[order] as number, t) * (3 + order)
  })
}
