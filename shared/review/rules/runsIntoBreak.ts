import type { Segment } from '../../model/production.ts'
import { nameOfUse } from '../../sheet/cueUse.ts'
import { listed } from '../../sheet/listed.ts'
import { breaksWithin } from '../../sheet/programme.ts'
import { perPlacedUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A cue that plays over the slug of a commercial break. */
export const runsIntoBreak: Rule = {
  id: 'CS-005',
  severity: 'warning',
  fault: 'The cue plays over at least one frame of a commercial break’s slug.',
  reason: 'Music that stops at a break and resumes after it is two cues; the slug itself is silent.',
  remedy: 'End the cue at the break; what resumes behind it is a cue of its own.',
  source: 'House rule',
  inspect: perPlacedUse((use, { programme }) => {
    const slugs = new Set<Segment>()
    for (const { inProgramme } of use.time.spans)
      for (const slug of breaksWithin(programme, inProgramme)) slugs.add(slug)
    if (slugs.size === 0) return null
    const names = listed([...slugs].map(({ label }) => label.trim() || 'a break'))
    return `${nameOfUse(use)} runs into ${names}. End it at the break; music that resumes is a cue of its own.`
  }),
}
