import { setCueEnd, setCueStart } from '../edits/cueEdgeEdits.ts'
import { joinCues } from '../edits/cueJoinEdits.ts'
import { closeCue } from '../edits/cueMarkEdits.ts'
import { type Place, withEdge } from '../edits/cueSpans.ts'
import { removeCues, splitCue } from '../edits/cueStructureEdits.ts'
import { type Edit, joinEdits } from '../edits/edit.ts'
import { mapRecords } from '../edits/putRecord.ts'
import type { Cue, Mark, Span } from '../model/cue.ts'
import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { CueId } from '../model/ids.ts'
import type { Segment } from '../model/production.ts'
import { ok } from '../result.ts'
import { isPlaced, type PlacedUse } from '../sheet/cueUse.ts'
import { breaksWithin, buildProgramme } from '../sheet/programme.ts'
import type { FrameRate } from '../time/frameRate.ts'
import type { Frames } from '../time/frames.ts'
import { formatTimecode, parseTimecode } from '../time/timecode.ts'
import type { Fix } from './fix.ts'
import { foundCue, foundUse, labelled } from './found.ts'

/** Fixes for what is wrong with the times of cues (CS-001 to CS-014). */
export const timingFixes: readonly Fix[] = [
  {
    id: 'CS-001.nextLabel',
    rule: 'CS-001',
    does: 'Takes the next timecode that exists in place of one that drop-frame leaves out.',
    edit: (finding, { document }) => {
      const cue = foundCue(finding, document)
      return cue && withRealLabels(cue, document.production.rate)
    },
  },
  {
    id: 'CS-002.swap',
    rule: 'CS-002',
    does: 'Swaps in and out.',
    edit: (finding, { document }) => {
      const cue = foundCue(finding, document)
      const isBackwards = ({ start, end }: Span) => frame(start) > frame(end)
      if (!cue?.spans.some(isBackwards)) return null
      return respanned(
        'Swap in and out',
        cue.id,
        cue.spans.map((span) =>
          isBackwards(span)
            ? { reel: span.reel, start: span.end as Frames, end: span.start as Frames }
            : span,
        ),
      )
    },
  },
  {
    id: 'CS-003.trim',
    rule: 'CS-003',
    does: 'Trims the cue to the action of its reel.',
    edit: (finding, { document }) => {
      const cue = foundCue(finding, document)
      const spans = cue?.spans.map((span) => withinAction(span, document))
      if (!cue || spans?.some((span) => span === null)) return null
      return respanned('Trim to the programme', cue.id, spans as Span[])
    },
  },
  {
    id: 'CS-005.trim',
    rule: 'CS-005',
    does: 'Ends the cue where the break begins, or starts it where the break ends.',
    edit: (finding, { document }) => {
      const use = placedUse(finding, document)
      const slug = use && firstBreak(use, document)
      return slug && trimmedAtBreak(use, slug)
    },
  },
  {
    id: 'CS-005.split',
    rule: 'CS-005',
    does: 'Makes two cues of it, one before the break and one after.',
    edit: (finding, { document, makeId }) => {
      const use = placedUse(finding, document)
      const slug = use && firstBreak(use, document)
      if (!slug || !soundsOn(use, slug.reel, slug.start - 1) || !soundsOn(use, slug.reel, slug.end))
        return null
      const { id } = use.cue
      return joinEdits('Split around the break', [
        splitCue(id, { reel: slug.reel, frame: slug.end }, makeId),
        setCueEnd(id, { reel: slug.reel, frame: slug.start }),
      ])
    },
  },
  {
    id: 'CS-006.trim',
    rule: 'CS-006',
    does: 'Ends the earlier cue where the later one starts, if it was no crossfade.',
    edit: (finding, { document }) => trimmedEarlier(finding.cue, finding.other as CueId, document),
  },
  {
    id: 'CS-007.trim',
    rule: 'CS-007',
    does: 'Ends the earlier cue where the later one starts.',
    edit: (finding, { document }) => trimmedEarlier(finding.cue, finding.other as CueId, document),
  },
  {
    id: 'CS-007.remove',
    rule: 'CS-007',
    does: 'Removes the later of the two.',
    edit: ({ cue }) => (cue === undefined ? null : labelled('Remove the doubled cue', removeCues([cue]))),
  },
  {
    id: 'CS-008.join',
    rule: 'CS-008',
    does: 'Joins the two cues into one; a gap between them becomes music.',
    edit: ({ cue, other }) => (cue && other ? joinCues([other as CueId, cue]) : null),
  },
  {
    id: 'CS-011.close',
    rule: 'CS-011',
    does: 'Closes the gap, so that the cue plays through.',
    edit: (finding, { document }) => {
      const cue = foundCue(finding, document)
      const spans = cue && withoutGaps(cue, document)
      return spans && respanned('Close the gap', cue.id, spans)
    },
  },
  {
    id: 'CS-013.accept',
    rule: 'CS-013',
    does: 'Keeps in and out as they stand and forgets how the import had written them.',
    edit: (finding, { document }) => {
      const cue = foundCue(finding, document)
      if (!cue) return null
      return respanned(
        'Accept in and out',
        cue.id,
        cue.spans.map(({ reel, start, end }) => ({ reel, start, end })),
      )
    },
  },
  {
    id: 'CS-014.close',
    rule: 'CS-014',
    does: 'Ends the cue where the next one starts, or with its reel.',
    edit: (finding, { document }) => {
      const cue = foundCue(finding, document)
      const last = cue?.spans.at(-1)
      if (!cue || typeof last?.start !== 'number') return null
      const place = { reel: last.reel, frame: endOfOpen(last.start, last.reel, cue.id, document) }
      return labelled(
        `Set out at ${formatTimecode(place.frame, document.production.rate)}`,
        closeCue(cue.id, place),
      )
    },
  },
]

