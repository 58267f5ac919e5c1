import type { LicenceId } from './ids.ts'
import type { Licence } from './licence.ts'

/** Of the licences of one cue, those that still count: neither replaced, nor followed by another of them that takes their place. */
export function countingLicences(licences: readonly Licence[]): readonly Licence[] {
  if (!licences.some(({ status, replaces }) => status === 'replaced' || replaces.length > 0)) return licences
  const followed = new Set<LicenceId>(licences.flatMap(({ replaces }) => replaces))
  return licences.filter(({ id, status }) => status !== 'replaced' && !followed.has(id))
}
