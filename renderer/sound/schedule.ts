import { chunkOverlap, chunkSeconds } from '../media/soundMessages.ts'

/** A moment of the sound card's clock at which a second of the film is heard, and how fast it goes on; backwards below 0. */
export type Anchor = { readonly context: number; readonly media: number; readonly speed: number }

/** What is played of one chunk of a track. */
export type Piece = {
  readonly chunk: number
  /** Seconds into the chunk, or into the chunk read backwards, at which it begins. */
  readonly offset: number
  /** When it begins on the sound card's clock, and how long it lasts there before the next piece takes over. */
  readonly when: number
  readonly length: number
  /** Seconds of the film at which the next piece begins. */
  readonly next: number
}

/** Seconds that two pieces are heard together, one fading out and the other in. */
const longestFade = 0.004

/** Seconds of the film heard at a moment of the sound card's clock. */
export function mediaAt(anchor: Anchor, context: number): number {
  return anchor.media + (context - anchor.context) * anchor.speed
}

/** The moment of the sound card's clock at which a second of the film is heard. */
export function contextAt(anchor: Anchor, media: number): number {
  return anchor.context + (media - anchor.media) / anchor.speed
}

/** Seconds of blending between two pieces, such that the overlap of chunks suffices at this speed. */
export function fadeAt(speed: number): number {
  return Math.min(longestFade, (0.8 * chunkOverlap) / Math.abs(speed))
}

/**
 * The piece that is heard from second `media` of the film on, of a track whose second 0 is heard at second `start` of the
 * film. It ends with its chunk; its fade goes on into the overlap, which backwards lies at the chunk's beginning.
 */
export function pieceAt(anchor: Anchor, media: number, start: number): Piece {
  const at = media - start
  const isForward = anchor.speed > 0
  const reach = chunkSeconds + chunkOverlap
  // A nanosecond of rounding must not make a piece of it.
  const chunk = isForward
    ? Math.floor(at / chunkSeconds + 1e-9)
    : Math.ceil((at - chunkOverlap) / chunkSeconds - 1e-9) - 1
  const begin = chunk * chunkSeconds
  const end = isForward ? begin + chunkSeconds : begin + chunkOverlap
  return {
    chunk,
    offset: Math.max(0, isForward ? at - begin : begin + reach - at),
    when: contextAt(anchor, media),
    length: Math.abs((end - at) / anchor.speed),
    next: end + start,
  }
}

/** The chunks to have around a second of a track, the most urgent first. `backwards` says which way the film goes. */
export function wantedChunks(
  at: number,
  backwards: boolean,
  ahead: number,
  behind: number,
): readonly number[] {
  const here = Math.floor(at / chunkSeconds)
  const step = backwards ? -1 : 1
  const onward = Array.from({ length: ahead }, (_, index) => here + step * (index + 1))
  // Chunks behind are decoded in one go where they are listed upwards.
  const back = Array.from({ length: behind }, (_, index) => here - step * (index + 1)).toSorted(
    (a, b) => a - b,
  )
  const [next, ...further] = onward
  return [
    here,
    ...(next === undefined ? [] : [next]),
    ...back.filter((chunk) => chunk === here - step),
    ...further,
  ]
    .concat(back.filter((chunk) => chunk !== here - step))
    .filter((chunk) => chunk >= 0)
}

/** Looks at the clock that make a measurement. */
const looks = 7
/** Seconds of drift that is plain after three looks in a row. */
const plainDrift = 0.04

/** Seconds by which the sound is ahead of the picture's clock, told by the middle one of the last looks. */
export class DriftWatch {
  #errors: readonly number[] = []

  /** Whether there are enough looks for a small drift to be told from a late look. */
  get isSettled(): boolean {
    return this.#errors.length >= looks
  }

  /** Takes a look; gives the drift once it is sure, else null. */
  take(error: number): number | null {
    this.#errors = [...this.#errors, error].slice(-looks)
    const last = this.#errors.slice(-3)
    const isPlain = last.length === 3 && last.every((each) => each * error > 0 && Math.abs(each) > plainDrift)
    if (isPlain) return last.toSorted((a, b) => a - b)[1] ?? null
    return this.isSettled ? (this.#errors.toSorted((a, b) => a - b)[3] ?? null) : null
  }

  reset(): void {
    this.#errors = []
  }
}
