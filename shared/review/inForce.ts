import { countingLicences } from '../model/countingLicences.ts'
import type { Licence } from '../model/licence.ts'
import type { CueUse } from '../sheet/cueUse.ts'

/** Whether a licence grants something, or is to: it was neither denied nor replaced, and has not expired. */
export function isInForce({ status }: Licence): boolean {
  return status !== 'denied' && status !== 'replaced' && status !== 'expired'
}

/** The licences of a use that grant something, or are to, and that no other one takes the place of. */
export function licencesInForce({ licences }: Pick<CueUse, 'licences'>): readonly Licence[] {
  return countingLicences(licences).filter(isInForce)
}
