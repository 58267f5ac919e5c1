import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { MakeId, ReelId, SegmentId } from '../model/ids.ts'
import type { Segment } from '../model/production.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'
import { type Frames, frames } from '../time/frames.ts'
import { formatTimecode } from '../time/timecode.ts'
import type { Place } from './cueSpans.ts'
import type { Edit } from './edit.ts'
import { addRecord, dropRecords, findRecord, putRecords } from './putRecord.ts'
import { continuationsOf, countLabels, freeLabel, isGivenLabel } from './segmentLabels.ts'

/** The segment that holds a place; of overlapping ones the last to start. */
export function segmentAt(document: ProductionDocument, { reel, frame }: Place): Segment | null {
  const holding = segmentsOn(document, reel).filter(({ start, end }) => start <= frame && frame < end)
  return holding.at(-1) ?? null
}

/** The segments of a reel by start. */
export function segmentsOn(document: ProductionDocument, reel: ReelId): readonly Segment[] {
  return recordsOf(document, 'segments')
    .filter((segment) => segment.reel === reel)
    .toSorted((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
}

/**
 * Begins a segment at a place. The running one ends there. Where none runs, the new one reaches to the next or to the end of
 * the programme; and where there are none at all, the whole programme is divided, so that none of it drops out of the count.
 */
export function beginSegment(place: Place, makeId: MakeId): Edit {
  const id = makeId<'segments'>()
  const others = new Map<ReelId, SegmentId>()
  /** The same id each time the edit is run. */
  const idOn = (reel: ReelId) => {
    const known = others.get(reel) ?? makeId<'segments'>()
    others.set(reel, known)
    return known
  }
  return {
    label: 'Begin segment',
    run: (document) => {
      const reel = findRecord(document, 'reels', place.reel)
      if (!reel.ok) return reel
      const { programme } = reel.value
      if (place.frame < programme.start || place.frame >= programme.end) {
        return refuse(outsideProgramme(document, place))
      }
      if (recordsOf(document, 'segments').length === 0) return divided(document, place, id, idOn)
      const begun = begunAt(document, place, id, programme.end)
      return begun.ok ? countLabels(begun.value) : begun
    },
  }
}

function begunAt(
  document: ProductionDocument,
  place: Place,
  id: SegmentId,
  programmeEnd: Frames,
): Result<ProductionDocument> {
  const { reel, frame: start } = place
  const running = segmentAt(document, place)
  if (running?.start === start) return refuse(beginsHere(running))
  const next = segmentsOn(document, reel).find((segment) => segment.start > start)
  const end = running?.end ?? next?.start ?? programmeEnd
  const label = freeLabel(document, 'content')
  const following = running?.kind === 'content' ? continuationsOf(document, running) : []
  const rest = putRecords(document, 'segments', [
    ...(running ? [{ ...running, end: start }] : []),
    ...following.map((each) => ({ ...each, label })),
  ])
  return rest.ok ? addRecord(rest.value, 'segments', { id, reel, label, kind: 'content', start, end }) : rest
}

/** Makes a segment a break or an act. A name that the app gave follows. */
export function setSegmentKind(id: SegmentId, kind: Segment['kind']): Edit {
  return {
    label: kind === 'break' ? 'Make segment a break' : 'Make break an act',
    run: (document) => {
      const found = findRecord(document, 'segments', id)
      if (!found.ok) return found
      if (found.value.kind === kind) return ok(document)
      const label = isGivenLabel(found.value.label) ? freeLabel(document, kind) : found.value.label
      const changed = putRecords(document, 'segments', [{ ...found.value, kind, label }])
      return changed.ok ? countLabels(changed.value) : changed
    },
  }
}

/** Removes a segment. The one that touches it before, else after, takes its place; the cues in it stay. */
export function mergeSegment(id: SegmentId): Edit {
  return {
    label: 'Remove segment',
    run: (document) => {
      const found = findRecord(document, 'segments', id)
      if (!found.ok) return found
      const { start, end } = found.value
      const before = neighbour(document, found.value, 'start')
      const after = before ? null : neighbour(document, found.value, 'end')
      const merged = putRecords(dropRecords(document, 'segments', [id]), 'segments', [
        ...(before ? [{ ...before, end }] : []),
        ...(after ? [{ ...after, start }] : []),
      ])
      return merged.ok ? countLabels(merged.value) : merged
    },
  }
}

/** The segment that touches another at one of its edges, on the same reel. */
function neighbour(document: ProductionDocument, segment: Segment, edge: 'start' | 'end'): Segment | null {
  const other = edge === 'start' ? 'end' : 'start'
  const touching = segmentsOn(document, segment.reel).filter(
    (candidate) => candidate.id !== segment.id && candidate[other] === segment[edge],
  )
  return touching[0] ?? null
}

/** The whole programme as two acts, the second from a place on; an act that runs over a reel change is one segment on each reel. */
function divided(
  document: ProductionDocument,
  place: Place,
  id: SegmentId,
  idOn: (reel: ReelId) => SegmentId,
): Result<ProductionDocument> {
  const reels = recordsOf(document, 'reels').toSorted((a, b) => a.order - b.order)
  const at = reels.findIndex((reel) => reel.id === place.reel)
  const acts = reels.flatMap(({ id: reel, programme: { start, end } }, index): readonly Segment[] => {
    const second: Segment = { id, reel, label: 'Act 2', kind: 'content', start: place.frame, end }
    const first: Segment = { ...second, id: idOn(reel), label: 'Act 1', start, end: place.frame }
    if (index < at) return [{ ...first, end }]
    if (index > at) return [{ ...second, id: idOn(reel), start }]
    return place.frame > start ? [first, second] : [second]
  })
  const made = putRecords(
    document,
    'segments',
    acts.filter(({ start, end }) => start < end),
  )
  return made.ok ? countLabels(made.value) : made
}

function outsideProgramme(document: ProductionDocument, place: Place): Problem {
  const { rate } = document.production
  const programme = document.reels[place.reel]?.programme
  const from = programme ? formatTimecode(programme.start, rate) : ''
  const to = programme ? formatTimecode(frames(programme.end - 1), rate) : ''
  return {
    message: 'A segment cannot begin in the leader or the tail.',
    expected: `a frame from ${from} to ${to}`,
    found: formatTimecode(place.frame, rate),
    remedy: 'Go into the programme first.',
  }
}

function beginsHere({ label }: Segment): Problem {
  return {
    message: 'A segment begins here already.',
    expected: 'a frame inside a segment, or beside all of them',
    found: `the first frame of ${label === '' ? 'a segment' : `“${label}”`}`,
    remedy: 'Go to another frame, or rename that segment.',
  }
}
