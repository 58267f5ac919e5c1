import { setCueRange } from '../edits/cueEdgeEdits.ts'
import { frameOf, lastSpan, spansOf } from '../edits/cueSpans.ts'
import type { ProductionDocument } from '../model/document.ts'
import type { CueId } from '../model/ids.ts'
import { frames } from '../time/frames.ts'
import { parseTypedTimecode } from '../time/typedTimecode.ts'
import { cueField } from './cueFields.ts'

type Cell = { readonly cue: CueId; readonly field: string; readonly text: string }

/**
 * The row with a new in and a new out set at once, since one after the other an in could come behind the old out. Null where not
 * both are given as new places, or where they make no range; each then stands for itself.
 */
export function withInAndOut(row: ProductionDocument, cells: readonly Cell[]): ProductionDocument | null {
  const start = cells.find(({ field }) => field === 'start')
  const end = cells.find(({ field }) => field === 'end')
  const cue = start && row.cues[start.cue]
  if (!cue || !end || [start, end].some(({ text }) => /^\s*([+\-\u2212\u2013]|$)/.test(text))) return null
  const isNew = (cell: Cell) => cueField(cell.field)?.read(row, cue) !== cell.text.trim()
  if (!isNew(start) || !isNew(end)) return null
  const spans = spansOf(cue)
  const last = lastSpan(spans)
  const now = frameOf(spans[0].start) ?? row.reels[spans[0].reel]?.programme.start ?? frames(0)
  const from = parseTypedTimecode(start.text, row.production.rate, now)
  const to = parseTypedTimecode(end.text, row.production.rate, frameOf(last.end) ?? now)
  if (!from.ok || !to.ok) return null
  const set = setCueRange(
    cue.id,
    { reel: spans[0].reel, frame: from.value },
    { reel: last.reel, frame: to.value },
  ).run(row)
  return set.ok ? set.value : null
}
