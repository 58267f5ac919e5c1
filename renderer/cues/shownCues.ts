import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { cuesOfBars } from '../numbers/barFilter.ts'
import { projectionOf } from '../review/findings.ts'
import type { Moment } from '../store/moment.ts'
import { filterCues } from './filterCues.ts'

/** Of some cues those that the table shows: what the filter asks for, counted in every bar that was pressed. */
export function shownCues(
  document: ProductionDocument,
  cues: readonly Cue[],
  { filter, bars }: Pick<Moment, 'filter' | 'bars'>,
): readonly Cue[] {
  const projection = projectionOf(document)
  return filterCues(document, projection, cuesOfBars(document, projection.useOf, cues, bars), filter)
}