function frame(mark: Mark | null): number {
  return typeof mark === 'number' ? mark : Number.NaN
}

function respanned(label: string, id: CueId, spans: readonly Span[]): Edit {
  return {
    label,
    run: (document) => mapRecords(document, 'cues', [id], (cue) => ok({ ...cue, spans: [...spans] })),
  }
}

function withRealLabels(cue: Cue, rate: FrameRate): Edit | null {
  const named: string[] = []
  const real = (mark: Mark): Mark => {
    if (typeof mark === 'number') return mark
    const parsed = parseTimecode(mark.unreadable, rate)
    const suggestion = parsed.ok ? undefined : parsed.problem.suggestion
    const next = suggestion === undefined ? parsed : parseTimecode(suggestion, rate)
    if (!next.ok) return mark
    named.push(formatTimecode(next.value, rate))
    return next.value
  }
  const spans = cue.spans.map((span): Span => {
    const start = real(span.start)
    const end = span.end === null ? null : real(span.end)
    return { reel: span.reel, start, end }
  })
  if (spans.some(({ start, end }) => typeof start === 'object' || (end !== null && typeof end === 'object')))
    return null
  return respanned(`Take ${named.join(' and ')}`, cue.id, spans)
}

/** The part of a span within the action of its reel; null where nothing is left. */
function withinAction(span: Span, { reels }: ProductionDocument): Span | null {
  const programme = reels[span.reel]?.programme
  if (!programme || typeof span.start !== 'number' || typeof span.end !== 'number') return span
  const start = span.start < programme.start ? withEdge(span, 'start', programme.start) : span
  const trimmed = span.end > programme.end ? withEdge(start, 'end', programme.end) : start
  return frame(trimmed.end) > frame(trimmed.start) ? trimmed : null
}

function placedUse(finding: Parameters<typeof foundUse>[0], document: ProductionDocument): PlacedUse | null {
  const use = foundUse(finding, document)
  return use && isPlaced(use) ? use : null
}

function firstBreak(use: PlacedUse, document: ProductionDocument): Segment | null {
  const programme = buildProgramme(document)
  for (const { inProgramme } of use.time.spans) {
    const [slug] = breaksWithin(programme, inProgramme)
    if (slug) return slug
  }
  return null
}

function soundsOn(use: PlacedUse, reel: string, at: number): boolean {
  return use.time.spans.some(
    (span) => span.reel.reel.id === reel && span.inReel.start <= at && at < span.inReel.end,
  )
}

function trimmedAtBreak({ cue, time }: PlacedUse, slug: Segment): Edit | null {
  const label = `Trim at ${slug.label.trim() || 'the break'}`
  const { reel, inReel } = time.first
  const isOnReel = reel.reel.id === slug.reel
  if (isOnReel && inReel.start >= slug.start)
    return labelled(label, setCueStart(cue.id, { reel: slug.reel, frame: slug.end }))
  return labelled(label, setCueEnd(cue.id, { reel: slug.reel, frame: slug.start }))
}

/** The earlier of two overlapping cues up to the later one's in, where it neither starts nor ends with it. */
function trimmedEarlier(later: CueId | undefined, earlier: CueId, { cues }: ProductionDocument): Edit | null {
  const [first, second] = [cues[earlier], later && cues[later]]
  const start = second?.spans[0]
  const [opening, closing] = [first?.spans[0], first?.spans.at(-1)]
  if (!first || !start || !opening || !closing || typeof start.start !== 'number') return null
  if (opening.reel === start.reel && frame(opening.start) >= start.start) return null
  const last = second?.spans.at(-1)
  if (last?.reel === closing.reel && frame(last.end) < frame(closing.end)) return null
  const place: Place = { reel: start.reel, frame: start.start }
  return labelled(
    `End ${first.number.trim() || 'the earlier cue'} where this one starts`,
    setCueEnd(first.id, place),
  )
}

/** The spans in running order with what lies between them, where the reels follow each other. */
function withoutGaps({ spans }: Cue, document: ProductionDocument): readonly Span[] | null {
  const { reels } = buildProgramme(document)
  const placeOf = (span: Span) => reels.findIndex(({ reel }) => reel.id === span.reel)
  const ordered = spans.toSorted((a, b) => placeOf(a) - placeOf(b) || frame(a.start) - frame(b.start))
  const closed: Span[] = []
  for (const span of ordered) {
    const last = closed.at(-1)
    if (!last) closed.push(span)
    else if (last.reel === span.reel)
      closed[closed.length - 1] = withEdge(last, 'end', Math.max(frame(last.end), frame(span.end)) as Frames)
    else if (placeOf(span) !== placeOf(last) + 1) return null
    else {
      const [before, after] = [reels[placeOf(last)], reels[placeOf(span)]]
      if (!before || !after) return null
      closed[closed.length - 1] = withEdge(last, 'end', before.reel.programme.end)
      closed.push(withEdge(span, 'start', after.reel.programme.start))
    }
  }
  return closed
}

/** Where the next cue on the reel starts, else the end of the reel's action. */
function endOfOpen(start: Frames, reel: string, open: CueId, document: ProductionDocument): Frames {
  const starts = recordsOf(document, 'cues')
    .filter(({ id }) => id !== open)
    .flatMap(({ spans }) => spans)
    .flatMap((span) => (span.reel === reel && frame(span.start) > start ? [frame(span.start)] : []))
  return Math.min(document.reels[reel]?.programme.end ?? start, ...starts) as Frames
}
