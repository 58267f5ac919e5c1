import type { Cue } from '../model/cue.ts'
import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { CueId, LicenceId, MakeId } from '../model/ids.ts'
import type { Licence, LicenceKind, LicenceSide, LicenceStatus } from '../model/licence.ts'
import type { Edit } from './edit.ts'
import { blankLicence, licenceStatusNames, usualGrants, withStatus } from './licenceEdits.ts'
import { addRecord, findRecord, putRecords } from './putRecord.ts'

/**
 * Sets how far one side of a cue's rights has come. Where licences grant that side, all of them take the status
 * (for every cue they cover); where none does, one of the kind that this use needs is made for this cue.
 */
export function setSideStatus(
  cue: CueId,
  side: LicenceSide,
  status: LicenceStatus,
  today: string,
  makeId: MakeId,
): Edit {
  const id = makeId<'licences'>()
  return {
    label: `Change ${side} status to ${licenceStatusNames[status]}`,
    run: (document) => {
      const found = findRecord(document, 'cues', cue)
      if (!found.ok) return found
      const granting = licencesGranting(document, cue, side)
      if (granting.length > 0) {
        const updated = granting.map((licence) => withStatus(licence, status, today))
        return putRecords(document, 'licences', updated)
      }
      const made = newLicence(document, found.value, side, id)
      return addRecord(document, 'licences', withStatus(made, status, today))
    },
  }
}

/** The licences that grant a side of a cue's rights; those that were replaced no longer do. */
export function licencesGranting(
  document: ProductionDocument,
  cue: CueId,
  side: LicenceSide,
): readonly Licence[] {
  return recordsOf(document, 'licences').filter(
    (licence) => licence.status !== 'replaced' && licence.cues.includes(cue) && licence.grants.includes(side),
  )
}

/** The paper that a side of a cue's rights needs (cue-sheet reference, section 9.1). */
export function neededLicenceKind(document: ProductionDocument, cue: Cue, side: LicenceSide): LicenceKind {
  const work = cue.work === null ? undefined : document.works[cue.work]
  if (side === 'sync' && work?.publicDomain) {
    return work.writers.some(({ role }) => role === 'AR') ? 'arrangerAgreement' : 'publicDomainProof'
  }
  switch (cue.origin) {
    case 'commissioned':
      return cue.type === 'song' ? 'songAgreement' : 'composerAgreement'
    case 'library':
      return 'library'
    case 'video':
      return side === 'sync' ? 'sync' : 'clip'
    case 'live':
      return side === 'sync' ? 'sync' : 'performerRelease'
    default:
      return side
  }
}

/** Grants the side asked for, and of the others that its kind covers those that no licence grants yet. */
function newLicence(document: ProductionDocument, cue: Cue, side: LicenceSide, id: LicenceId): Licence {
  const kind = neededLicenceKind(document, cue, side)
  const blank = blankLicence(id, kind, [cue.id])
  const others = usualGrants(kind).filter(
    (granted) => granted !== side && licencesGranting(document, cue.id, granted).length === 0,
  )
  return { ...blank, grants: side === 'sync' ? [side, ...others] : [...others, side] }
}
