import { setCueEnd, setCueStart } from '../edits/cueEdgeEdits.ts'
import { frameOf, lastSpan, spansOf } from '../edits/cueSpans.ts'
import type { Cue } from '../model/cue.ts'
import type { ProductionDocument } from '../model/document.ts'
import { ok, type Result, refuse } from '../result.ts'
import { type Frames, frames } from '../time/frames.ts'
import { formatSignedTimecode, formatTimecode } from '../time/timecode.ts'
import { parseTypedTimecode } from '../time/typedTimecode.ts'
import type { CueField } from './cueField.ts'

/** Frames of music, added up over reel changes; null while an edge is open or names no frame. */
export function lengthOf(cue: Cue): Frames | null {
  let length = 0
  for (const { start, end } of cue.spans) {
    const from = frameOf(start)
    const to = frameOf(end)
    if (from === null || to === null) return null
    length += to - from
  }
  return frames(length)
}

function edgeText(document: ProductionDocument, mark: Cue['spans'][number]['end']): string {
  if (mark === null) return ''
  return typeof mark === 'number' ? formatTimecode(mark, document.production.rate) : mark.unreadable
}

function firstOfAction(document: ProductionDocument, cue: Cue): Frames {
  const [{ reel }] = spansOf(cue)
  return document.reels[reel]?.programme.start ?? frames(0)
}

const start: CueField = {
  id: 'start',
  name: 'In',
  noun: 'in',
  heads: ['start', 'tc in', 'timecode in', 'in tc', 'start tc', 'time in'],
  isTime: true,
  read: (document, cue) => edgeText(document, spansOf(cue)[0].start),
  write: (document, cue, text) => {
    const spans = spansOf(cue)
    const now = frameOf(spans[0].start) ?? frameOf(lastSpan(spans).end) ?? firstOfAction(document, cue)
    const typed = parseTypedTimecode(text, document.production.rate, now)
    if (!typed.ok) return typed
    return setCueStart(cue.id, { reel: spans[0].reel, frame: typed.value }).run(document)
  },
  empty: null,
}

const end: CueField = {
  id: 'end',
  name: 'Out',
  noun: 'out',
  heads: ['end', 'tc out', 'timecode out', 'out tc', 'end tc', 'time out'],
  isTime: true,
  read: (document, cue) => edgeText(document, lastSpan(spansOf(cue)).end),
  write: (document, cue, text) => {
    const spans = spansOf(cue)
    const last = lastSpan(spans)
    const now = frameOf(last.end) ?? frameOf(spans[0].start) ?? firstOfAction(document, cue)
    const typed = parseTypedTimecode(text, document.production.rate, now)
    return typed.ok ? setCueEnd(cue.id, { reel: last.reel, frame: typed.value }).run(document) : typed
  },
  empty: null,
}

const length: CueField = {
  id: 'length',
  name: 'Length',
  noun: 'length',
  heads: ['duration', 'dur', 'len'],
  isTime: true,
  read: (document, cue) => {
    const known = lengthOf(cue)
    return known === null ? '' : formatSignedTimecode(known, document.production.rate)
  },
  write: (document, cue, text) => {
    const wanted = parseTypedTimecode(text, document.production.rate, lengthOf(cue) ?? frames(0))
    return wanted.ok ? withLength(document, cue, wanted.value) : wanted
  },
  empty: null,
}

/** Moves the out so that the cue is that long. */
function withLength(document: ProductionDocument, cue: Cue, wanted: Frames): Result<ProductionDocument> {
  const spans = spansOf(cue)
  const last = lastSpan(spans)
  const known = lengthOf(cue)
  const out = frameOf(last.end)
  const from = frameOf(spans[0].start)
  if (known !== null && known === wanted) return ok(document)
  const end = known !== null && out !== null ? out + wanted - known : from === null ? null : from + wanted
  if (end === null) {
    return refuse({
      message: 'The in of this cue cannot be read, so it has no length.',
      expected: 'a cue whose in is a timecode',
      found: edgeText(document, spans[0].start),
      remedy: 'Type the in first.',
    })
  }
  return setCueEnd(cue.id, { reel: last.reel, frame: frames(end) }).run(document)
}

/** Where a cue begins and ends; a length moves the out. */
export const timeFields: readonly CueField[] = [start, end, length]
