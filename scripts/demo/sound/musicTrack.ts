import { mix, ramp } from '../ease.ts'
import { endSong } from '../music/endSong.ts'
import { logoSting } from '../music/logoSting.ts'
import { mainTitle } from '../music/mainTitle.ts'
import { radioWaltz } from '../music/radioWaltz.ts'
import { reprise } from '../music/reprise.ts'
import { soulGroove } from '../music/soulGroove.ts'
import { tensionBed } from '../music/tensionBed.ts'
import { CUES, FRAME_COUNT, type Piece, type PlannedCue, SAMPLES_PER_FRAME, TALKS } from '../plan.ts'
import { softLowPass } from '../synth/filters.ts'
import { reverb } from '../synth/reverb.ts'
import { addStereo, type Stereo, shape, silence } from '../synth/stereo.ts'
import { throughRadio } from './radioSound.ts'

const PIECES: Readonly<Record<Piece, (samples: number) => Stereo>> = {
  logo: logoSting,
  mainTitle,
  waltz: radioWaltz,
  groove: soulGroove,
  tension: tensionBed,
  reprise,
  endSong,
}

/** The level of each piece: root mean square of its whole length, in decibels below full scale. */
const LEVELS: Readonly<Record<Piece, number>> = {
  logo: -21,
  mainTitle: -20,
  waltz: -23,
  groove: -19,
  tension: -21.5,
  reprise: -21.5,
  endSong: -20,
}

/** Under talk: score is held down a good deal, music in the room a little. */
const UNDER_TALK = { nonDiegetic: 0.36, diegetic: 0.62, transDiegetic: 0.62 } as const

/** Length of the fade that ends each cue, in samples; it reaches silence on the out frame. */
const LAST_FADE = 1200

/** The film's music alone: silent outside the cues of the plan. */
export function musicTrack(): Stereo {
  const track = silence(FRAME_COUNT * SAMPLES_PER_FRAME)
  for (const cue of CUES) addStereo(track, cueSound(cue), cue.in * SAMPLES_PER_FRAME)
  return track
}

function cueSound(cue: PlannedCue): Stereo {
  const length = (cue.out - cue.in) * SAMPLES_PER_FRAME
  const sound = PIECES[cue.piece](length)
  if (cue.piece === 'waltz') playInBar(sound)
  if (cue.piece === 'groove') playInCar(sound, cue)
  setLevel(sound, LEVELS[cue.piece])
  const bed = UNDER_TALK[cue.diegesis]
  shape(sound, (sample) => {
    const frame = cue.in + sample / SAMPLES_PER_FRAME
    return mix(1, bed, talkAt(frame)) * Math.min(1, (length - sample) / LAST_FADE)
  })
  return sound
}

/** 1 while somebody talks, with a short slope before and a longer one after. */
function talkAt(frame: number): number {
  return Math.max(
    ...TALKS.map((talk) => ramp(talk.in - 7, talk.in, frame) * ramp(talk.out + 14, talk.out, frame)),
  )
}

/** A set across the room: first muffled as from outside the door, then clear but small. */
function playInBar(sound: Stereo): void {
  throughRadio(sound, { low: 330, high: 3300, crackle: 0.16 }, () => 1)
  const door = softLowPass(520)
  const doorRight = softLowPass(520)
  for (let i = 0; i < 12 * SAMPLES_PER_FRAME; i++) {
    sound.left[i] = 1.5 * door(sound.left[i] as number)
    sound.right[i] = 1.5 * doorRight(sound.right[i] as number)
  }
  addStereo(sound, reverb(sound, { seconds: 0.7, size: 0.4, dull: 0.5 }), 0, 0.16)
}

/** From the dashboard first; full and wide from the frame on which the song leaves the radio. */
function playInCar(sound: Stereo, cue: PlannedCue): void {
  const leaves = ((cue.radioOut ?? cue.out) - cue.in) * SAMPLES_PER_FRAME
  throughRadio(sound, { low: 260, high: 4200, crackle: 0.05 }, (sample) =>
    ramp(leaves + 1200, leaves, sample),
  )
  shape(sound, (sample) => (sample < leaves ? 0.75 : 1))
}

function setLevel(sound: Stereo, decibels: number): void {
  let power = 0
  for (let i = 0; i < sound.left.length; i++) {
    power += ((sound.left[i] as number) ** 2 + (sound.right[i] as number) ** 2) / 2
  }
  const gain = 10 ** (decibels / 20) / Math.sqrt(power / sound.left.length + 1e-12)
  shape(sound, () => gain)
}
