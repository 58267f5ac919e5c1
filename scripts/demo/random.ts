import { mix, smooth } from './ease.ts'

/** A stream of numbers in [0, 1), the same for the same seed. */
export type Random = () => number

/** A seeded stream (mulberry32). */
export function random(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A number in [0, 1) that depends on two whole numbers and nothing else. */
export function scatter(a: number, b = 0): number {
  let mixed = Math.imul(a | 0, 0x27d4eb2d) ^ Math.imul((b | 0) + 0x165667b1, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296
}

/** Smooth noise in [0, 1] over the plane, one new value per unit. */
export function smoothNoise(x: number, y: number, seed = 0): number {
  const column = Math.floor(x)
  const row = Math.floor(y)
  const across = smooth(x - column)
  const down = smooth(y - row)
  const key = row * 8191 + seed * 131071
  const above = mix(scatter(column, key), scatter(column + 1, key), across)
  const below = mix(scatter(column, key + 8191), scatter(column + 1, key + 8191), across)
  return mix(above, below, down)
}

/** Four octaves of smooth noise, about [0, 1]. */
export function cloudNoise(x: number, y: number, seed = 0): number {
  return (
    0.5 * smoothNoise(x, y, seed) +
    0.27 * smoothNoise(x * 2.03, y * 2.03, seed + 1) +
    0.15 * smoothNoise(x * 4.1, y * 4.1, seed + 2) +
    0.08 * smoothNoise(x * 8.3, y * 8.3, seed + 3)
  )
}
