import type { CueType, Diegesis } from '../../shared/model/cue.ts'
import type { NumberBar } from '../../shared/sheet/musicNumbers.ts'
import type { NumberAxis } from '../../shared/sheet/numberAxes.ts'
import { ukCodeNames, usCodeNames } from '../../shared/sheet/readableNames.ts'
import type { SideState } from '../../shared/sheet/sideStatus.ts'
import { sideStateName } from '../licensing/sideStates.ts'
import { diegesisNames, typeNames } from '../ui/words.ts'

/** What music is counted by, in words. */
export const axisNames: Readonly<Record<NumberAxis, string>> = {
  type: 'Type',
  diegesis: 'Diegesis',
  usUse: 'US use',
  ukUse: 'UK use',
  writer: 'Writer',
  writerSociety: 'Writers’ society',
  publisherSociety: 'Publishers’ society',
  sync: 'Sync licence',
  master: 'Master licence',
}

const useNames: Readonly<Record<string, string>> = { ...usCodeNames, ...ukCodeNames }

/** What stands for music of which the axis says nothing. */
const unknownNames: Readonly<Record<NumberAxis, string>> = {
  type: 'No type',
  diegesis: 'Not decided',
  usUse: 'No code yet',
  ukUse: 'No code yet',
  writer: 'No writer named',
  writerSociety: 'No society named',
  publisherSociety: 'No society named',
  sync: 'Not known',
  master: 'Not known',
}

/** The name of a bar. */
export function barName(axis: NumberAxis, { key, name }: Pick<NumberBar, 'key' | 'name'>): string {
  if (key === '') return unknownNames[axis]
  switch (axis) {
    case 'type':
      return typeNames[key as CueType]
    case 'diegesis':
      return diegesisNames[key as Diegesis]
    case 'usUse':
    case 'ukUse':
      return capitalised(useNames[key] ?? key)
    case 'writer':
      return name || unknownNames.writer
    case 'writerSociety':
    case 'publisherSociety':
      return key === 'NS' ? 'No society' : key === 'PD' ? 'Public domain' : key
    case 'sync':
    case 'master':
      return sideStateName(key as SideState)
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
