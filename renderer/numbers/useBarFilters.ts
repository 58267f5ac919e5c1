import { useMemo } from 'react'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { projectionOf } from '../review/findings.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { type BarFilter, cuesOfBars } from './barFilter.ts'

/** The bars whose cues the table shows. */
export function useBarFilters(): readonly BarFilter[] {
  return useStore(useSession().moment, (moment) => moment.bars)
}

/** Of some cues those that are counted in every bar that was pressed. */
export function useCuesOfBars(document: ProductionDocument, cues: readonly Cue[]): readonly Cue[] {
  const filters = useBarFilters()
  return useMemo(
    () => (filters.length === 0 ? cues : cuesOfBars(document, projectionOf(document).useOf, cues, filters)),
    [document, cues, filters],
  )
}
