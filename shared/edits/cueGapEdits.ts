import type { Cue } from '../model/cue.ts'
import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { CueId } from '../model/ids.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'
import { type Frames, frames } from '../time/frames.ts'
import { formatTimecode } from '../time/timecode.ts'
import { setCueEnd, setCueStart } from './cueEdgeEdits.ts'
import { frameOf, lastSpan, type Place, spansOf } from './cueSpans.ts'
import { type Edit, joinEdits } from './edit.ts'
import { findRecord } from './putRecord.ts'

/** Which of a cue's edges meets a neighbour. */
export type CueSide = 'before' | 'after'

/**
 * Closes the gaps beside cues: the in of each goes back to where the music before it on the reel ends, or its out on to
 * where the next begins. The neighbours stay as they are.
 */
export function closeGaps(ids: readonly CueId[], side: CueSide): Edit {
  const of = ids.length === 1 ? 'gap' : `${ids.length} gaps`
  return {
    label: `Close ${of} ${side}`,
    run: (document) => {
      const edits: Edit[] = []
      for (const id of new Set(ids)) {
        const cue = findRecord(document, 'cues', id)
        const place = cue.ok ? neighbourEdge(document, cue.value, side) : cue
        if (!place.ok) return place
        edits.push(side === 'before' ? setCueStart(id, place.value) : setCueEnd(id, place.value))
      }
      return joinEdits('Close gaps', edits).run(document)
    },
  }
}

/** Where a gap on a side of a cue ends: the out before it or the in after it; refused where there is no gap. */
function neighbourEdge(document: ProductionDocument, cue: Cue, side: CueSide): Result<Place> {
  const own = side === 'before' ? startPlace(cue) : endPlace(cue)
  if (!own) return refuse(noEdge(cue, side))
  const others = recordsOf(document, 'cues').filter(({ id }) => id !== cue.id)
  if (others.some((other) => covers(other, own, side))) return refuse(noGap(document, cue, side, own.frame))
  const edges = others
    .map((other) => (side === 'before' ? endPlace(other) : startPlace(other)))
    .filter((place) => place !== null && place.reel === own.reel)
    .map((place) => place?.frame ?? own.frame)
    .filter((frame) => (side === 'before' ? frame <= own.frame : frame >= own.frame))
  if (edges.length === 0) return refuse(noNeighbour(document, own, side))
  return ok({ reel: own.reel, frame: frames(side === 'before' ? Math.max(...edges) : Math.min(...edges)) })
}

/** Whether another cue sounds right at the edge on this side, so that there is no gap. */
function covers(other: Cue, { reel, frame }: Place, side: CueSide): boolean {
  const asked = side === 'before' ? frame - 1 : frame
  return other.spans.some((span) => {
    const start = frameOf(span.start)
    const end = span.end === null ? Number.POSITIVE_INFINITY : frameOf(span.end)
    return span.reel === reel && start !== null && end !== null && start <= asked && asked < end
  })
}

function startPlace(cue: Cue): Place | null {
  const [{ reel, start }] = spansOf(cue)
  const frame = frameOf(start)
  return frame === null ? null : { reel, frame }
}

function endPlace(cue: Cue): Place | null {
  const { reel, end } = lastSpan(spansOf(cue))
  const frame = frameOf(end)
  return frame === null ? null : { reel, frame }
}

function noEdge(cue: Cue, side: CueSide): Problem {
  return {
    message: `${cue.number === '' ? 'This cue' : `Cue ${cue.number}`} has no ${side === 'before' ? 'in' : 'out'} to move.`,
    expected: 'an edge that is a timecode',
    found: 'one that is open or cannot be read',
    remedy: 'Set that edge first.',
  }
}

function noGap(document: ProductionDocument, { number }: Cue, side: CueSide, frame: Frames): Problem {
  return {
    message: `There is no gap ${side} ${number === '' ? 'this cue' : `cue ${number}`}.`,
    expected: `silence right ${side} it`,
    found: `another cue at ${formatTimecode(frame, document.production.rate)}`,
    remedy: 'Leave it as it is, or move its edge by hand.',
  }
}

function noNeighbour(document: ProductionDocument, { reel }: Place, side: CueSide): Problem {
  return {
    message: `No cue lies ${side} this one on its reel.`,
    expected: `a cue ${side} it on ${document.reels[reel]?.label || 'the reel'}`,
    found: 'none',
    remedy: 'Move its edge by hand.',
  }
}
