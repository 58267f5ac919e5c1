import type { Instant, Stem } from '../model/production.ts'
import type { FrameRate } from '../time/frameRate.ts'
import { type Frames, samplesBefore } from '../time/frames.ts'

/** Stems moved by the time that a number of frames takes, to the nearest sample of each. */
export function shiftStems(stems: readonly Stem[], by: Frames, rate: FrameRate): Stem[] {
  return stems.map((stem) => ({ ...stem, start: shiftInstant(stem.start, by, rate) }))
}

/** Stems that keep their place on a reel whose first frame `from` at rate `old` becomes frame `to` at another rate. */
export function keepStems(
  stems: readonly Stem[],
  from: Frames,
  old: FrameRate,
  to: Frames,
  rate: FrameRate,
): Stem[] {
  return stems.map((stem) => {
    const { samples, sampleRate } = stem.start
    const offset = samples - samplesBefore(from, old, sampleRate)
    return { ...stem, start: { samples: offset + samplesBefore(to, rate, sampleRate), sampleRate } }
  })
}

function shiftInstant({ samples, sampleRate }: Instant, by: Frames, rate: FrameRate): Instant {
  return { samples: samples + samplesBefore(by, rate, sampleRate), sampleRate }
}
