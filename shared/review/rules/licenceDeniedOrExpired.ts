import { nameOfUse } from '../../sheet/cueUse.ts'
import { listed } from '../../sheet/listed.ts'
import { perSide } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A side whose permission was refused or has run out. */
export const licenceDeniedOrExpired: Rule = {
  id: 'CS-072',
  severity: 'error',
  fault: 'A side of a cue was denied, or its licence has expired.',
  reason: 'Music without permission cannot go out.',
  remedy: 'Replace the music, or negotiate anew.',
  source: 'House rule',
  inspect: perSide(({ side, status, licences }, use) => {
    if (status !== 'denied' && status !== 'expired') return null
    const ended = licences.filter((licence) => licence.status === status)
    const licensors = listed([...new Set(ended.map(({ licensor }) => licensor.trim() || 'the licensor'))])
    return status === 'denied'
      ? `The ${side} side of ${nameOfUse(use)} was denied by ${licensors}. Replace the music, or negotiate anew.`
      : `The ${side} licence for ${nameOfUse(use)} from ${licensors} has expired. Renew it, or replace the music.`
  }),
}
