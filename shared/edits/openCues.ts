import type { Cue } from '../model/cue.ts'
import type { ProductionDocument } from '../model/document.ts'
import { lineageOf } from './tableLineage.ts'

type Cues = ProductionDocument['cues']

const known = new WeakMap<Cues, readonly Cue[]>()

/** The cues of a table that have no end yet, in no particular order. Of a table made from another only what differs is looked at. */
export function openCuesIn(cues: Cues): readonly Cue[] {
  const found = known.get(cues)
  if (found) return found
  const open = derived(cues) ?? Object.values(cues).filter(hasNoEnd)
  known.set(cues, open)
  return open
}

function derived(cues: Cues): readonly Cue[] | null {
  const lineage = lineageOf(cues)
  const before = lineage && known.get(lineage.from as Cues)
  if (!lineage || !before) return null
  const changed = new Set(lineage.ids)
  const others = before.filter(({ id }) => !changed.has(id))
  return [...others, ...[...changed].flatMap((id) => recordIn(cues, id)).filter(hasNoEnd)]
}

function recordIn(cues: Cues, id: string): readonly Cue[] {
  const cue = Object.hasOwn(cues, id) ? cues[id] : undefined
  return cue ? [cue] : []
}

function hasNoEnd({ spans }: Cue): boolean {
  return spans.at(-1)?.end === null
}
