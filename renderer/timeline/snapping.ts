import type { FrameRange } from '../../shared/time/frameRange.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'

/** What a dragged edge can be caught by. */
export type MagnetKind = 'playhead' | 'cueEdge' | 'note' | 'reelEdge'

/** A frame boundary that catches. */
export type Magnet = { readonly frame: Frames; readonly kind: MagnetKind }

/** What magnets are made of; leave out whatever is being dragged. */
export type MagnetSources = {
  readonly playhead: Frames
  readonly cues: readonly FrameRange[]
  readonly notes: readonly Frames[]
  readonly reels: readonly FrameRange[]
}

/** Where a drag lands: always a whole frame, and the magnet that holds it, to be shown as a line. */
export type Snap = { readonly frame: Frames; readonly magnet: Magnet | undefined }

/** Px within which a magnet catches. */
export const catchDistance = 8
/** Px beyond which a magnet lets go. */
export const releaseDistance = 12

/** All magnets in order of frame. Of several on one frame the first of playhead, cue, note, reel is kept. */
export function collectMagnets(sources: MagnetSources): readonly Magnet[] {
  const edges = (ranges: readonly FrameRange[], kind: MagnetKind): Magnet[] =>
    ranges.flatMap(({ start, end }) => [
      { frame: start, kind },
      { frame: end, kind },
    ])
  const all: readonly Magnet[] = [
    { frame: sources.playhead, kind: 'playhead' },
    ...edges(sources.cues, 'cueEdge'),
    ...sources.notes.map((frame): Magnet => ({ frame, kind: 'note' })),
    ...edges(sources.reels, 'reelEdge'),
  ]
  const byFrame = new Map<Frames, Magnet>()
  for (const magnet of all) if (!byFrame.has(magnet.frame)) byFrame.set(magnet.frame, magnet)
  return [...byFrame.values()].toSorted((a, b) => a.frame - b.frame)
}

/**
 * Where an edge lands that the pointer would put at `wanted`, a real frame number. The nearest magnet within
 * `catchDistance` wins; with none that near, the one that held it so far keeps it up to `releaseDistance`.
 */
export function snapEdge(
  wanted: number,
  pixelsPerFrame: number,
  magnets: readonly Magnet[],
  held: Magnet | undefined,
): Snap {
  const magnet = catching([wanted], pixelsPerFrame, magnets, held)?.magnet
  return { frame: magnet?.frame ?? frames(Math.round(wanted)), magnet }
}

/**
 * Where the start of a range of `length` frames lands that the pointer would put at `wanted`: whichever of its two edges
 * is nearer to a magnet is caught.
 */
export function snapRange(
  wanted: number,
  length: number,
  pixelsPerFrame: number,
  magnets: readonly Magnet[],
  held: Magnet | undefined,
): Snap {
  const caught = catching([wanted, wanted + length], pixelsPerFrame, magnets, held)
  if (!caught) return { frame: frames(Math.round(wanted)), magnet: undefined }
  return { frame: frames(caught.magnet.frame - (caught.edge === wanted ? 0 : length)), magnet: caught.magnet }
}

type Catch = { readonly magnet: Magnet; readonly edge: number; readonly distance: number }

function catching(
  edges: readonly number[],
  pixelsPerFrame: number,
  magnets: readonly Magnet[],
  held: Magnet | undefined,
): Catch | undefined {
  let best: Catch | undefined
  const consider = (magnet: Magnet | undefined, edge: number, reach: number): void => {
    if (!magnet) return
    const distance = Math.abs(magnet.frame - edge) * pixelsPerFrame
    if (distance <= reach && distance < (best?.distance ?? Number.POSITIVE_INFINITY))
      best = { magnet, edge, distance }
  }
  for (const edge of edges) {
    const after = firstAtOrAfter(magnets, edge)
    consider(magnets[after], edge, catchDistance)
    consider(magnets[after - 1], edge, catchDistance)
  }
  const stillThere = magnets.find((magnet) => magnet.frame === held?.frame)
  for (const edge of edges) consider(stillThere, edge, releaseDistance)
  return best
}

/** Index of the first magnet at or after a frame; the length where there is none. */
function firstAtOrAfter(magnets: readonly Magnet[], frame: number): number {
  let low = 0
  let high = magnets.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((magnets[middle] as Magnet).frame < frame) low = middle + 1
    else high = middle
  }
  return low
}
