import type { Film } from '../films.ts'
import { label } from '../timecode.ts'

/** A film whose labels are known. */
export type LabelledFilm = Film & {
  /** Frames that a second of labels counts. */
  readonly labels: number
  readonly isDropFrame: boolean
}

/** A film as it is to be tried. */
export type TriedFilm = LabelledFilm & {
  /** Whether the file bears a start timecode. */
  readonly hasTimecode: boolean
  /** Whether the app puts a rewrapped copy in its place. */
  readonly isRewrapped: boolean
}

/** What each frame of a film is called, computed apart from the app. */
export class FilmLabels {
  readonly #labels: readonly string[]
  readonly #frames: ReadonlyMap<string, number>

  constructor({ startFrame, frames, labels, isDropFrame }: LabelledFilm) {
    this.#labels = Array.from({ length: frames }, (_, frame) =>
      label(startFrame + frame, labels, isDropFrame),
    )
    this.#frames = new Map(this.#labels.map((label, frame) => [label, frame]))
  }

  /** The label of a file frame. */
  of(frame: number): string {
    return this.#labels[frame] ?? 'no such frame'
  }

  /** The file frame that a label names; null where it names none of this film. */
  frame(label: string): number | null {
    return this.#frames.get(label) ?? null
  }
}
