import { type FrameRate, offeredRates } from '../time/frameRate.ts'
import type { FilmFacts, FilmSound } from './filmFacts.ts'

/** What this machine can do for a film. */
export type Abilities = {
  /** Whether the page decodes HEVC, which depends on the machine. */
  readonly hevc: boolean
  /** Whether a working ffmpeg was found or chosen. */
  readonly ffmpeg: boolean
}

/** What was seen of a film when the media element was given it: all that was expected, no picture, or nothing at all. */
export type Seen = 'whole' | 'noPicture' | 'nothing'

/**
 * What is done so that a film opens whole. `rewrap`: the same pictures and sound in a container that seeks exactly;
 * `wav`: a sound file as WAV; `proxy`: a small copy that ffmpeg encodes; `prores-proxy`: the same made in the page,
 * without ffmpeg.
 */
export type Remedy = 'rewrap' | 'wav' | 'proxy' | 'prores-proxy'

/** What becomes of each half of a film, and what helps. */
export type FilmPlan = {
  /** `plays` as it is, `prepared` once the first remedy is done, `missing` when nothing helps. */
  readonly picture: 'none' | 'plays' | 'prepared' | 'missing'
  /** `plays` in the media element, `prepared` once the first remedy is done; `decoded` by the app beside it; else `missing`. */
  readonly sound: 'none' | 'plays' | 'prepared' | 'decoded' | 'missing'
  /** In the order in which they are offered; the first is the best. */
  readonly remedies: readonly Remedy[]
  /** Whether the first remedy starts by itself, since it is quick and nothing is exact before it. */
  readonly startsByItself: boolean
}

/** Containers that the media element opens. */
const openedByElement: ReadonlySet<string> = new Set([
  ...['MPEG-4', 'QuickTime', 'Matroska', 'WebM'],
  ...['Wave', 'MPEG Audio', 'FLAC', 'Ogg', 'ADTS'],
])
/** Containers that the app takes apart itself, to rewrap them or to decode their sound. */
const readHere: ReadonlySet<string> = new Set([...openedByElement, 'MPEG-TS', 'BDAV'])
const shownByElement: ReadonlySet<string> = new Set(['AVC', 'VP9', 'VP8', 'AV1'])

type SoundCodec = {
  readonly is: RegExp
  /** Whether the media element plays it, and whether the app decodes it itself. */
  readonly element: boolean
  readonly app: boolean
  /** Whether a rewrapped copy leaves it out: the media element hangs at a seek in MP4 with it. */
  readonly isLeftOut?: true
}

/** Sound codecs by MediaInfo's names, the first match decides; what no line names needs ffmpeg. */
const soundCodecs: readonly SoundCodec[] = [
  { is: /\bLayer (1|2)\b|\bMP2\b/i, element: false, app: false },
  { is: /^MPEG Audio|^MP3/, element: true, app: true },
  { is: /^AAC/, element: true, app: true },
  { is: /^ADPCM/, element: false, app: false },
  { is: /^PCM|^A-law|^U-law/, element: true, app: true },
  { is: /^(FLAC|Opus)/, element: true, app: true },
  { is: /^Vorbis/, element: true, app: true, isLeftOut: true },
  { is: /^E?-?AC-3/, element: false, app: true },
]

function soundCodec({ codec, codecName }: FilmSound): SoundCodec | undefined {
  return soundCodecs.find(({ is }) => is.test(codec) || is.test(codecName))
}

/** What becomes of one sound stream of a film as it is, before any remedy. */
export function soundFate(
  sound: FilmSound,
  { container, hasBrokenIndex }: FilmFacts,
  { ffmpeg }: Abilities,
): 'plays' | 'decoded' | 'missing' {
  if (hasBrokenIndex) return 'missing'
  const codec = soundCodec(sound)
  const isFirst = sound.index === 0
  if (codec?.element && isFirst && openedByElement.has(container)) return 'plays'
  return ffmpeg || (codec?.app && readHere.has(container)) ? 'decoded' : 'missing'
}

/** What becomes of a film on this machine; `seen` is what loading it has shown, if that was tried. */
export function filmPlan(facts: FilmFacts, abilities: Abilities, seen: Seen = 'whole'): FilmPlan {
  return facts.picture ? picturePlan(facts, abilities, seen) : soundPlan(facts, abilities, seen)
}

