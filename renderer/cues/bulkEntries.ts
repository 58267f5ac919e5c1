import type { CellEntry } from '../../shared/entry/setCells.ts'
import type { Cue } from '../../shared/model/cue.ts'
import { numberHead, parseCueNumber } from '../../shared/model/cueNumber.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'

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

/** The number that cues numbered again begin with by the numbering of the production; empty without a cue. */
export function firstNumber(document: ProductionDocument, [begin]: readonly Cue[]): string {
  const { digits } = document.production.numbering
  return begin ? `${headOf(document, begin)}m${'1'.padStart(digits, '0')}` : ''
}

/**
 * Numbers cues anew in their order (cue-sheet reference, section 7), counting on from the first number: `1m01`, `1m02` … Where what stands
 * before its m is what the production's numbering gives to the first cue's reel, each cue has that of its own reel. Where the
 * production begins anew on each reel, the later reels begin with 1 if they have a head of their own. A trailing s stays with its cue.
 */
function numbered(document: ProductionDocument, cues: readonly Cue[], first: string): readonly CellEntry[] {
  const parts = parseCueNumber(first)
  const [begin] = cues
  if (!parts || !begin) return []
  const { numbering } = document.production
  const followsReel = parts.head === headOf(document, begin)
  const heads = cues.map((cue) => (followsReel ? headOf(document, cue) : parts.head))
  const running = numbering.restartsPerReel
    ? runningByHead(heads, parts.running)
    : cues.map((_, index) => parts.running + index)
  const typed = /m(\d+)/i.exec(first)?.[1]?.length ?? 1
  const highest = running.reduce((most, each) => Math.max(most, each), 0)
  const digits = Math.max(typed, numbering.digits, String(highest).length)
  return cues.map((cue, index) => {
    const source = /m\d+[a-z]*s$/i.test(cue.number) ? 's' : ''
    const text = `${heads[index]}m${String(running[index]).padStart(digits, '0')}${source}`
    return { cue: cue.id, field: 'number', text }
  })
}

/** Running numbers that begin with 1 after each new head; the first one goes on from `first`. */
function runningByHead(heads: readonly string[], first: number): readonly number[] {
  const last = new Map(heads.slice(0, 1).map((head) => [head, first - 1]))
  return heads.map((head) => {
    const running = (last.get(head) ?? 0) + 1
    last.set(head, running)
    return running
  })
}

function headOf(document: ProductionDocument, { spans }: Cue): string {
  const [span] = spans
  return span ? numberHead(document, span.reel) : document.production.numbering.prefix
}
