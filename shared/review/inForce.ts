import type { Licence } from '../model/licence.ts'

/** Whether a licence grants something, or is to: it was neither denied nor replaced, and has not expired. */
export function isInForce({ status }: Licence): boolean {
  return status !== 'denied' && status !== 'replaced' && status !== 'expired'
}
