import type { OpenedFilm } from '../../shared/ipc/film.ts'
import type { Reel } from '../../shared/model/production.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { type Frames, frameAt } from '../../shared/time/frames.ts'
import { request } from '../ipc.ts'
import { Store } from './store.ts'

/** The films of the open production, each probed once. */
export class FilmLibrary {
  /** Films by path. */
  readonly films = new Store<ReadonlyMap<string, OpenedFilm>>(new Map())

  /** The film of a reel, probed and readable by the page. */
  async open(reel: Reel): Promise<Result<OpenedFilm>> {
    if (!reel.media) return refuse(noFilm(reel))
    const known = this.films.value.get(reel.media.path)
    if (known) return ok(known)
    const opened = await request('media:open', { path: reel.media.path })
    if (opened.ok) this.add(opened.value)
    return opened
  }

  /** Takes a film on that was opened elsewhere. */
  add(film: OpenedFilm): void {
    this.films.set(new Map(this.films.value).set(film.path, film))
  }

  /** Forgets every film, as when the production is closed. */
  forgetAll(): void {
    this.films.set(new Map())
  }

  /** Frames in a film at the production's rate; a sound file has as many as its length holds. */
  frameCount(film: OpenedFilm, rate: FrameRate): Frames {
    return film.picture?.frameCount ?? frameAt(film.durationSeconds, rate)
  }

  /** What Chromium silently leaves out of a film that it claims to play; null when nothing is missing. */
  missingHalf(film: OpenedFilm, video: HTMLVideoElement): Problem | null {
    if (film.picture && video.videoWidth === 0) {
      return {
        message: `The picture of ${film.name} cannot be shown.`,
        expected: 'a picture in H.264, VP9 or AV1',
        found: film.picture.codec,
        remedy: 'The sound plays and can be marked. For the picture, export an H.264 MP4 of the cut.',
      }
    }
    return null
  }

  /** The Problem for a film that the player refuses as a whole. */
  cannotPlay(film: OpenedFilm): Problem {
    const codecs = [film.container, film.picture?.codec, film.sound?.codec].filter(Boolean).join(', ')
    return {
      message: `${film.name} cannot be played.`,
      expected: 'MP4 or MOV with H.264, WebM, or a sound file such as WAV, MP3 or FLAC',
      found: codecs,
      remedy:
        'Export an H.264 MP4 of the cut with the same timecode. Cues and cue sheets work without the film.',
    }
  }
}

function noFilm(reel: Reel): Problem {
  return {
    message: `${reel.label || 'This reel'} has no film.`,
    expected: 'a film attached to the reel',
    found: 'none',
    remedy: 'Attach the film of the locked cut. Cues can be typed and exported without it.',
  }
}
