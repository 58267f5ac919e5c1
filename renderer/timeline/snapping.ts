import type { FrameRange } from '../../shared/time/frameRange.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'

/** What a dragged edge can be caught by. */
export type MagnetKind = 'playhead' | 'cueEdge' | 'note' | 'segmentEdge' | 'reelEdge' | 'onset'

/** A frame boundary that catches, and whose it is: the id of a cue, note, segment or reel, and which of its edges. */
export type Magnet = {
  readonly frame: Frames
  readonly kind: MagnetKind
  readonly id?: string
  readonly edge?: 'start' | 'end'
}

/** A stretch whose edges catch. */
export type MagnetRange = FrameRange & { readonly id?: string }

/** What magnets are made of; leave out whatever is being dragged. */
export type MagnetSources = {
  readonly playhead: Frames
  readonly cues: readonly MagnetRange[]
  readonly notes: readonly { readonly frame: Frames; readonly id?: string }[]
  readonly segments: readonly MagnetRange[]
  readonly reels: readonly MagnetRange[]
}

/** Where a drag lands: always a whole frame, and the magnet that holds it, to be shown as a line. */
export type Snap = { readonly frame: Frames; readonly magnet: Magnet | undefined }

/** Px within which a magnet catches. */
export const catchDistance = 8
/** Px beyond which a magnet lets go. */
export const releaseDistance = 12

/** All magnets in order of frame. Of several on one frame the first of playhead, cue, note, segment, reel is kept. */
export function collectMagnets(sources: MagnetSources): readonly Magnet[] {
  const all: Magnet[] = [{ frame: sources.playhead, kind: 'playhead' }]
  addEdges(all, sources.cues, 'cueEdge')
  for (const note of sources.notes) all.push({ ...note, kind: 'note' })
  addEdges(all, sources.segments, 'segmentEdge')
  addEdges(all, sources.reels, 'reelEdge')
  const sorted = all.sort((a, b) => a.frame - b.frame)
  return sorted.filter(({ frame }, index) => frame !== sorted[index - 1]?.frame)
}

function addEdges(into: Magnet[], ranges: readonly MagnetRange[], kind: MagnetKind): void {
  for (const { start, end, id } of ranges) {
    const whose = id === undefined ? {} : { id }
    into.push({ frame: start, kind, edge: 'start', ...whose }, { frame: end, kind, edge: 'end', ...whose })
  }
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
  return snapEdges(wanted, [0], pixelsPerFrame, magnets, held)
}

/**
 * Where something lands that the pointer would put at `wanted`, when several edges of it can be caught: those at `offsets`
 * frames from there. Whichever edge is nearest to a magnet is caught.
 */
export function snapEdges(
  wanted: number,
  offsets: readonly number[],
  pixelsPerFrame: number,
  magnets: readonly Magnet[],
  held: Magnet | undefined,
): Snap {
  const caught = catching(wanted, offsets, pixelsPerFrame, magnets, held)
  if (!caught) return { frame: frames(Math.round(wanted)), magnet: undefined }
  return { frame: frames(caught.magnet.frame - caught.offset), magnet: caught.magnet }
}

type Catch = { readonly magnet: Magnet; readonly offset: number; readonly distance: number }

function catching(
  wanted: number,
  offsets: readonly number[],
  pixelsPerFrame: number,
  magnets: readonly Magnet[],
  held: Magnet | undefined,
): Catch | undefined {
  let best: Catch | undefined
  const consider = (magnet: Magnet | undefined, offset: number, reach: number): void => {
    if (!magnet) return
    const distance = Math.abs(magnet.frame - wanted - offset) * pixelsPerFrame
    if (distance <= reach && distance < (best?.distance ?? Number.POSITIVE_INFINITY))
      best = { magnet, offset, distance }
  }
  for (const offset of offsets) {
    const after = firstAtOrAfter(magnets, wanted + offset)
    consider(magnets[after], offset, catchDistance)
    consider(magnets[after - 1], offset, catchDistance)
  }
  const stillThere = held && magnets[firstAtOrAfter(magnets, held.frame)]
  if (stillThere?.frame !== held?.frame) return best
  for (const offset of offsets) consider(stillThere, offset, releaseDistance)
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
