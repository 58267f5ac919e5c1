import type { ProductionDocument } from '../model/document.ts'
import type { CueId, LicenceId, MakeId } from '../model/ids.ts'
import {
  type Licence,
  type LicenceKind,
  type LicenceSide,
  type LicenceStatus,
  licenceSides,
} from '../model/licence.ts'
import { ok, type Result } from '../result.ts'
import type { Edit } from './edit.ts'
import { changeLabel, countedLabel } from './editLabel.ts'
import { addRecord, dropRecords, findRecord, mapRecords, putRecord } from './putRecord.ts'

/** The fields of a licence. */
export type LicencePatch = Partial<Omit<Licence, 'id'>>

/** Statuses as they are read in the label of an edit. */
export const licenceStatusNames: Readonly<Record<LicenceStatus, string>> = {
  toRequest: 'not requested',
  requested: 'requested',
  quoted: 'quoted',
  negotiating: 'negotiating',
  approved: 'approved',
  drafted: 'drafted',
  executed: 'executed',
  paid: 'paid',
  denied: 'denied',
  expired: 'expired',
  replaced: 'replaced',
}

const grantsOfKind: Readonly<Record<LicenceKind, readonly LicenceSide[]>> = {
  sync: ['sync'],
  master: ['master'],
  composerAgreement: licenceSides,
  songAgreement: licenceSides,
  arrangerAgreement: ['sync'],
  library: licenceSides,
  clip: ['master'],
  performerRelease: ['master'],
  publicDomainProof: [],
  other: [],
}

/** The sides that a paper of this kind usually grants (cue-sheet reference, section 9.1). */
export function usualGrants(kind: LicenceKind): readonly LicenceSide[] {
  return grantsOfKind[kind]
}

/** A licence for cues of which nothing is known but its kind. */
export function blankLicence(id: LicenceId, kind: LicenceKind, cues: readonly CueId[]): Licence {
  return {
    id,
    cues: [...new Set(cues)],
    kind,
    grants: [...usualGrants(kind)],
    licensor: '',
    contact: '',
    share: 10_000,
    status: 'toRequest',
    requested: '',
    quoted: '',
    approved: '',
    executed: '',
    paid: '',
    history: [],
    replaces: [],
    estimateMinor: null,
    feeMinor: null,
    currency: '',
    mfn: false,
    territory: '',
    term: '',
    media: '',
    options: '',
    starts: '',
    expires: '',
    number: '',
    notes: '',
    licensedUsage: '',
    files: [],
  }
}

/** Adds a licence of a kind for cues; fields that are not given are blank, and it grants what its kind usually does. */
export function addLicence(
  kind: LicenceKind,
  cues: readonly CueId[],
  patch: Omit<LicencePatch, 'kind' | 'cues'>,
  makeId: MakeId,
): Edit {
  const id = makeId<'licences'>()
  return {
    label: 'Add licence',
    run: (document) => {
      const missing = missingCue(document, cues)
      if (!missing.ok) return missing
      return addRecord(document, 'licences', { ...blankLicence(id, kind, cues), ...patch, id })
    },
  }
}

/** Changes fields of a licence, for every cue it covers. */
export function updateLicence(id: LicenceId, patch: LicencePatch): Edit {
  return {
    label: changeLabel('licence', patch),
    run: (document) => {
      const present = findRecord(document, 'licences', id)
      if (!present.ok) return present
      const cues = [...new Set(patch.cues ?? present.value.cues)]
      const missing = missingCue(document, cues)
      if (!missing.ok) return missing
      return putRecord(document, 'licences', { ...present.value, ...patch, id, cues })
    },
  }
}

/** Adds cues to those that licences cover, as when a work that is licensed already is used again. */
export function coverCues(ids: readonly LicenceId[], cues: readonly CueId[]): Edit {
  return {
    label: `${countedLabel('Add', 'cue', cues.length)} ${countedLabel('to', 'licence', ids.length)}`,
    run: (document) => {
      const missing = missingCue(document, cues)
      if (!missing.ok) return missing
      return mapRecords(document, 'licences', ids, (licence) =>
        ok({ ...licence, cues: [...new Set([...licence.cues, ...cues])] }),
      )
    },
  }
}

/** Takes cues off a licence, which goes on covering the others. */
export function uncoverCues(id: LicenceId, cues: readonly CueId[]): Edit {
  return {
    label: `${countedLabel('Take', 'cue', cues.length)} off licence`,
    run: (document) =>
      mapRecords(document, 'licences', [id], (licence) =>
        ok({ ...licence, cues: licence.cues.filter((cue) => !cues.includes(cue)) }),
      ),
  }
}

/** Sets how far licences have come; `today` is stored as the day of it, where that status has one. */
export function setLicenceStatus(ids: readonly LicenceId[], status: LicenceStatus, today: string): Edit {
  const of = ids.length === 1 ? '' : ` of ${ids.length} licences`
  return {
    label: `Change status${of} to ${licenceStatusNames[status]}`,
    run: (document) =>
      mapRecords(document, 'licences', ids, (licence) => ok(withStatus(licence, status, today))),
  }
}

/** Removes licences; their cues need them again. */
export function removeLicences(ids: readonly LicenceId[]): Edit {
  return {
    label: countedLabel('Remove', 'licence', ids.length),
    run: (document) => ok(dropRecords(document, 'licences', ids)),
  }
}

/** The licence with a status and its day. One that has the status already keeps the day it got it. */
export function withStatus(licence: Licence, status: LicenceStatus, today: string): Licence {
  if (licence.status === status) return licence
  switch (status) {
    case 'requested':
    case 'quoted':
    case 'approved':
    case 'executed':
    case 'paid':
      return { ...licence, status, [status]: today }
    default:
      return { ...licence, status }
  }
}

function missingCue(document: ProductionDocument, cues: readonly CueId[]): Result<null> {
  for (const cue of cues) {
    const found = findRecord(document, 'cues', cue)
    if (!found.ok) return found
  }
  return ok(null)
}
