import { nameOfUse } from '../../sheet/cueUse.ts'
import { perSide } from '../perUse.ts'
import type { Rule } from '../rule.ts'
import { isUnlicensedRecording } from './publicDomainRecordingUnlicensed.ts'

/** A side that needs a licence and has none. */
export const licenceMissing: Rule = {
  id: 'CS-070',
  severity: 'error',
  reason:
    'Coupling music with picture takes the publishers’ permission for the work and the owner’s for the recording.',
  inspect: perSide(({ side, status, reason }, use) => {
    if (status !== 'missing' || (side === 'master' && isUnlicensedRecording(use))) return null
    return `No ${side} licence for ${nameOfUse(use)}. ${reason}`
  }),
}
