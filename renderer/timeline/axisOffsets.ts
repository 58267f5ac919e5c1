import type { Axis } from './axis.ts'

const known = new WeakMap<Axis, ReadonlyMap<string, number>>()

/** What is to be added to a timecode frame of each reel to give its axis frame; looked up once for ten thousand cues. */
export function axisOffsets(axis: Axis): ReadonlyMap<string, number> {
  const found = known.get(axis)
  if (found) return found
  const offsets = new Map(
    axis.reels.map(({ reel, extent, offset }) => [reel.id as string, offset - extent.start]),
  )
  known.set(axis, offsets)
  return offsets
}
