import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { CueId } from '../../shared/model/ids.ts'
import { type CueUse, isPlaced } from '../../shared/sheet/cueUse.ts'
import { type NumberAxis, partsOfUse } from '../../shared/sheet/numberAxes.ts'

/** A bar whose cues the table shows. */
export type BarFilter = { readonly axis: NumberAxis; readonly key: string }

/** The filters after a bar was pressed: it goes if it was among them, else it takes the place of another bar of its axis. */
export function withBarToggled(filters: readonly BarFilter[], bar: BarFilter): readonly BarFilter[] {
  const others = filters.filter(({ axis }) => axis !== bar.axis)
  return isAmong(filters, bar) ? others : [...others, { axis: bar.axis, key: bar.key }]
}

/** Whether a bar's cues are what the table shows. */
export function isAmong(filters: readonly BarFilter[], bar: BarFilter): boolean {
  return filters.some(({ axis, key }) => axis === bar.axis && key === bar.key)
}

/** The cues that are counted in every one of some bars; all cues where there is none. */
export function cuesOfBars(
  document: ProductionDocument,
  uses: Pick<ReadonlyMap<CueId, CueUse>, 'get'>,
  cues: readonly Cue[],
  filters: readonly BarFilter[],
): readonly Cue[] {
  if (filters.length === 0) return cues
  return cues.filter(({ id }) => {
    const use = uses.get(id)
    if (!use || !isPlaced(use)) return false
    return filters.every(({ axis, key }) => partsOfUse(use, axis, document).some((part) => part.key === key))
  })
}
