import type { Cue, Span } from '../model/cue.ts'
import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { CueId } from '../model/ids.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'
import type { Frames } from '../time/frames.ts'
import { frameOf, isOpen, lastSpan, type Spans, spansBetween, spansOf } from './cueSpans.ts'
import { removeCues } from './cueStructureEdits.ts'
import type { Edit } from './edit.ts'
import { countedLabel } from './editLabel.ts'
import { unreadableCue } from './moveLimits.ts'
import { findRecord, putRecord, putRecords } from './putRecord.ts'

/** A cue with the frames between which it lies, and the places of its reels in the running order. */
type Placed = {
  readonly cue: Cue
  readonly start: Frames
  readonly startOrder: number
  /** Null while the cue is open. */
  readonly end: Frames | null
  readonly endOrder: number
}

/**
 * Makes neighbouring cues into one, from the first in to the last out; gaps between them become music. The first cue keeps
 * its number, type and music and takes over what it lacks, with texts and licences of the others.
 */
export function joinCues(ids: readonly CueId[]): Edit {
  return {
    label: countedLabel('Join', 'cue', new Set(ids).size),
    run: (document) => {
      const placed = placedCues(document, ids)
      if (!placed.ok) return placed
      const [first, ...others] = placed.value
      if (!first || others.length === 0) return refuse(tooFew(placed.value.length))
      const between = stranger(document, placed.value)
      if (between) return refuse(notNeighbours(between))
      const all = placed.value.map(({ cue }) => cue)
      const other = otherThan(all, 'work') ?? otherThan(all, 'recording')
      if (other) return refuse(otherMusic(other))
      const spans = joinedSpans(document, placed.value)
      if (!spans.ok) return spans
      const joined = { ...withWordsOf(first.cue, all), spans: [...spans.value] }
      const licensed = takeLicences(document, first.cue.id, all)
      if (!licensed.ok) return licensed
      const removed = removeCues(others.map(({ cue }) => cue.id)).run(licensed.value)
      return removed.ok ? putRecord(removed.value, 'cues', joined) : removed
    },
  }
}

/** The cues in the order of the film; refused when an edge cannot be read. */
function placedCues(document: ProductionDocument, ids: readonly CueId[]): Result<readonly Placed[]> {
  const placed: Placed[] = []
  for (const id of new Set(ids)) {
    const cue = findRecord(document, 'cues', id)
    if (!cue.ok) return cue
    const found = place(document, cue.value)
    if (!found) return refuse(unreadableCue(cue.value))
    placed.push(found)
  }
  return ok(placed.toSorted(inFilmOrder))
}

function place(document: ProductionDocument, cue: Cue): Placed | null {
  const [first] = spansOf(cue)
  const last = lastSpan(spansOf(cue))
  const start = frameOf(first.start)
  const end = frameOf(last.end)
  if (start === null || (last.end !== null && end === null)) return null
  const orderOf = ({ reel }: Span) => document.reels[reel]?.order ?? 0
  return { cue, start, end, startOrder: orderOf(first), endOrder: orderOf(last) }
}

function inFilmOrder(a: Placed, b: Placed): number {
  return a.startOrder - b.startOrder || a.start - b.start || (a.cue.id < b.cue.id ? -1 : 1)
}

/** A cue that is not joined and begins after the first and before the last of those that are. */
function stranger(document: ProductionDocument, joined: readonly Placed[]): Cue | null {
  const [first, last] = [joined[0], joined.at(-1)]
  if (!first || !last) return null
  const ids = new Set(joined.map(({ cue }) => cue.id))
  const found = recordsOf(document, 'cues').find((cue) => {
    const other = ids.has(cue.id) ? null : place(document, cue)
    return other !== null && startsAfter(other, first) && startsAfter(last, other)
  })
  return found ?? null
}

function startsAfter(a: Placed, b: Placed): boolean {
  return a.startOrder > b.startOrder || (a.startOrder === b.startOrder && a.start > b.start)
}

