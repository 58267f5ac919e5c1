/** Between a and b, t from 0 to 1. */
export function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t
}

/** An S-curve over t from 0 to 1. */
export function smooth(t: number): number {
  return t * t * (3 - 2 * t)
}

/** 0 at `from`, 1 at `to`, an S-curve between and level outside; `from` may be the larger. */
export function ramp(from: number, to: number, value: number): number {
  const t = (value - from) / (to - from)
  return t <= 0 ? 0 : t >= 1 ? 1 : smooth(t)
}

/** Up from 0 at `from` to 1 within `rise`, and down again to 0 at `to` within `fall`. */
export function swell(from: number, to: number, rise: number, fall: number, value: number): number {
  return ramp(from, from + rise, value) * ramp(to, to - fall, value)
}

/** The whole number or fraction clamped to [low, high]. */
export function clamp(low: number, high: number, value: number): number {
  return value < low ? low : value > high ? high : value
}