function picturePlan(facts: FilmFacts, abilities: Abilities, seen: Seen): FilmPlan {
  const remedies = pictureRemedies(facts, abilities, seen)
  const [best] = remedies
  const sound = soundAfter(best, facts, abilities, seen)
  if (best !== undefined) return { picture: 'prepared', sound, remedies, startsByItself: best === 'rewrap' }
  const isShown = isPlayedAsIs(facts, abilities, seen)
  return { picture: isShown ? 'plays' : 'missing', sound, remedies, startsByItself: false }
}

/** What becomes of the first sound stream of a film with a picture. */
function soundAfter(
  best: Remedy | undefined,
  facts: FilmFacts,
  abilities: Abilities,
  seen: Seen,
): FilmPlan['sound'] {
  const [first] = facts.sounds
  if (!first) return 'none'
  const own = soundFate(first, facts, abilities)
  const now = own === 'plays' && seen === 'nothing' ? 'missing' : own
  const codec = soundCodec(first)
  if (best === 'rewrap' && codec?.isLeftOut) return 'decoded'
  if (now === 'plays' || best === undefined) return now
  const isCarried = best === 'rewrap' && (codec?.element || (!codec?.app && abilities.ffmpeg))
  return best === 'proxy' || isCarried ? 'prepared' : now
}

function pictureRemedies(facts: FilmFacts, abilities: Abilities, seen: Seen): readonly Remedy[] {
  const byFfmpeg: readonly Remedy[] = abilities.ffmpeg ? ['proxy'] : []
  if (isUnsteady(facts) || facts.hasBrokenIndex) return byFfmpeg
  if (isPlayedAsIs(facts, abilities, seen)) return []
  const isRewrapped = isPictureKnown(facts, abilities) && seen === 'whole' && readHere.has(facts.container)
  if (isRewrapped) return ['rewrap', ...byFfmpeg]
  const isProres = facts.picture?.codec === 'ProRes' && /^(MPEG-4|QuickTime)$/.test(facts.container)
  return isProres ? [...byFfmpeg, 'prores-proxy'] : byFfmpeg
}

/** A sound file is turned into WAV where the media element cannot open it or play its codec. */
function soundPlan(facts: FilmFacts, abilities: Abilities, seen: Seen): FilmPlan {
  const [first] = facts.sounds
  if (!first) return { picture: 'none', sound: 'none', remedies: [], startsByItself: false }
  const own = soundFate(first, facts, abilities)
  if (own === 'plays' && seen !== 'nothing') {
    return { picture: 'none', sound: 'plays', remedies: [], startsByItself: false }
  }
  const isOurs = facts.container === 'AIFF' && /^PCM/.test(first.codec)
  if (isOurs || abilities.ffmpeg) {
    return { picture: 'none', sound: 'prepared', remedies: ['wav'], startsByItself: true }
  }
  return { picture: 'none', sound: own === 'plays' ? 'missing' : own, remedies: [], startsByItself: false }
}

function isPictureKnown({ picture }: FilmFacts, { hevc }: Abilities): boolean {
  return picture !== null && (shownByElement.has(picture.codec) || (hevc && picture.codec === 'HEVC'))
}

/** Whether the media element shows the picture, frame by frame, out of the file itself. */
function isPlayedAsIs(facts: FilmFacts, abilities: Abilities, seen: Seen): boolean {
  const isOpened = openedByElement.has(facts.container) && seen === 'whole'
  return isOpened && isPictureKnown(facts, abilities) && !facts.isInexact && !isUnsteady(facts)
}

/** Whether the film's frames have no numbers, since its rate changes. */
function isUnsteady({ picture }: FilmFacts): boolean {
  return picture?.isVariableRate === true
}

/** The rate of a film's copy: its own, or for a variable one the offered rate that is nearest to its mean. */
export function steadyRate({ picture }: FilmFacts): FrameRate | null {
  if (!picture?.isVariableRate) return picture?.rate ?? null
  const mean = picture.rate.num / picture.rate.den
  const distance = ({ num, den }: FrameRate) => Math.abs(num / den - mean)
  return offeredRates
    .filter(({ dropFrame }) => !dropFrame)
    .reduce((best, rate) => (distance(rate) < distance(best) ? rate : best))
}
