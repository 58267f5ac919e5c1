import { countingLicences } from '../model/countingLicences.ts'
import type { Cue } from '../model/cue.ts'
import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { CueId, LicenceId, MakeId } from '../model/ids.ts'
import type { Licence, LicenceKind, LicenceSide, LicenceStatus } from '../model/licence.ts'
import { isEnded, licenceStatusNames } from '../model/licenceStatus.ts'
import { kindOfPaper, mainPaper } from '../model/neededPaper.ts'
import { ok, type Result } from '../result.ts'
import type { Edit } from './edit.ts'
import {
  blankLicence,
  type Recorded,
  renewLicence,
  setLicenceStatus,
  usualGrants,
  withStatus,
} from './licenceEdits.ts'
import { addRecord, findRecord, putRecords } from './putRecord.ts'

/**
 * Sets how far one side of a cue's rights has come. Where licences grant that side, all of them take the status
 * (for every cue they cover); where the only one was denied or has expired, a new record takes its place; where none does, one of the kind
 * that this use needs is made for this cue.
 */
export function setSideStatus(
  cue: CueId,
  side: LicenceSide,
  status: LicenceStatus,
  today: string,
  makeId: MakeId,
  author = '',
): Edit {
  const id = makeId<'licences'>()
  const recorded = { day: today, author }
  return {
    label: `Change ${side} status to ${licenceStatusNames[status]}`,
    run: (document) => {
      const found = findRecord(document, 'cues', cue)
      if (!found.ok) return found
      const granting = licencesGranting(document, cue, side)
      const [only, ...others] = granting
      if (only && others.length === 0 && isEnded(only.status) && !isEnded(status))
        return renewed(document, only, id, status, recorded)
      if (granting.length > 0) {
        const updated = allWithStatus(granting, status, recorded)
        return updated.ok ? putRecords(document, 'licences', updated.value) : updated
      }
      const made = newLicence(document, found.value, side, id)
      const stated = withStatus(made, status, recorded)
      return stated.ok ? addRecord(document, 'licences', stated.value) : stated
    },
  }
}

/** The licences that grant a side of a cue's rights; those that were replaced no longer do. */
export function licencesGranting(
  document: ProductionDocument,
  cue: CueId,
  side: LicenceSide,
): readonly Licence[] {
  const ofCue = recordsOf(document, 'licences').filter(({ cues }) => cues.includes(cue))
  return countingLicences(ofCue).filter(({ grants }) => grants.includes(side))
}

/** The paper that a side of a cue's rights needs (cue-sheet reference, section 9.1). */
export function neededLicenceKind(document: ProductionDocument, cue: Cue, side: LicenceSide): LicenceKind {
  const work = cue.work === null ? null : (document.works[cue.work] ?? null)
  const recording = cue.recording === null ? null : (document.recordings[cue.recording] ?? null)
  const music = { cue, work, recording }
  return kindOfPaper(mainPaper(side, music), music)
}

/** A new record in place of one that has ended, at the status wanted. */
function renewed(
  document: ProductionDocument,
  former: Licence,
  id: LicenceId,
  status: LicenceStatus,
  recorded: Recorded,
): Result<ProductionDocument> {
  const asked = renewLicence(former.id, {}, recorded, () => id as never).run(document)
  return asked.ok ? setLicenceStatus([id], status, recorded.day, recorded.author).run(asked.value) : asked
}

function allWithStatus(
  licences: readonly Licence[],
  status: LicenceStatus,
  recorded: Recorded,
): Result<readonly Licence[]> {
  const updated: Licence[] = []
  for (const licence of licences) {
    const result = withStatus(licence, status, recorded)
    if (!result.ok) return result
    updated.push(result.value)
  }
  return ok(updated)
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
