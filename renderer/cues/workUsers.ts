import { lineageOf } from '../../shared/edits/tableLineage.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { WorkId } from '../../shared/model/ids.ts'

type Cues = ProductionDocument['cues']
type Counts = ReadonlyMap<WorkId, number>

const known = new WeakMap<Cues, Counts>()

/** How many cues use a work. Of a table made from another only the cues that differ are looked at. */
export function workUsers(cues: Cues, work: WorkId): number {
  return countsIn(cues).get(work) ?? 0
}

function countsIn(cues: Cues): Counts {
  const found = known.get(cues)
  if (found) return found
  const counts = derived(cues) ?? counted(new Map(), Object.values(cues), 1)
  known.set(cues, counts)
  return counts
}

function derived(cues: Cues): Counts | null {
  const lineage = lineageOf(cues)
  const from = lineage?.from as Cues | undefined
  const before = from && known.get(from)
  if (!lineage || !before) return null
  const ids = [...new Set(lineage.ids)]
  const without = counted(new Map(before), recordsIn(from, ids), -1)
  return counted(without, recordsIn(cues, ids), 1)
}

function recordsIn(cues: Cues, ids: readonly string[]): readonly Cue[] {
  return ids.flatMap((id) => (Object.hasOwn(cues, id) ? (cues[id] ?? []) : []))
}

function counted(counts: Map<WorkId, number>, cues: readonly Cue[], by: 1 | -1): Map<WorkId, number> {
  for (const { work } of cues) if (work !== null) counts.set(work, (counts.get(work) ?? 0) + by)
  return counts
}
