import { statSync } from 'node:fs'
import type { FilmKind, KindRecipe } from './filmKind.ts'
import { soundSeconds } from './kindTones.ts'
import { pictureTimes } from './probeKind.ts'

/** What kinds.json says of a file: the kind without its recipe, and the times that were found in it. */
export type ListedKind = FilmKind & {
  readonly bytes: number
  readonly soundSeconds: number
  /** Time of the first picture in seconds; null without a picture. */
  readonly firstPicture: number | null
  /** Times of all pictures in seconds after the first, where the rate is variable. */
  readonly pictureTimes?: readonly number[]
  /** Frames whose first sample begins a click. */
  readonly clickFrames?: readonly number[]
  /** Stretches in seconds without sound packets, end outside. */
  readonly holes?: readonly (readonly [number, number])[]
}

export function listedKind(recipe: KindRecipe, path: string): ListedKind {
  const { encode: _encode, muxer: _muxer, ticks: _ticks, clicks, lateFrames: _late, ...rest } = recipe
  const { startSeconds: _start, ...kind } = rest
  const times = recipe.picture ? pictureTimes(path) : []
  const first = times[0] ?? 0
  return {
    ...kind,
    bytes: statSync(path).size,
    soundSeconds: kind.sounds.length > 0 ? soundSeconds(recipe) : 0,
    firstPicture: recipe.picture ? first : null,
    ...(recipe.ticks ? { pictureTimes: times.map((time) => Number((time - first).toFixed(6))) } : {}),
    ...(clicks ? { clickFrames: clicks.frames, holes: clicks.holes } : {}),
  }
}
