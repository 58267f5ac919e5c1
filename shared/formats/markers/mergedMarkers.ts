import type { Marker } from '../../sheet/markerList.ts'
import { frames } from '../../time/frames.ts'

/**
 * Markers for a target that keeps one a frame: those that begin together become one, which lasts as long as the longest and
 * has the colour of the first.
 */
export function mergedMarkers(markers: readonly Marker[]): readonly Marker[] {
  const merged: Marker[] = []
  for (const marker of markers) {
    const last = merged.at(-1)
    if (last?.frame !== marker.frame) merged.push(marker)
    else
      merged[merged.length - 1] = {
        ...last,
        length: frames(Math.max(last.length, marker.length)),
        name: `${last.name} + ${marker.name}`,
        note: [last.note, marker.note].filter(Boolean).join(' + '),
      }
  }
  return merged
}
