import { type CueUse, nameOfUse } from '../../sheet/cueUse.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A protected recording of a free composition. */
export const publicDomainRecordingUnlicensed: Rule = {
  id: 'CS-066',
  severity: 'error',
  fault: 'A work in the public domain on a recording that is not ours, without a master licence.',
  reason: 'A composition may be free while its recording is not.',
  remedy: 'License the recording, or record the piece yourselves.',
  source: 'Noiresque FAQ; Channel 4, Music Rights and Clearances Guide',
  inspect: perUse((use) =>
    isUnlicensedRecording(use)
      ? `No master licence for ${nameOfUse(use)}. The composition is free, but the recording is still protected: license it, or record the piece yourselves.`
      : null,
  ),
}

/** Whether the master of a public-domain work is missing. */
export function isUnlicensedRecording({ master, work }: CueUse): boolean {
  return master.status === 'missing' && work?.publicDomain === true
}
