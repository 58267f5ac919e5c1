import type { Finding } from '../model/finding.ts'
import type { LicenceSide } from '../model/licence.ts'
import { type CueUse, isPlaced, type PlacedUse } from '../sheet/cueUse.ts'
import type { SideStatus } from '../sheet/sideStatus.ts'
import type { UseContext } from './reviewContext.ts'
import type { Inspection, Noticed } from './rule.ts'

/** The words of a finding, or null where there is nothing to report. */
type Message = Finding['message'] | null

/** Looks at each active cue by itself. */
export function perUse(message: (use: CueUse, context: UseContext) => Message): Inspection {
  return eachUse((use, context) => noticed(use, message(use, context)))
}

/** Looks at each active cue that has a place in the programme. */
export function perPlacedUse(message: (use: PlacedUse, context: UseContext) => Message): Inspection {
  return eachUse((use, context) => (isPlaced(use) ? noticed(use, message(use, context)) : []))
}

/** Looks at the sync side, then the master side, of each active cue. */
export function perSide(message: (status: SideStatus, use: CueUse) => Message): Inspection {
  return eachUse((use) => [
    ...noticed(use, message(use.sync, use), 'sync'),
    ...noticed(use, message(use.master, use), 'master'),
  ])
}

/** Looks at each active cue by itself, and may notice several things of one. */
export function eachUse(ofUse: NonNullable<Inspection['ofUse']>): Inspection {
  const inspect: Inspection = (context) => context.uses.flatMap((use) => ofUse(use, context))
  return Object.assign(inspect, { ofUse })
}

function noticed({ cue }: CueUse, message: Message, side?: LicenceSide): readonly Noticed[] {
  if (message === null) return []
  return side ? [{ cue: cue.id, side, message }] : [{ cue: cue.id, message }]
}
