import type { LicenceStatus } from '../../shared/model/licence.ts'
import type { SideState } from '../../shared/sheet/sideStatus.ts'
import { statusNames } from '../ui/words.ts'

/** What a state means for delivery: it blocks, it is on its way, it is done, or nobody needs it. */
export type SideTone = 'blocked' | 'open' | 'done' | 'idle'

const tones: Readonly<Record<LicenceStatus, SideTone>> = {
  toRequest: 'open',
  requested: 'open',
  quoted: 'open',
  negotiating: 'open',
  approved: 'done',
  drafted: 'done',
  executed: 'done',
  paid: 'done',
  denied: 'blocked',
  expired: 'blocked',
  replaced: 'idle',
}

/** The state of a side in words. */
export function sideStateName(state: SideState): string {
  if (state === 'missing') return 'Missing'
  return state === 'n/a' ? 'Not needed' : statusNames[state]
}

/** What the state of a side means for delivery. */
export function sideTone(state: SideState): SideTone {
  if (state === 'missing') return 'blocked'
  return state === 'n/a' ? 'idle' : tones[state]
}
