import { stemOffset } from '../../shared/edits/stemEdits.ts'
import type { OpenedFilm } from '../../shared/ipc/film.ts'
import type { FilmSound } from '../../shared/media/filmFacts.ts'
import type { Reel, Stem } from '../../shared/model/production.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import type { SoundPlace } from '../media/soundMessages.ts'
import { channelNames } from './downmix.ts'
import { stemKeys, streamKey } from './mix.ts'

/** Something that can be heard with the picture: a stream of the film, or a stem. */
export type SoundTrack = {
  readonly key: string
  /** Place among the film's sound streams; null for a stem. */
  readonly stream: number | null
  /** Place among the reel's stems; null for a stream of the film. */
  readonly stem: number | null
  readonly name: string
  /** Codec and layout, as people say them. */
  readonly detail: string
  readonly channels: readonly string[]
  readonly place: SoundPlace
  /** Second of the film's own time at which its second 0 is heard. */
  readonly start: number
}

/** The tracks of a film's own streams, read from the file that plays; none of one whose index leads nowhere. */
export function filmTracks(film: OpenedFilm): readonly SoundTrack[] {
  if (isLost(film)) return []
  return film.sounds.map((sound): SoundTrack => {
    const isPrepared = film.prepared !== null && sound.index < film.prepared.soundCount
    return {
      key: streamKey(sound.index),
      stream: sound.index,
      stem: null,
      name: streamName(sound, film.sounds.length),
      detail: detailOf(sound),
      channels: channelNames(sound.layout, sound.channels),
      place: {
        url: isPrepared && film.prepared ? film.prepared.url : film.url,
        stream: sound.index,
        decodedUrl: film.decodedUrl,
      },
      start: 0,
    }
  })
}

/** The tracks of a reel's stems whose files are known and can be read; `pictureStart` is the second of the film's first picture. */
export function stemTracks(
  reel: Reel,
  files: ReadonlyMap<string, OpenedFilm>,
  rate: FrameRate,
  pictureStart: number,
): readonly SoundTrack[] {
  const keys = stemKeys(reel.stems.map(({ label }) => label))
  return reel.stems.flatMap((stem: Stem, index): SoundTrack[] => {
    const file = files.get(stem.path)
    const sound = file?.sounds[0]
    if (!file || !sound || isLost(file)) return []
    return [
      {
        key: keys[index] ?? '',
        stream: null,
        stem: index,
        name: stem.label || file.name,
        detail: detailOf(sound),
        channels: channelNames(sound.layout, sound.channels),
        place: { url: file.prepared?.url ?? file.url, stream: 0, decodedUrl: file.decodedUrl },
        start: pictureStart + stemOffset(stem.start, reel, rate),
      },
    ]
  })
}

/** Whether to read the file that plays would come to no end. */
function isLost({ hasBrokenIndex, prepared }: OpenedFilm): boolean {
  return hasBrokenIndex === true && prepared === null
}

function streamName({ title, language, index }: FilmSound, count: number): string {
  if (title) return language ? `${title} · ${language}` : title
  return language || (count === 1 ? 'Film sound' : `Stream ${index + 1}`)
}

function detailOf({ codecName, codec, channels, sampleRate, layout }: FilmSound): string {
  return [codecName || codec, layoutName(channels, layout), `${sampleRate / 1000} kHz`].join(' · ')
}

function layoutName(channels: number, layout: readonly string[]): string {
  if (channels === 1) return 'mono'
  if (channels === 2) return 'stereo'
  if (channels > 5 && (layout.includes('LFE') || channels === 6 || channels === 8)) return `${channels - 1}.1`
  return `${channels} channels`
}
