import type { FfmpegState, OpenedFilm, PreparedFilm, Preparing } from '../../shared/ipc/film.ts'
import type { FilmSound } from '../../shared/media/filmFacts.ts'
import type { FilmPlan, Remedy } from '../../shared/media/filmPlan.ts'
import { type FrameRate, rateName } from '../../shared/time/frameRate.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'

/** What a remedy is called on its button, and what is said of it. */
export const remedyWords: Readonly<Record<Remedy, { readonly act: string; readonly about: string }>> = {
  rewrap: {
    act: 'Rewrap',
    about: 'The same pictures and sound in a container in which every frame can be found. Takes seconds.',
  },
  wav: { act: 'Make a WAV', about: 'The same sound in a file that plays here. Takes seconds.' },
  proxy: {
    act: 'Make a proxy',
    about: 'A small copy, frame for frame the same, made with your ffmpeg while you go on.',
  },
  'prores-proxy': {
    act: 'Make a proxy here',
    about: 'A small copy, frame for frame the same, made without ffmpeg. Takes about as long as the film.',
  },
}

const makingWords: Readonly<Record<Remedy, string>> = {
  rewrap: 'Rewrapping',
  wav: 'Making a WAV',
  proxy: 'Making a proxy',
  'prores-proxy': 'Making a proxy',
}

/** How a half of a film is had: a sign beside the words, so that colour is not the only one. */
export type Fate = { readonly sign: '✓' | '◐' | '✕' | '–'; readonly text: string }

/** How far a preparation is, in a line. */
export function preparingText({ remedy, fraction, secondsLeft }: Preparing): string {
  const left = secondsLeft === null ? '' : `, ${leftText(secondsLeft)} left`
  return `${makingWords[remedy]}: ${Math.floor(fraction * 100)} %${left}`
}

/** A length of waiting, as people say it. */
export function leftText(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** The rate as people say it, with the fraction that counts. */
export function rateText(rate: FrameRate): string {
  return rate.den === 1 ? `${rateName(rate)} fps` : `${rateName(rate)} fps (${rate.num}/${rate.den})`
}

/** How many pictures there are, and how long they last. */
export function lengthText({ picture, durationSeconds }: OpenedFilm): string {
  if (!picture) return `${durationSeconds.toFixed(3)} s`
  const { frameCount, rate } = picture
  return `${frameCount.toLocaleString('en-GB')} frames, ${clockText((frameCount * rate.den) / rate.num)}`
}

function clockText(seconds: number): string {
  const whole = Math.round(seconds)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
}

/** Where the timecode of a film begins. */
export function startText({ picture, timeReference }: OpenedFilm): string {
  if (picture && picture.startFrame !== null) return formatTimecode(picture.startFrame, picture.rate)
  if (timeReference) return `${timeReference.samples} samples after midnight (Broadcast Wave)`
  return 'None in the file'
}

/** Channels as a layout's name, or as their count. */
export function layoutText({ channels, layout }: Pick<FilmSound, 'channels' | 'layout'>): string {
  if (channels === 1) return 'mono'
  if (channels === 2) return 'stereo'
  if (layout.includes('LFE')) return `${channels - 1}.1`
  return `${channels} channels`
}

/** Size of a file, as file managers show it. */
export function sizeText(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const step = bytes < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3))
  return `${step === 0 ? bytes : (bytes / 1000 ** step).toPrecision(3)} ${units[step]}`
}

/** A film in one line: codec, size, rate, first timecode, sound. */
export function filmLine(film: OpenedFilm): string {
  const { picture, sounds } = film
  const parts = picture
    ? [
        picture.codecName.split(',')[0],
        `${picture.width} × ${picture.height}`,
        `${rateName(picture.rate)} fps`,
        picture.startFrame === null ? '' : `from ${formatTimecode(picture.startFrame, picture.rate)}`,
      ]
    : [film.container]
  const [first] = sounds
  const more = sounds.length > 1 ? ` and ${sounds.length - 1} more` : ''
  const sound = first ? `${first.codecName} ${layoutText(first)}${more}` : 'no sound'
  return [...parts, sound].filter(Boolean).join(' · ')
}

/** What becomes of a film's picture. */
export function pictureFate(plan: FilmPlan, prepared: PreparedFilm | null): Fate {
  if (prepared) return { sign: '✓', text: `Shown from ${copyText(prepared)}` }
  if (plan.picture === 'plays') return { sign: '✓', text: 'Shown as it is' }
  if (plan.picture === 'none') return { sign: '–', text: 'This file has sound only' }
  if (plan.picture === 'prepared') return { sign: '◐', text: 'Shown once a copy is made' }
  return { sign: '✕', text: 'Cannot be shown here' }
}

/** What becomes of one sound stream. */
export function streamFate(
  own: 'plays' | 'decoded' | 'missing',
  index: number,
  prepared: PreparedFilm | null,
): Fate {
  if (prepared && index < prepared.soundCount) return { sign: '✓', text: 'Heard from the copy' }
  if (own === 'plays') return { sign: '✓', text: 'Heard as it is' }
  if (own === 'decoded') return { sign: '✓', text: 'Decoded by Needledrop' }
  return { sign: '✕', text: 'Cannot be heard here' }
}

/** What a copy is. */
export function copyText({ kind, name, width, height }: PreparedFilm): string {
  if (kind === 'own') return `your proxy ${name}, ${width} × ${height}`
  if (kind === 'rewrap') return 'a rewrapped copy, picture and sound untouched'
  if (kind === 'wav') return 'a WAV copy'
  return `a proxy of ${width} × ${height}`
}

/** Which ffmpeg is there. */
export function ffmpegText({ path, version, isChosen }: FfmpegState): string {
  if (path === null) return 'No ffmpeg was found on this machine.'
  return `ffmpeg ${version ?? ''} ${isChosen ? 'chosen by you' : 'found'}: ${path}`
}
