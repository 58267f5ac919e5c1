import type { MergedTable } from '../edits/mergeEdits.ts'
import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { CueId } from '../model/ids.ts'

/** Which cues use each work, recording and holder: cues by the record's id. */
export type MusicUses = Readonly<Record<MergedTable, ReadonlyMap<string, readonly CueId[]>>>

const known = new WeakMap<object, { readonly works: object; readonly uses: MusicUses }>()

/** The cues that use each work, recording and holder. A holder is used by the cues whose work names it. */
export function musicUses(document: Pick<ProductionDocument, 'cues' | 'works'>): MusicUses {
  const found = known.get(document.cues)
  if (found && found.works === document.works) return found.uses
  const uses = counted(document as ProductionDocument)
  known.set(document.cues, { works: document.works, uses })
  return uses
}

/** How many cues use each record of all three tables. */
export function useCounts(uses: MusicUses): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const table of ['works', 'recordings', 'parties'] as const)
    for (const [id, cues] of uses[table]) counts.set(id, cues.length)
  return counts
}

function counted(document: ProductionDocument): MusicUses {
  const uses = { works: new Map(), recordings: new Map(), parties: new Map() } as Record<
    MergedTable,
    Map<string, CueId[]>
  >
  const add = (table: MergedTable, id: string, cue: CueId) => {
    const cues = uses[table].get(id)
    if (!cues) uses[table].set(id, [cue])
    else if (cues.at(-1) !== cue) cues.push(cue)
  }
  for (const { id, work, recording } of recordsOf(document, 'cues')) {
    if (recording !== null) add('recordings', recording, id)
    if (work === null) continue
    add('works', work, id)
    const { writers = [], publishers = [] } = document.works[work] ?? {}
    for (const { party } of [...writers, ...publishers]) add('parties', party, id)
  }
  return uses
}
