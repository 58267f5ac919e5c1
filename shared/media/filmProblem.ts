import type { Problem } from '../result.ts'
import { rateName } from '../time/frameRate.ts'
import type { FilmFacts } from './filmFacts.ts'
import { type Abilities, type FilmPlan, soundFate, steadyRate } from './filmPlan.ts'

const playable = 'H.264, VP9, VP8 or AV1 in MP4, MOV, MKV or WebM'
const wayOut =
  'Export an H.264 MP4 of the cut with the same timecode, choose your ffmpeg in the settings so that a proxy can be made, or attach a proxy of your own.'

/** What cannot be had of a film on this machine, in words; null when it opens whole, as it is or once it is prepared. */
export function filmProblem(
  facts: FilmFacts,
  name: string,
  plan: FilmPlan,
  abilities: Abilities,
): Problem | null {
  const { picture, sounds, container } = facts
  if (facts.hasBrokenIndex && plan.remedies.length === 0) return brokenIndex(name)
  if (picture?.isVariableRate && plan.picture === 'missing') return variableRate(facts, name)
  if (picture && plan.picture === 'missing') {
    const isSoundThere = plan.sound === 'plays' || plan.sound === 'decoded'
    const what =
      plan.sound === 'missing'
        ? `Neither the picture nor the sound of ${name} can be played: they are ${picture.codecName} and ${sounds[0]?.codecName} in ${container}.`
        : `The picture of ${name} cannot be shown: it is ${picture.codecName} in ${container}.`
    return {
      message: what,
      expected: playable,
      found: `${picture.codecName} in ${container}`,
      remedy: `${isSoundThere ? 'The sound plays and can be marked. For the picture: ' : ''}${isSoundThere ? wayOut.charAt(0).toLowerCase() + wayOut.slice(1) : wayOut}`,
    }
  }
  const silent = sounds.filter((sound) => soundFate(sound, facts, abilities) === 'missing')
  if (plan.sound === 'missing') return silence(facts, name)
  if (silent.length > 0 && plan.remedies[0] !== 'proxy') return someSilence(name, silent)
  return null
}

/** The Problem for a film of which a half is there only once the user has let a copy be made. */
export function waitsForCopy(facts: FilmFacts, name: string, { remedies }: FilmPlan): Problem {
  const { picture, sounds, container } = facts
  if (facts.hasBrokenIndex) return brokenIndex(name)
  const codec = picture?.codecName ?? sounds[0]?.codecName ?? container
  const rate = picture?.isVariableRate ? steadyRate(facts) : null
  const hours = remedies.includes('proxy') || remedies.includes('prores-proxy')
  return {
    message: rate
      ? `${name} has no constant frame rate: it is spotted on a copy at ${rateName(rate)}.`
      : `The picture of ${name} cannot be shown as it is: ${codec} in ${container}.`,
    expected: rate ? 'a constant rate' : 'H.264, VP9, VP8 or AV1 in MP4, MOV, MKV or WebM',
    found: rate
      ? `a rate that changes, ${picture ? (picture.rate.num / picture.rate.den).toFixed(3) : ''} on average`
      : `${codec} in ${container}`,
    remedy: hours
      ? 'Make a proxy from the film’s card, or attach one of your own; cues can be marked meanwhile.'
      : 'Export an H.264 MP4 of the cut, or attach a proxy of your own.',
  }
}

/** The Problem for a film whose packets are not all found: what the media element plays of it is all there is. */
export function brokenIndex(name: string): Problem {
  return {
    message: `${name} is damaged: its index leads nowhere.`,
    expected: 'an index of every picture and every piece of sound',
    found: 'an index that cannot be read to its end',
    remedy:
      'Copy the file again or export it anew. What still plays of its picture can be marked; its sound is not read. With ffmpeg a proxy may save more of it.',
  }
}

/** The Problem for a film without a constant rate where no copy with one can be made. */
function variableRate({ picture }: FilmFacts, name: string): Problem {
  const mean = picture ? (picture.rate.num / picture.rate.den).toFixed(3) : ''
  return {
    message: `${name} has no constant frame rate.`,
    expected: 'a constant rate, such as 24 or 25 frames per second',
    found: `a rate that changes, ${mean} on average`,
    remedy:
      'Export the locked cut at its constant rate, or choose your ffmpeg in the settings: it can make a copy at a constant rate. A frame number would mean nothing in this file.',
  }
}

function silence({ picture, sounds, container }: FilmFacts, name: string): Problem {
  const codec = sounds[0]?.codecName ?? ''
  return {
    message: `The sound of ${name} cannot be heard: it is ${codec} in ${container}.`,
    expected: 'sound in PCM, AAC, MP3, FLAC, Opus, Vorbis or Dolby Digital (AC-3)',
    found: `${codec} in ${container}`,
    remedy: picture
      ? 'The picture plays and can be marked. For the sound: export it as PCM or AAC, or choose your ffmpeg in the settings.'
      : 'Export it as WAV, or choose your ffmpeg in the settings.',
  }
}

function someSilence(name: string, silent: FilmFacts['sounds']): Problem {
  const list = silent.map(({ index, codecName }) => `stream ${index + 1} is ${codecName}`).join(', ')
  return {
    message: `Not every sound stream of ${name} can be heard.`,
    expected: 'sound in PCM, AAC, MP3, FLAC, Opus, Vorbis or Dolby Digital (AC-3)',
    found: list,
    remedy: 'The other streams play. For these, choose your ffmpeg in the settings.',
  }
}
