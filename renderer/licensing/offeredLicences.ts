import type { Cue } from '../../shared/model/cue.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import type { Licence, LicenceStatus } from '../../shared/model/licence.ts'

const ended: ReadonlySet<LicenceStatus> = new Set(['denied', 'expired', 'replaced'])

/**
 * Licences held for other uses of the same music, which may cover these cues too: of the same work where they grant the
 * composition, of the same recording where they grant that.
 */
export function offeredLicences(document: ProductionDocument, cues: readonly Cue[]): readonly Licence[] {
  return recordsOf(document, 'licences').filter((licence) => {
    const uncovered = cues.filter(({ id }) => !licence.cues.includes(id))
    if (ended.has(licence.status) || uncovered.length === 0) return false
    const covered = licence.cues.flatMap((id) => document.cues[id] ?? [])
    return uncovered.every((cue) => covered.some((other) => isOfSameMusic(licence, cue, other)))
  })
}

function isOfSameMusic({ grants }: Licence, one: Cue, other: Cue): boolean {
  const isSameWork = one.work !== null && one.work === other.work
  const isSameRecording = one.recording !== null && one.recording === other.recording
  if (grants.length === 0) return isSameWork || isSameRecording
  return (grants.includes('sync') && isSameWork) || (grants.includes('master') && isSameRecording)
}
