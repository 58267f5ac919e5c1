import type { Cue } from '../model/cue.ts'
import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { CueId, MakeId, RecordingId, WorkId } from '../model/ids.ts'
import type { Recording, Work } from '../model/work.ts'
import { ok, type Result } from '../result.ts'
import type { Edit } from './edit.ts'
import { changeLabel, countedLabel } from './editLabel.ts'
import { addRecord, findRecord, mapRecords, putRecord } from './putRecord.ts'
import {
  blankRecording,
  blankWork,
  type RecordingPatch,
  updateRecording,
  updateWork,
  type WorkPatch,
} from './workEdits.ts'

/** What is said about the music of a cue: fields of its work and of its recording. */
export type MusicPatch = { readonly work?: WorkPatch; readonly recording?: RecordingPatch }

/**
 * Says what a cue's music is. The first time this makes a work and a recording for it; later it changes them, for
 * every cue that uses them.
 */
export function nameCueMusic(id: CueId, patch: MusicPatch, makeId: MakeId): Edit {
  const workId = makeId<'works'>()
  const recordingId = makeId<'recordings'>()
  return {
    label: changeLabel('music', { ...patch.work, ...patch.recording }),
    run: (document) => {
      const named = nameWork(document, id, patch.work ?? {}, workId)
      return named.ok ? nameRecording(named.value, id, patch.recording ?? {}, recordingId) : named
    },
  }
}

/** Gives cues a work that the production already has, or none. Their recording changes to one of that work, if any. */
export function chooseWork(ids: readonly CueId[], work: WorkId | null): Edit {
  return {
    label: countedLabel(work === null ? 'Clear work of' : 'Choose work of', 'cue', ids.length),
    run: (document) => {
      const found = work === null ? ok(null) : findRecord(document, 'works', work)
      if (!found.ok) return found
      const recordings = recordsOf(document, 'recordings').filter((recording) => recording.work === work)
      const only = recordings.length === 1 && work !== null ? (recordings[0]?.id ?? null) : null
      return mapRecords(document, 'cues', ids, (cue) => {
        const keeps = cue.recording !== null && recordings.some(({ id }) => id === cue.recording)
        return ok({ ...cue, work, recording: keeps ? cue.recording : only })
      })
    },
  }
}

/** Gives cues a recording that the production already has, and its work with it; or no recording. */
export function chooseRecording(ids: readonly CueId[], recording: RecordingId | null): Edit {
  return {
    label: countedLabel(recording === null ? 'Clear recording of' : 'Choose recording of', 'cue', ids.length),
    run: (document) => {
      const found = recording === null ? ok(null) : findRecord(document, 'recordings', recording)
      if (!found.ok) return found
      const work = found.value?.work ?? null
      return mapRecords(document, 'cues', ids, (cue) => ok({ ...cue, recording, work: work ?? cue.work }))
    },
  }
}

function nameWork(
  document: ProductionDocument,
  id: CueId,
  patch: WorkPatch,
  newId: WorkId,
): Result<ProductionDocument> {
  const cue = findRecord(document, 'cues', id)
  if (!cue.ok) return cue
  if (!saysAnything(patch, blankWork(newId), cue.value.work)) return ok(document)
  if (cue.value.work !== null) return updateWork(cue.value.work, patch).run(document)
  const added = addRecord(document, 'works', { ...blankWork(newId), ...patch, id: newId })
  if (!added.ok) return added
  const linked = linkRecording(added.value, cue.value, newId)
  return linked.ok ? putRecord(linked.value, 'cues', { ...cue.value, work: newId }) : linked
}

/** A recording that was there before its work now is one of that work. */
function linkRecording(document: ProductionDocument, cue: Cue, work: WorkId): Result<ProductionDocument> {
  if (cue.recording === null) return ok(document)
  return mapRecords(document, 'recordings', [cue.recording], (recording) =>
    ok({ ...recording, work: recording.work ?? work }),
  )
}

function nameRecording(
  document: ProductionDocument,
  id: CueId,
  patch: RecordingPatch,
  newId: RecordingId,
): Result<ProductionDocument> {
  const cue = findRecord(document, 'cues', id)
  if (!cue.ok) return cue
  const { work, recording, origin } = cue.value
  const isOwn = origin === 'commissioned' || origin === 'live'
  const blank: Recording = { ...blankRecording(newId), work, ownedByProduction: isOwn }
  if (!saysAnything(patch, blank, recording)) return ok(document)
  if (recording !== null) return updateRecording(recording, patch).run(document)
  const added = addRecord(document, 'recordings', { ...blank, ...patch, id: newId, work })
  return added.ok ? putRecord(added.value, 'cues', { ...cue.value, recording: newId }) : added
}

/** Whether a patch needs a record: an existing one always takes it, a new one only if it would not stay blank. */
function saysAnything<Named extends Work | Recording>(
  patch: Partial<Named>,
  blank: Named,
  existing: string | null,
): boolean {
  const fields = Object.keys(patch) as (keyof Named)[]
  return fields.length > 0 && (existing !== null || fields.some((field) => patch[field] !== blank[field]))
}
