import { SAMPLE_RATE } from '../plan.ts'
import type { FilmKind, KindRecipe, KindSound } from './filmKind.ts'

const LOUD = 0.25
/** Under clicks, so that they stand out. */
const SOFT = 0.03
const CLICK_SAMPLES = SAMPLE_RATE / 1000

/** Seconds of sound in a kind of file: as long as its picture, or one second. */
export function soundSeconds({ picture, ...kind }: FilmKind & Pick<KindRecipe, 'ticks'>): number {
  if (!picture) return 1
  const ticks = kind.ticks?.(picture.frames) ?? picture.frames
  return (ticks * picture.rate.den) / picture.rate.num
}

/** The samples of a stream, channels in turn: one steady tone a channel, and the clicks of the film. */
export function toneSamples(kind: KindRecipe, { tones }: KindSound): Float32Array {
  const length = Math.round(soundSeconds(kind) * SAMPLE_RATE)
  const samples = new Float32Array(length * tones.length)
  const level = kind.clicks ? SOFT : LOUD
  for (const [channel, hertz] of tones.entries()) {
    for (let i = 0; i < length; i++) {
      samples[i * tones.length + channel] = level * Math.sin((2 * Math.PI * hertz * i) / SAMPLE_RATE)
    }
  }
  for (const frame of kind.clicks?.frames ?? []) addClick(samples, tones.length, clickSample(kind, frame))
  return samples
}

function clickSample({ picture }: KindRecipe, frame: number): number {
  return picture ? Math.round((frame * picture.rate.den * SAMPLE_RATE) / picture.rate.num) : 0
}

function addClick(samples: Float32Array, channels: number, from: number): void {
  for (let i = 0; i < CLICK_SAMPLES * channels; i++) {
    samples[from * channels + i] = Math.floor(i / channels) % 12 < 6 ? 0.8 : -0.8
  }
}
