import type { FilmFacts } from '../media/filmFacts.ts'
import type { Remedy } from '../media/filmPlan.ts'
import type { FrameRate } from '../time/frameRate.ts'
import type { Frames } from '../time/frames.ts'

/** What the probe found in a film, and where the page may read it. */
export type OpenedFilm = FilmFacts & {
  readonly path: string
  readonly name: string
  /** Address of the file itself, for the media element and for workers. */
  readonly url: string
  /** Address under which the page keeps what it makes of this content; `/STREAM` follows for the peaks of a stream. */
  readonly peaksUrl: string
  /** Address from which ffmpeg's decoding of a sound stream is read, if ffmpeg is there: `/STREAM?from=SECONDS`. */
  readonly decodedUrl: string
  readonly identity: string
  /** A copy that plays in its stead, made earlier or attached by the user; null while there is none. */
  readonly prepared: PreparedFilm | null
}

/** A file that the user chose, served before it is probed so that its first picture is soon there. */
export type ServedFilm = Pick<OpenedFilm, 'name' | 'url'>

/** A copy of a film that plays here, frame for frame the same. */
export type PreparedFilm = {
  /** `own` is a proxy that the user attached. */
  readonly kind: Remedy | 'own'
  readonly name: string
  readonly url: string
  readonly width: number
  readonly height: number
  readonly rate: FrameRate
  readonly frameCount: Frames
  /** Sound streams in it: the first so many of the film's own, in their order. */
  readonly soundCount: number
}

/** A proxy of the user's own, found fit, and the identity of its content. */
export type AttachedProxy = { readonly prepared: PreparedFilm; readonly identity: string }

/** Where the page writes a copy that it makes: pieces are PUT to `url?at=OFFSET`. */
export type MadeAddress = { readonly token: string; readonly url: string }

/** How far a preparation is. */
export type Preparing = {
  readonly path: string
  readonly remedy: Remedy
  /** 0 to 1. */
  readonly fraction: number
  /** Seconds that it will take still; null while that is not known. */
  readonly secondsLeft: number | null
}

/** The ffmpeg that the app uses. */
export type FfmpegState = {
  /** Its path; null when there is none. */
  readonly path: string | null
  /** What it says of itself: 5.1.6-0+deb12u1. */
  readonly version: string | null
  /** Whether the user chose it, rather than it being found. */
  readonly isChosen: boolean
}
