import type { Finding } from '../model/finding.ts'
import type { LicenceSide } from '../model/licence.ts'
import type { CueUse, PlacedUse } from '../sheet/cueUse.ts'
import type { SideStatus } from '../sheet/sideStatus.ts'
import type { ReviewContext } from './reviewContext.ts'
import type { Noticed, Rule } from './rule.ts'

/** The words of a finding, or null where there is nothing to report. */
type Message = Finding['message'] | null

/** Looks at each active cue by itself. */
export function perUse(message: (use: CueUse, context: ReviewContext) => Message): Rule['inspect'] {
  return (context) => {
    const found: Noticed[] = []
    for (const use of context.uses) note(found, use, message(use, context))
    return found
  }
}

/** Looks at each active cue that has a place in the programme. */
export function perPlacedUse(message: (use: PlacedUse, context: ReviewContext) => Message): Rule['inspect'] {
  return (context) => {
    const found: Noticed[] = []
    for (const use of context.placed) note(found, use, message(use, context))
    return found
  }
}

/** Looks at the sync side, then the master side, of each active cue. */
export function perSide(message: (status: SideStatus, use: CueUse) => Message): Rule['inspect'] {
  return (context) => {
    const found: Noticed[] = []
    for (const use of context.uses) {
      note(found, use, message(use.sync, use), 'sync')
      note(found, use, message(use.master, use), 'master')
    }
    return found
  }
}

function note(found: Noticed[], { cue }: CueUse, message: Message, side?: LicenceSide): void {
  if (message !== null) found.push(side ? { cue: cue.id, side, message } : { cue: cue.id, message })
}
