import type { Cue, Mark, Span } from '../model/cue.ts'
import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { ReelId } from '../model/ids.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'
import type { Frames } from '../time/frames.ts'
import { formatTimecode } from '../time/timecode.ts'
import { openCuesIn } from './openCues.ts'
import { findRecord } from './putRecord.ts'

/** A timecode frame number on a reel. */
export type Place = { readonly reel: ReelId; readonly frame: Frames }

/** Spans in running order; never empty. */
export type Spans = readonly [Span, ...Span[]]

/** A cue's spans, of which the schema promises at least one. */
export function spansOf(cue: Cue): Spans {
  return cue.spans as unknown as Spans
}

/** The last of a cue's spans. */
export function lastSpan(spans: Spans): Span {
  return spans.at(-1) ?? spans[0]
}

/** Whether the cue has begun and not ended yet. */
export function isOpen(cue: Cue): boolean {
  return lastSpan(spansOf(cue)).end === null
}

const openCues = new WeakMap<ProductionDocument['cues'], readonly Cue[]>()

/** The cues that are open, by their starts. Looked for once in each table of cues. */
export function openCuesOf(document: ProductionDocument): readonly Cue[] {
  const known = openCues.get(document.cues)
  if (known) return known
  const open = findOpenCues(document)
  openCues.set(document.cues, open)
  return open
}

/** The cue that is open; of several, the one that starts last. */
export function openCueOf(document: ProductionDocument): Cue | null {
  return openCuesOf(document).at(-1) ?? null
}

/** The open cue of a type; of several, the one that starts last. */
export function openCueOfType(document: ProductionDocument, type: Cue['type']): Cue | null {
  return openCuesOf(document).findLast((cue) => cue.type === type) ?? null
}

function findOpenCues(document: ProductionDocument): readonly Cue[] {
  const orderOf = (cue: Cue) => document.reels[spansOf(cue)[0].reel]?.order ?? 0
  const startOf = (cue: Cue) => frameOf(spansOf(cue)[0].start) ?? 0
  const open = openCuesIn(document.cues)
  return open.toSorted((a, b) => orderOf(a) - orderOf(b) || startOf(a) - startOf(b))
}

/** The frame of a mark; null where it is open or cannot be read. */
export function frameOf(mark: Mark | null): Frames | null {
  return typeof mark === 'number' ? mark : null
}

/** The span with one edge elsewhere; what an import had written there goes. */
export function withEdge(span: Span, edge: 'start' | 'end', mark: Frames | null): Span {
  const { labels, ...rest } = span
  const other = edge === 'start' ? 'end' : 'start'
  const kept = labels?.[other]
  const moved = { ...rest, [edge]: mark }
  return kept === undefined ? moved : { ...moved, labels: { [other]: kept } }
}

/** The span moved by a number of frames; marks that cannot be read stay as they are. */
export function shiftSpan(span: Span, by: number): Span {
  const start = frameOf(span.start)
  const end = frameOf(span.end)
  const moved = start === null ? span : withEdge(span, 'start', (start + by) as Frames)
  return end === null ? moved : withEdge(moved, 'end', (end + by) as Frames)
}

/** Refuses spans with an edge before timecode zero or an out that is not after its in. Other marks pass. */
export function checkSpans(document: ProductionDocument, spans: Spans): Result<Spans> {
  for (const span of spans) {
    const start = frameOf(span.start)
    const end = frameOf(span.end)
    if (start !== null && end !== null && end <= start) return refuse(outNotAfterIn(document, start, end))
  }
  return checkNotNegative(spans)
}

/** Refuses spans with an edge before timecode zero. */
export function checkNotNegative(spans: Spans): Result<Spans> {
  const marks = spans.flatMap((span) => [frameOf(span.start), frameOf(span.end)])
  return marks.some((frame) => frame !== null && frame < 0) ? refuse(beforeZero()) : ok(spans)
}

/** The spans from one place to a later one, over every reel change between them; leader and tail are left out. */
export function spansBetween(document: ProductionDocument, start: Place, end: Place): Result<Spans> {
  const first = findRecord(document, 'reels', start.reel)
  if (!first.ok) return first
  const last = findRecord(document, 'reels', end.reel)
  if (!last.ok) return last
  if (start.reel === end.reel) {
    return checkSpans(document, [{ reel: start.reel, start: start.frame, end: end.frame }])
  }
  if (last.value.order <= first.value.order) return refuse(reelsBackwards(last.value.label))
  if (first.value.programme.end <= start.frame) return refuse(afterProgramme(first.value.label))
  const between = recordsOf(document, 'reels')
    .filter(({ order }) => first.value.order < order && order < last.value.order)
    .toSorted((a, b) => a.order - b.order)
  const rest: readonly Span[] = [
    ...between.map(({ id, programme }) => ({ reel: id, ...programme })),
    { reel: end.reel, start: last.value.programme.start, end: end.frame },
  ]
  const covered = rest.filter((span) => (frameOf(span.end) ?? 0) > (frameOf(span.start) ?? 0))
  const opening = { reel: start.reel, start: start.frame, end: first.value.programme.end }
  return checkSpans(document, [opening, ...covered])
}

function outNotAfterIn(document: ProductionDocument, start: Frames, end: Frames): Problem {
  const { rate } = document.production
  return {
    message: 'Out must be after in.',
    expected: `a frame after ${formatTimecode(start, rate)}`,
    found: formatTimecode(end, rate),
    remedy: 'Go to a later frame and mark out there, or move the in first.',
  }
}

/** The Problem for an edge whose other edge cannot be read. */
export function unreadableEdge(mark: Mark | null): Problem {
  return {
    message: 'The other edge of this cue names no frame.',
    expected: 'a cue whose in and out are timecodes',
    found: mark !== null && typeof mark === 'object' ? mark.unreadable : 'no out yet',
    remedy: 'Set the other edge first.',
  }
}

function beforeZero(): Problem {
  return {
    message: 'A cue cannot lie before timecode zero.',
    expected: 'a frame at or after 00:00:00:00',
    found: 'an earlier one',
    remedy: 'Move it by fewer frames.',
  }
}

function reelsBackwards(label: string): Problem {
  return {
    message: 'Out must be after in.',
    expected: 'an out on the reel of the in, or on a later one',
    found: `an out on the earlier reel ${label}`,
    remedy: 'Mark out on a later reel, or move the in first.',
  }
}

function afterProgramme(label: string): Problem {
  return {
    message: 'This cue starts after the end of its reel’s programme, so it cannot run on to the next reel.',
    expected: `an in before the last frame of action of ${label}`,
    found: 'an in in the tail',
    remedy: 'Move the in, or set the last frame of action of that reel.',
  }
}
