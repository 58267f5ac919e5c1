import { nameOfUse } from '../../sheet/cueUse.ts'
import { perSide } from '../perUse.ts'
import type { Rule } from '../rule.ts'
import { isUnlicensedRecording } from './publicDomainRecordingUnlicensed.ts'

/** A side that needs a licence and has none. */
export const licenceMissing: Rule = {
  id: 'CS-070',
  severity: 'error',
  fault: 'A side that needs a licence has none.',
  reason:
    'Coupling music with picture takes the publishers’ permission for the work and the owner’s for the recording.',
  remedy: 'Request the licence.',
  source: 'Otis, Sync licensing basics: two sides, two licences',
  inspect: perSide(({ side, status, reason }, use) => {
    if (status !== 'missing' || (side === 'master' && isUnlicensedRecording(use))) return null
    return `No ${side} licence for ${nameOfUse(use)}. ${reason}`
  }),
}
