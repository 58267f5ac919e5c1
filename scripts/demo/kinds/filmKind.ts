/** What becomes of one half of a film: its picture, or its sound. */
export type Fate =
  /** The file has no such half. */
  | 'none'
  /** Chromium plays it from the file itself. */
  | 'plays'
  /** Chromium plays it from a copy in another container, made unasked. */
  | 'rewrapped'
  /** The app decodes it beside the media element. */
  | 'decoded'
  /** It comes with a copy that the user asks for; the window says with the codec's name that this is needed. */
  | 'proxy'
  /** It is missing, and the window says so with the codec's name. */
  | 'said'

export interface Fates {
  readonly picture: Fate
  readonly sound: Fate
}

/** A sound stream: one steady tone a channel, in hertz, from its first sample to its last. */
export interface KindSound {
  readonly codec: string
  /** Hertz of each channel's tone, in the order left, right, centre, low frequencies, left and right surround. */
  readonly tones: readonly number[]
  readonly language?: string
  readonly title?: string
}

export interface KindPicture {
  readonly codec: string
  readonly rate: { readonly num: number; readonly den: number }
  readonly frames: number
  /** Start timecode in the file; null where it carries none. */
  readonly start: string | null
  /** Frames from 00:00:00:00 to the file's first frame; 0 without a start timecode. */
  readonly startFrame: number
  readonly isDropFrame: boolean
  readonly isVariableRate: boolean
  readonly hasBFrames: boolean
}

/** One kind of file: what is in it, and what is to become of it without and with ffmpeg at hand. */
export interface FilmKind {
  readonly file: string
  readonly what: string
  readonly container: string
  readonly picture: KindPicture | null
  readonly sounds: readonly KindSound[]
  readonly without: Fates
  readonly with: Fates
  /** Words of which one must be read in the window where a half is `proxy` or `said`. */
  readonly says?: Readonly<Partial<Record<'picture' | 'sound', readonly string[]>>>
  /** Samples from 00:00:00 at 48,000 a second, as a Broadcast Wave file tells it. */
  readonly timeReference?: number
}

/** How a kind is made; `after` names what is done to the file that ffmpeg wrote. */
export interface KindRecipe extends FilmKind {
  readonly encode: readonly string[]
  readonly muxer: readonly string[]
  /** Presentation time of each frame in frames of the nominal rate; one a frame where it is not told. */
  readonly ticks?: (frame: number) => number
  /** Seconds by which the picture starts after the sound. */
  readonly lateFrames?: number
  /** Seconds at which the whole film starts. */
  readonly startSeconds?: number
  readonly clicks?: Clicks
}

/** Clicks of a millisecond, each with a flash of the picture, and stretches in which the file has no sound packets at all. */
export interface Clicks {
  /** The frame whose first sample begins the click. */
  readonly frames: readonly number[]
  /** Stretches without sound in seconds, end outside. */
  readonly holes: readonly (readonly [number, number])[]
}
