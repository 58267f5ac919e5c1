import type { Cue } from '../model/cue.ts'
import { nextCueNumber } from '../model/cueNumber.ts'
import type { ProductionDocument } from '../model/document.ts'
import type { CueId, MakeId, ReelId } from '../model/ids.ts'
import { reelExtent } from '../model/reelExtent.ts'
import { type Problem, type Result, refuse } from '../result.ts'
import { addFrames, type Frames, frames } from '../time/frames.ts'
import { formatTimecode } from '../time/timecode.ts'
import { frameOf, type Place, spansBetween, spansOf } from './cueSpans.ts'
import type { Edit } from './edit.ts'
import { countedLabel } from './editLabel.ts'
import { addRecord, findRecord } from './putRecord.ts'

/** A cue to be copied: where it begins and how long its music is. */
type Original = { readonly cue: Cue; readonly reel: ReelId; readonly start: Frames; readonly length: number }

/**
 * Adds cues like others, the earliest at a place and the rest as far behind it as they are now; each as long as the one it
 * is like, with a number of its own and no licences.
 */
export function duplicateCues(ids: readonly CueId[], place: Place, makeId: MakeId): Edit {
  const copies = [...new Set(ids)].map((id) => ({ id, copyId: makeId<'cues'>() }))
  return {
    label: countedLabel('Duplicate', 'cue', copies.length),
    run: (document) => {
      const found = originals(document, copies)
      if (!found.ok) return found
      const earliest = Math.min(...found.value.map(({ start }) => start))
      return found.value.reduce<Result<ProductionDocument>>(
        (result, { copyId, ...original }) => {
          const frame = addFrames(place.frame, original.start - earliest)
          return result.ok ? withCopy(result.value, original, copyId, { ...place, frame }) : result
        },
        findPlace(document, place),
      )
    },
  }
}

function originals(
  document: ProductionDocument,
  copies: readonly { readonly id: CueId; readonly copyId: CueId }[],
): Result<readonly (Original & { readonly copyId: CueId })[]> {
  const found: (Original & { readonly copyId: CueId })[] = []
  for (const { id, copyId } of copies) {
    const cue = findRecord(document, 'cues', id)
    if (!cue.ok) return cue
    const [{ reel, start: mark }] = spansOf(cue.value)
    const start = frameOf(mark)
    const length = lengthOf(cue.value)
    if (start === null || length === null) return refuse(noLength(cue.value))
    const [first] = found
    if (first && first.reel !== reel) return refuse(severalReels())
    found.push({ cue: cue.value, copyId, reel, start, length })
  }
  return { ok: true, value: found.toSorted((a, b) => a.start - b.start) }
}

function findPlace(document: ProductionDocument, { reel }: Place): Result<ProductionDocument> {
  const found = findRecord(document, 'reels', reel)
  return found.ok ? { ok: true, value: document } : found
}

function withCopy(
  document: ProductionDocument,
  { cue, length }: Original,
  copyId: CueId,
  place: Place,
): Result<ProductionDocument> {
  const reel = findRecord(document, 'reels', place.reel)
  if (!reel.ok) return reel
  const end = addFrames(place.frame, length)
  const room = reelExtent(reel.value)
  if (end > room.end) return refuse(leavesReel(document, cue, place, frames(room.end)))
  const spans = spansBetween(document, place, { ...place, frame: end })
  if (!spans.ok) return spans
  const number = nextCueNumber(document, place.reel, place.frame)
  return addRecord(document, 'cues', { ...cue, id: copyId, number, spans: [...spans.value] })
}

/** Frames of music in a cue; null when it is open or has an edge that names no frame. */
function lengthOf(cue: Cue): number | null {
  let length = 0
  for (const span of spansOf(cue)) {
    const start = frameOf(span.start)
    const end = frameOf(span.end)
    if (start === null || end === null) return null
    length += end - start
  }
  return length
}

function noLength({ number }: Cue): Problem {
  return {
    message: `${number === '' ? 'This cue' : `Cue ${number}`} has no length yet.`,
    expected: 'a cue with an in and an out',
    found: 'an edge that is open or names no frame',
    remedy: 'Set its in and out first.',
  }
}

function severalReels(): Problem {
  return {
    message: 'Cues of several reels cannot be duplicated together.',
    expected: 'cues that begin on one reel',
    found: 'cues on several',
    remedy: 'Duplicate them reel by reel.',
  }
}

function leavesReel(document: ProductionDocument, { number }: Cue, place: Place, end: Frames): Problem {
  const { rate } = document.production
  return {
    message: `The copy of ${number === '' ? 'this cue' : `cue ${number}`} would run past the end of its reel.`,
    expected: `a copy that ends at ${formatTimecode(end, rate)} or before`,
    found: `one that begins at ${formatTimecode(place.frame, rate)}`,
    remedy: 'Go to an earlier frame.',
  }
}
