import type { ProductionDocument } from '../model/document.ts'
import type { CueId, LicenceId, MakeId } from '../model/ids.ts'
import {
  type Licence,
  type LicenceKind,
  type LicenceSide,
  type LicenceStatus,
  type LicenceStep,
  licenceSides,
} from '../model/licence.ts'
import { isEnded, licenceStatusNames, statusProblem } from '../model/licenceStatus.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'
import type { Edit } from './edit.ts'
import { changeLabel, countedLabel } from './editLabel.ts'
import { addRecord, dropRecords, findRecord, mapRecords, putRecord } from './putRecord.ts'

/** The fields of a licence. */
export type LicencePatch = Partial<Omit<Licence, 'id'>>

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

/** The fields of a licence that may be changed at any time; its status goes step by step (`setLicenceStatus`). */
export type LicenceTermsPatch = Omit<LicencePatch, 'status' | 'history'>

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
export function updateLicence(id: LicenceId, patch: LicenceTermsPatch): Edit {
  return {
    label: changeLabel('licence', patch),
    run: (document) => {
      const present = findRecord(document, 'licences', id)
      if (!present.ok) return present
      const cues = [...new Set(patch.cues ?? present.value.cues)]
      const missing = missingCue(document, cues)
      if (!missing.ok) return missing
      const { status, history } = present.value
      return putRecord(document, 'licences', { ...present.value, ...patch, id, cues, status, history })
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

type DatedStatus = 'requested' | 'quoted' | 'approved' | 'executed' | 'paid'

/** When and by whom something was recorded; the author is empty where nobody is named. */
export type Recorded = { readonly day: string; readonly author: string }

/**
 * Sets how far licences have come, and keeps when and by whom. Refused where that status may not follow
 * (`shared/model/licenceStatus.ts`); a licence that has it already stays as it is.
 */
export function setLicenceStatus(
  ids: readonly LicenceId[],
  status: LicenceStatus,
  today: string,
  author = '',
): Edit {
  const of = ids.length === 1 ? '' : ` of ${ids.length} licences`
  return {
    label: `Change status${of} to ${licenceStatusNames[status]}`,
    run: (document) =>
      mapRecords(document, 'licences', ids, (licence) => withStatus(licence, status, { day: today, author })),
  }
}

/** Marks licences as asked for on a day, as when the letters have gone out; those that are further already stay where they are. */
export function markRequested(ids: readonly LicenceId[], { day, author }: Recorded): Edit {
  return {
    label: `${countedLabel('Mark', 'licence', ids.length)} as requested`,
    run: (document) =>
      mapRecords(document, 'licences', ids, (licence) =>
        licence.status === 'toRequest' ? withStatus(licence, 'requested', { day, author }) : ok(licence),
      ),
  }
}

/** Takes back the last step of a licence that was recorded by mistake; its day goes with it. */
export function takeBackStatus(id: LicenceId): Edit {
  return {
    label: 'Take back status',
    run: (document) =>
      mapRecords(document, 'licences', [id], (licence) => {
        const last = licence.history.at(-1)
        if (!last) return refuse(nothingRecorded(licence))
        const history = licence.history.slice(0, -1)
        const status = history.at(-1)?.status ?? 'toRequest'
        const again = history.findLast((step) => step.status === last.status)?.day ?? ''
        const day = hasDay(last.status) ? { [last.status]: again } : {}
        return ok({ ...licence, ...day, status, history })
      }),
  }
}

/**
 * Starts a new record in place of a licence that was denied, has expired or is to be replaced: same cues, share and terms, nothing
 * of its course, fee or papers. The former stays on record.
 */
export function renewLicence(
  id: LicenceId,
  patch: Omit<LicencePatch, 'cues' | 'history' | 'replaces'>,
  { day, author }: Recorded,
  makeId: MakeId,
): Edit {
  const next = makeId<'licences'>()
  return {
    label: 'Ask anew for licence',
    run: (document) => {
      const found = findRecord(document, 'licences', id)
      if (!found.ok) return found
      const former = isEnded(found.value.status)
        ? found
        : withStatus(found.value, 'replaced', { day, author })
      if (!former.ok) return former
      const { kind, grants, licensor, contact, share, mfn, territory, term, media, cues } = found.value
      const kept = { grants, licensor, contact, share, mfn, territory, term, media }
      const { estimateMinor, currency, feeMinor } = found.value
      const expected = { estimateMinor: feeMinor ?? estimateMinor, currency }
      const made = {
        ...blankLicence(next, kind, cues),
        ...kept,
        ...expected,
        ...patch,
        replaces: [id],
        id: next,
      }
      const put = putRecord(document, 'licences', former.value)
      return put.ok ? addRecord(put.value, 'licences', made) : put
    },
  }
}

/** Removes licences; their cues need them again. */
export function removeLicences(ids: readonly LicenceId[]): Edit {
  return {
    label: countedLabel('Remove', 'licence', ids.length),
    run: (document) => ok(dropRecords(document, 'licences', ids)),
  }
}

/** The licence with a status, the day of it and the step in its history; refused where that status may not follow. */
export function withStatus(
  licence: Licence,
  status: LicenceStatus,
  { day, author }: Recorded,
): Result<Licence> {
  if (licence.status === status) return ok(licence)
  const problem = statusProblem(licence, status)
  if (problem) return refuse(problem)
  return ok(stepped(licence, status, { day, author }))
}

function stepped(licence: Licence, status: LicenceStatus, { day, author }: Recorded): Licence {
  const history = [...courseOf(licence), { status, day, author }]
  return { ...licence, status, history, ...(hasDay(status) ? { [status]: day } : {}) }
}

/** The steps so far; where nobody recorded any, the present status with its day, so that it can be gone back to. */
function courseOf(licence: Licence): readonly LicenceStep[] {
  const { history, status } = licence
  if (history.length > 0 || status === 'toRequest') return history
  return [{ status, day: hasDay(status) ? licence[status] : '', author: '' }]
}

function hasDay(status: LicenceStatus): status is DatedStatus {
  return (
    status === 'requested' ||
    status === 'quoted' ||
    status === 'approved' ||
    status === 'executed' ||
    status === 'paid'
  )
}

function nothingRecorded({ licensor }: Licence): Problem {
  return {
    message: `Nothing has been recorded yet of the licence from ${licensor.trim() || 'this licensor'}.`,
    expected: 'a licence with at least one step in its history',
    found: 'none',
    remedy: 'Change its status instead.',
  }
}

function missingCue(document: ProductionDocument, cues: readonly CueId[]): Result<null> {
  for (const cue of cues) {
    const found = findRecord(document, 'cues', cue)
    if (!found.ok) return found
  }
  return ok(null)
}
