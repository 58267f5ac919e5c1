import { licenceStatuses } from '../../model/licence.ts'
import { nameOfUse } from '../../sheet/cueUse.ts'
import { listed } from '../../sheet/listed.ts'
import { statusNames } from '../../sheet/readableNames.ts'
import type { SideState } from '../../sheet/sideStatus.ts'
import { perSide } from '../perUse.ts'
import type { Rule } from '../rule.ts'

const belowApproved: readonly SideState[] = licenceStatuses.slice(0, licenceStatuses.indexOf('approved'))

/** A side that is asked for but not yet granted. */
export const licenceNotApproved: Rule = {
  id: 'CS-071',
  severity: 'warning',
  fault: 'A side is licensed, but not yet approved in writing.',
  reason: 'Until a licensor has confirmed in writing, the music may have to come out of the film.',
  remedy: 'Get it confirmed in writing.',
  source: 'House rule; errors-and-omissions insurers expect executed licences',
  inspect: perSide(({ side, status, licences }, use) => {
    if (!belowApproved.includes(status)) return null
    const behind = licences.filter((licence) => licence.status === status)
    const licensors = listed([...new Set(behind.map(({ licensor }) => licensor.trim() || 'the licensor'))])
    return `The ${side} side of ${nameOfUse(use)} is not approved: ${statusNames[status]} with ${licensors}. Get it confirmed in writing.`
  }),
}
