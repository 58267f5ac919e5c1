import { nameOfUse } from '../../sheet/cueUse.ts'
import { ukCodeNames, usCodeNames } from '../../sheet/readableNames.ts'
import { ukUsage, usUsage } from '../../sheet/usage.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** Music that the characters hear from a source nobody sees. */
export const heardButNotSeen: Rule = {
  id: 'CS-033',
  severity: 'info',
  fault: 'The characters hear the music, its source is not seen, and it is no theme.',
  reason:
    'US and UK sheets differ here: visual needs a source on screen, featured needs only that the characters hear it.',
  remedy: 'Nothing, if that is so; it is background in the US and featured in the UK. Else say what is seen.',
  source: 'APRA, Cue sheets, against US legends such as Lion Bold Records’',
  inspect: perUse((use, { document }) => {
    const { diegesis, sourceVisibility, themeRole } = use.cue
    if (diegesis !== 'diegetic' || themeRole !== 'none') return null
    if (sourceVisibility !== 'none' && sourceVisibility !== 'offscreen') return null
    const us = usUsage(use.cue, document.production.visualRule).code
    const uk = ukUsage(use.cue).code
    const usName = us ? usCodeNames[us] : 'nothing yet'
    return `The characters hear ${nameOfUse(use)} but its source is not seen: US ${usName}, UK ${uk ? ukCodeNames[uk] : ''}. If a device or performer is in shot, say so.`
  }),
}
