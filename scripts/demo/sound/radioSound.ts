import { mix } from '../ease.ts'
import { random } from '../random.ts'
import { highPass, lowPass } from '../synth/filters.ts'
import type { Stereo } from '../synth/stereo.ts'

/** How a small loudspeaker sounds: the band it passes in hertz, and its noise. */
export interface RadioStyle {
  readonly low: number
  readonly high: number
  readonly crackle: number
}

/** Plays sound through a radio, in place; `share` (1 = all radio, 0 = untouched) depends on the sample. */
export function throughRadio(sound: Stereo, style: RadioStyle, share: (sample: number) => number): void {
  const filters = [highPass(style.low), highPass(style.low), lowPass(style.high), lowPass(style.high)]
  const noise = crackle(style.crackle)
  for (let i = 0; i < sound.left.length; i++) {
    const left = sound.left[i] as number
    const right = sound.right[i] as number
    let thin = Math.tanh((left + right) * 1.1) * 0.62 + noise()
    for (const filter of filters) thin = filter(thin)
    const part = share(i)
    sound.left[i] = mix(left, thin, part)
    sound.right[i] = mix(right, thin, part)
  }
}

/** Hiss with pops that die within a millisecond or two. */
function crackle(gain: number): () => number {
  const chance = random(1947)
  let pop = 0
  return () => {
    if (chance() < 0.00035) pop = (chance() - 0.5) * (2 + 6 * chance() ** 4)
    pop *= 0.97
    return gain * (0.1 * (chance() - 0.5) + pop * 0.5)
  }
}