/** From the first in to the last out; what an import had written at these two stays. */
function joinedSpans(document: ProductionDocument, placed: readonly Placed[]): Result<Spans> {
  const [first] = placed
  const last = placed.reduce((latest, one) => (endsAfter(one, latest) ? one : latest))
  if (!first) return refuse(tooFew(0))
  const opening = spansOf(first.cue)[0]
  const closing = lastSpan(spansOf(last.cue))
  const start = { reel: opening.reel, frame: first.start }
  if (last.end === null) return ok([{ ...opening, end: null }])
  const spans = spansBetween(document, start, { reel: closing.reel, frame: last.end })
  if (!spans.ok) return spans
  const [head, ...others] = spans.value
  const labelled = [labelledAs(head, 'start', opening.labels?.start), ...others]
  return ok([
    ...labelled.slice(0, -1),
    labelledAs(labelled.at(-1) ?? head, 'end', closing.labels?.end),
  ] as unknown as Spans)
}

function endsAfter(a: Placed, b: Placed): boolean {
  if (isOpen(b.cue)) return false
  if (isOpen(a.cue)) return true
  return a.endOrder > b.endOrder || (a.endOrder === b.endOrder && (a.end ?? 0) > (b.end ?? 0))
}

function labelledAs(span: Span, edge: 'start' | 'end', label: string | undefined): Span {
  return label === undefined ? span : { ...span, labels: { ...span.labels, [edge]: label } }
}

/** The first cue that names another work or recording than one before it. */
function otherThan(cues: readonly Cue[], field: 'work' | 'recording'): Cue | undefined {
  const named = cues.filter((cue) => cue[field] !== null)
  return named.find((cue) => cue[field] !== named[0]?.[field])
}

/** The first cue with what it lacks: title and music from the next that has them, texts from all. */
function withWordsOf(first: Cue, cues: readonly Cue[]): Cue {
  const music = cues.find(({ recording }) => recording !== null) ?? cues.find(({ work }) => work !== null)
  const texts = (field: 'scene' | 'description' | 'notes', between: string) =>
    [...new Set(cues.map((cue) => cue[field]))].filter((text) => text !== '').join(between)
  return {
    ...first,
    number: cues.find(({ number }) => number !== '')?.number ?? '',
    title: cues.find(({ title }) => title !== '')?.title ?? '',
    work: music?.work ?? first.work,
    recording: music?.recording ?? first.recording,
    scene: texts('scene', ', '),
    description: texts('description', '\n'),
    notes: texts('notes', '\n'),
    dramaticRoles: [...new Set(cues.flatMap((cue) => cue.dramaticRoles))],
    identification: cues.find(({ identification }) => identification !== null)?.identification ?? null,
  }
}

function takeLicences(
  document: ProductionDocument,
  first: CueId,
  cues: readonly Cue[],
): Result<ProductionDocument> {
  const joined = new Set(cues.map(({ id }) => id))
  const licences = recordsOf(document, 'licences')
    .filter((licence) => !licence.cues.includes(first) && licence.cues.some((id) => joined.has(id)))
    .map((licence) => ({ ...licence, cues: [...licence.cues, first] }))
  return putRecords(document, 'licences', licences)
}

function tooFew(count: number): Problem {
  return {
    message: 'One cue alone cannot be joined.',
    expected: 'two or more cues that follow one another',
    found: String(count),
    remedy: 'Select the next cue too.',
  }
}

function notNeighbours({ number }: Cue): Problem {
  return {
    message: 'Only cues that follow one another can be joined.',
    expected: 'no other cue that begins between them',
    found: number === '' ? 'another cue between them' : `cue ${number} between them`,
    remedy: 'Select that cue too, or move it away.',
  }
}

function otherMusic({ number }: Cue): Problem {
  return {
    message: 'These cues hold different music, and a cue is one piece of music.',
    expected: 'the same work and recording in all of them, or none',
    found:
      number === '' ? 'a cue with another work or recording' : `another work or recording in cue ${number}`,
    remedy: 'Leave them apart, or take the music out of one of them first.',
  }
}
