import type { Cue } from '../model/cue.ts'
import type { FrameRange } from '../time/frameRange.ts'
import { type Frames, frames } from '../time/frames.ts'
import { onProgramme, type PlacedReel, type Programme } from './programme.ts'

/** A span whose edges are both known. */
export type PlacedSpan = {
  readonly reel: PlacedReel
  /** In the reel's timecode frames; `end` is the first frame without music. */
  readonly inReel: FrameRange
  readonly inProgramme: FrameRange
}

/** A cue that has a place: its spans by programme start, at least one, each longer than nothing. */
export type PlacedTime = {
  readonly kind: 'placed'
  readonly spans: readonly PlacedSpan[]
  readonly first: PlacedSpan
  /** The span that ends last. */
  readonly last: PlacedSpan
  /** Frames of music: the spans added up. */
  readonly length: Frames
}

/**
 * Where a cue lies, or why it has no place and is left out of rows and totals: `unreadable` for a mark that names no
 * frame, `open` for one without an end yet, `backwards` for one whose end is not after its start.
 */
export type CueTime = PlacedTime | { readonly kind: 'unreadable' | 'open' | 'backwards' }

/** Finds a cue's place in the programme. */
export function cueTime(cue: Cue, programme: Programme): CueTime {
  const spans: PlacedSpan[] = []
  let fault: 'open' | 'backwards' | null = null
  for (const { reel, start, end } of cue.spans) {
    const placed = programme.reelById.get(reel)
    if (!placed || typeof start === 'object' || (end !== null && typeof end === 'object'))
      return { kind: 'unreadable' }
    if (end === null) fault = 'open'
    else if (end <= start) fault ??= 'backwards'
    else
      spans.push({
        reel: placed,
        inReel: { start, end },
        inProgramme: { start: onProgramme(placed, start), end: onProgramme(placed, end) },
      })
  }
  if (fault) return { kind: fault }
  spans.sort((a, b) => a.inProgramme.start - b.inProgramme.start || a.inProgramme.end - b.inProgramme.end)
  const [first] = spans
  if (!first) return { kind: 'unreadable' }
  const last = spans.reduce((a, b) => (b.inProgramme.end > a.inProgramme.end ? b : a))
  const length = spans.reduce((sum, { inReel }) => sum + inReel.end - inReel.start, 0)
  return { kind: 'placed', spans, first, last, length: frames(length) }
}
