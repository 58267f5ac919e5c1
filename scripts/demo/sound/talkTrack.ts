import { mix } from '../ease.ts'
import { FRAME_COUNT, FRAMES_PER_SECOND, SAMPLE_RATE, SAMPLES_PER_FRAME, TALKS, type Talk } from '../plan.ts'
import { type Random, random } from '../random.ts'
import { bandPass, resonator, softLowPass } from '../synth/filters.ts'
import { saw } from '../synth/oscillator.ts'
import { VOWELS } from '../synth/singer.ts'
import { addMono, type Stereo, silence } from '../synth/stereo.ts'

/** A speaker: the middle pitch in hertz, the size of the throat (1 = grown man), and where they sit. */
interface Speaker {
  readonly pitch: number
  readonly size: number
  readonly pan: number
}

const SPEAKERS: Readonly<Record<Talk['voice'], Speaker>> = {
  low: { pitch: 108, size: 0.96, pan: -0.12 },
  high: { pitch: 188, size: 1.15, pan: 0.12 },
}

/** One syllable: seconds from the start of the sentence, its vowel, the pitch, and a hiss before it or none. */
export interface Syllable {
  readonly at: number
  readonly length: number
  readonly vowel: string
  readonly pitch: number
  readonly loud: number
  readonly hiss: number
}

/** The dialogue of the film: sentences without words, with the rhythm and resonances of speech. */
export function talkTrack(): Stereo {
  const track = silence(FRAME_COUNT * SAMPLES_PER_FRAME)
  TALKS.forEach((talk, index) => {
    const speaker = SPEAKERS[talk.voice]
    const seconds = (talk.out - talk.in) / FRAMES_PER_SECOND
    const sound = speech(sentence(seconds, speaker.pitch, random(300 + index)), seconds, speaker.size, index)
    addMono(track, sound, talk.in * SAMPLES_PER_FRAME, 0.3, speaker.pan)
  })
  return track
}

/** Syllables of uneven length whose pitch falls over the sentence, with a short stop now and then. */
export function sentence(seconds: number, pitch: number, chance: Random): Syllable[] {
  const syllables: Syllable[] = []
  const vowels = Object.keys(VOWELS)
  let at = 0.02
  while (at < seconds - 0.16) {
    const stressed = chance() < 0.4
    const length = Math.min(seconds - 0.03 - at, mix(0.11, 0.2, chance()) + (stressed ? 0.06 : 0))
    const falling = mix(1.14, 0.84, at / seconds)
    syllables.push({
      at,
      length,
      vowel: vowels[Math.floor(chance() * vowels.length)] ?? 'a',
      pitch: pitch * falling * mix(0.93, 1.08, chance()) * (stressed ? 1.12 : 1),
      loud: (stressed ? 1 : 0.68) * mix(0.8, 1, chance()),
      hiss: chance() < 0.42 ? mix(0.05, 0.22, chance()) : 0,
    })
    at += length + (chance() < 0.16 ? mix(0.09, 0.2, chance()) : 0.015)
  }
  return syllables
}

/** Speaks the syllables into one channel. */
export function speech(
  syllables: readonly Syllable[],
  seconds: number,
  size: number,
  seed: number,
): Float32Array {
  const made = new Float32Array(Math.round(seconds * SAMPLE_RATE))
  const chance = random(seed + 70)
  const wave = saw()
  const tilt = softLowPass(900)
  const mouth = [7, 9, 12].map((sharpness) => ({ sharpness, filter: resonator(500, sharpness) }))
  const hiss = bandPass(5200, 1.3)
  const shape: [number, number, number] = [500, 1200, 2600]
  let index = 0
  let strength = 0
  for (let i = 0; i < made.length; i++) {
    const time = i / SAMPLE_RATE
    while (index + 1 < syllables.length && time >= (syllables[index + 1]?.at ?? 0)) index++
    const now = syllables[index]
    if (now === undefined) break
    const within = time - now.at
    const open =
      within >= 0 && within < now.length ? Math.sin(Math.PI * Math.min(1, within / now.length)) ** 0.6 : 0
    strength += (open * now.loud - strength) * 0.004
    if (i % 48 === 0) moveMouth(mouth, shape, now.vowel, size)
    const source = tilt(wave(now.pitch * (1 - 0.06 * (within / now.length)))) + (chance() - 0.5) * 0.06
    let sum = 0
    mouth.forEach(({ filter }, order) => {
      filter.feed(source * strength)
      sum += filter.band * ([3, 2.4, 1.4][order] ?? 1)
    })
    const rush = now.hiss * Math.exp(-((within - 0.02) ** 2) / 0.0006)
    made[i] = sum + hiss((chance() - 0.5) * rush * 3)
  }
  return made
}

function moveMouth(
  mouth: readonly { readonly sharpness: number; readonly filter: ReturnType<typeof resonator> }[],
  shape: [number, number, number],
  vowel: string,
  size: number,
): void {
  const target = VOWELS[vowel]?.formants
  if (target === undefined) return
  mouth.forEach(({ sharpness, filter }, order) => {
    const next = mix(shape[order] as number, (target[order] as number) * size, 0.05)
    shape[order] = next
    filter.tune(next, sharpness)
  })
}
