import type { FrameRate } from '../time/frameRate.ts'
import type { Frames } from '../time/frames.ts'

/** What reading a file's containers and streams tells, before anything is decoded. */
export type FilmFacts = {
  readonly container: string
  /** Size of the file in bytes. */
  readonly size: number
  readonly picture: FilmPicture | null
  /** Every sound stream, in the file's order. */
  readonly sounds: readonly FilmSound[]
  /** Length in seconds by the container, for files without a picture. */
  readonly durationSeconds: number
  /** Where a sound file begins on the clock, as Broadcast Wave says it; null where it does not. */
  readonly timeReference: TimeReference | null
  /** Whether the container is known not to let a frame be sought exactly, so that a rewrapped copy must stand in. */
  readonly isInexact: boolean
  /** Set where the list of packets is so damaged that to read it comes to no end: the media element alone may try the file. */
  readonly hasBrokenIndex?: true
}

/** The picture stream. */
export type FilmPicture = {
  /** The codec as MediaInfo names it: AVC, HEVC, ProRes, VC-3 … */
  readonly codec: string
  /** Codec, profile, depth and chroma as people say them: “H.264 High 4:2:2, 10 bit”. */
  readonly codecName: string
  readonly width: number
  readonly height: number
  readonly rate: FrameRate
  readonly isVariableRate: boolean
  readonly frameCount: Frames
  /** Timecode frame number of the file's frame 0; null when the file carries no timecode. */
  readonly startFrame: Frames | null
}

/** A sound stream. */
export type FilmSound = {
  /** Place among the file's sound streams, from 0. */
  readonly index: number
  /** The codec as MediaInfo names it: AAC LC, AC-3, PCM … */
  readonly codec: string
  /** The codec as people say it: “Dolby Digital (AC-3)”. */
  readonly codecName: string
  readonly channels: number
  /** One name a channel, in order: L, R, C, LFE, Ls, Rs; numbers where the file names none. */
  readonly layout: readonly string[]
  readonly sampleRate: number
  /** Language as the file tells it, as people say it; empty where it does not. */
  readonly language: string
  /** What the file calls the stream; empty where it does not. */
  readonly title: string
}

/** An instant on the clock: samples since 00:00:00:00, as in the bext chunk of Broadcast Wave (EBU Tech 3285). */
export type TimeReference = { readonly samples: number; readonly sampleRate: number }
