import { type LicenceStatus, licenceStatuses } from '../../shared/model/licence.ts'
import type { SideState } from '../../shared/sheet/sideStatus.ts'
import { statusSigns } from '../ui/words.ts'

/** The shape that stands for a licence state: from an empty circle to a full one, a cross, or a dash. */
export type LicenceShape = 'empty' | 'quarter' | 'half' | 'most' | 'full' | 'cross' | 'dash'

const shapes: Readonly<Record<string, LicenceShape>> = {
  '○': 'empty',
  '◔': 'quarter',
  '◐': 'half',
  '◕': 'most',
  '●': 'full',
  '✕': 'cross',
  '–': 'dash',
}

/** The shape of a state, after the sign that it has everywhere else. */
export function licenceShape(state: SideState): LicenceShape {
  return shapes[statusSigns[state]] ?? 'empty'
}

/** Refusals first, then what is furthest from being cleared. */
const weakestFirst: readonly SideState[] = [
  'denied',
  'expired',
  'missing',
  ...licenceStatuses.filter((status) => !isEnded(status)),
  'replaced',
  'n/a',
]

/** Of the states of a cue's two sides the one that keeps it from being cleared. */
export function weakerSide(sync: SideState, master: SideState): SideState {
  return weakestFirst.indexOf(sync) <= weakestFirst.indexOf(master) ? sync : master
}

function isEnded(status: LicenceStatus): boolean {
  return status === 'denied' || status === 'expired' || status === 'replaced'
}
