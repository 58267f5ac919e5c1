import { addStereo, type Stereo } from '../synth/stereo.ts'
import { ambienceTrack } from './ambienceTrack.ts'
import { musicTrack } from './musicTrack.ts'
import { talkTrack } from './talkTrack.ts'

/** Full scale of the loudest sample in the film. */
const CEILING = 0.84

/** The mix of the film, and the same without music. */
export interface FilmSound {
  readonly mix: Stereo
  readonly withoutMusic: Stereo
}

/** Renders the sound of the whole film. */
export function filmSound(): FilmSound {
  const withoutMusic = talkTrack()
  addStereo(withoutMusic, ambienceTrack(), 0)
  const mix: Stereo = { left: withoutMusic.left.slice(), right: withoutMusic.right.slice() }
  addStereo(mix, musicTrack(), 0)
  for (const channel of [mix.left, mix.right]) limit(channel)
  return { mix, withoutMusic }
}

/** Leaves quiet sound as it is and bends peaks so that none passes the ceiling. */
function limit(channel: Float32Array): void {
  const knee = CEILING * 0.6
  const room = CEILING - knee
  for (let i = 0; i < channel.length; i++) {
    const value = channel[i] as number
    const over = Math.abs(value) - knee
    if (over > 0) channel[i] = Math.sign(value) * (knee + room * Math.tanh(over / room))
  }
}
