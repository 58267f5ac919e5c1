import type { CellEntry } from '../../shared/entry/setCells.ts'
import type { Cue } from '../../shared/model/cue.ts'
import { parseCueNumber } from '../../shared/model/cueNumber.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'

/** A change of many cues. */
export type BulkChange =
  | { readonly kind: 'set'; readonly field: string; readonly text: string }
  | {
      readonly kind: 'replace'
      readonly field: 'title' | 'number' | 'scene' | 'description' | 'notes'
      readonly find: string
      readonly by: string
      readonly matchesCase: boolean
    }
  | { readonly kind: 'number'; readonly first: string }

/** The cells that a change of many cues enters. */
export function bulkEntries(
  document: ProductionDocument,
  cues: readonly Cue[],
  change: BulkChange,
): readonly CellEntry[] {
  if (change.kind === 'set')
    return cues.map(({ id }) => ({ cue: id, field: change.field, text: change.text }))
  if (change.kind === 'replace') {
    const { field, find, by, matchesCase } = change
    if (find === '') return []
    return cues.flatMap((cue) => {
      const text = replaced(cue[field], find, by, matchesCase)
      return text === cue[field] ? [] : [{ cue: cue.id, field, text }]
    })
  }
  return numbered(document, cues, change.first)
}

/** The text with every place that reads so replaced; what is found and put is taken as it stands. */
export function replaced(text: string, find: string, by: string, matchesCase: boolean): string {
  const pattern = new RegExp(find.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), matchesCase ? 'g' : 'gi')
  return text.replace(pattern, () => by)
}

/**
 * Numbers cues anew in their order (cue-sheet reference, section 7), counting on from the first number: `1m01`, `1m02` … What stands before
 * the m becomes the number of the cue's reel where the first number has the number of its own; a trailing s stays with its cue.
 */
function numbered(document: ProductionDocument, cues: readonly Cue[], first: string): readonly CellEntry[] {
  const parts = parseCueNumber(first)
  const [begin] = cues
  if (!parts || !begin) return []
  const reels = recordsOf(document, 'reels')
    .toSorted((a, b) => a.order - b.order)
    .map(({ id }) => id)
  const reelOf = (cue: Cue) => String(reels.indexOf(cue.spans[0]?.reel as (typeof reels)[number]) + 1)
  const digits = Math.max(
    /m(\d+)/i.exec(first)?.[1]?.length ?? 2,
    String(parts.running + cues.length - 1).length,
  )
  const followsReel = parts.head === reelOf(begin)
  return cues.map((cue, index) => {
    const head = followsReel ? reelOf(cue) : parts.head
    const source = /m\d+[a-z]*s$/i.test(cue.number) ? 's' : ''
    const text = `${head}m${String(parts.running + index).padStart(digits, '0')}${source}`
    return { cue: cue.id, field: 'number', text }
  })
}
