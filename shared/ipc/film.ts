import type { FrameRate } from '../time/frameRate.ts'
import type { Frames } from '../time/frames.ts'

/** What the probe found in a film, and where the page may read it. */
export type OpenedFilm = {
  readonly path: string
  readonly name: string
  /** Address of the film for the media element. */
  readonly url: string
  /** Address of its peaks in the cache. */
  readonly peaksUrl: string
  readonly identity: string
  readonly container: string
  readonly picture: FilmPicture | null
  readonly sound: FilmSound | null
  /** Length in seconds by the container, for films without a picture. */
  readonly durationSeconds: number
}

/** A file that the user chose, served before it is probed so that its first picture is soon there. */
export type ServedFilm = Pick<OpenedFilm, 'name' | 'url'>

/** The picture stream. */
export type FilmPicture = {
  readonly codec: string
  readonly width: number
  readonly height: number
  readonly rate: FrameRate
  readonly isVariableRate: boolean
  readonly frameCount: Frames
  /** Timecode frame number of the file's frame 0; null when the file carries no timecode. */
  readonly startFrame: Frames | null
}

/** The first sound stream. */
export type FilmSound = {
  readonly codec: string
  readonly channels: number
  readonly sampleRate: number
}
