import type { PlacedUse } from '../sheet/cueUse.ts'
import { overlapLength } from '../time/frameRange.ts'
import { type Frames, frames } from '../time/frames.ts'

/** Two cues that sound at once. */
export type Overlap = {
  readonly earlier: PlacedUse
  /** The later of the two in sheet order. */
  readonly later: PlacedUse
  /** Frames in which both sound; at least 1. */
  readonly frames: Frames
}

/** Of a cue that overlaps more cues than this, the rest are left out: nobody reads them, and their number is quadratic. */
export const overlapsPerCue = 20

/** Finds the overlaps of cues that are in sheet order, by sweeping over the programme once. */
export function overlapsOf(uses: readonly PlacedUse[]): readonly Overlap[] {
  const overlaps: Overlap[] = []
  let sounding: PlacedUse[] = []
  for (const later of uses) {
    const { start } = later.time.first.inProgramme
    sounding = sounding.filter(({ time }) => time.last.inProgramme.end > start)
    let found = 0
    for (const earlier of sounding) {
      if (found === overlapsPerCue) break
      const shared = sharedFrames(earlier, later)
      if (shared > 0) {
        overlaps.push({ earlier, later, frames: shared })
        found++
      }
    }
    sounding.push(later)
  }
  return overlaps
}

function sharedFrames(a: PlacedUse, b: PlacedUse): Frames {
  let shared = 0
  for (const one of a.time.spans)
    for (const other of b.time.spans) shared += overlapLength(one.inProgramme, other.inProgramme)
  return frames(shared)
}
