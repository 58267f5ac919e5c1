import type { RecordingId, WorkId } from '../model/ids.ts'
import type { Recording, Work } from '../model/work.ts'
import { ok } from '../result.ts'
import type { Edit } from './edit.ts'
import { changeLabel } from './editLabel.ts'
import { mapRecords } from './putRecord.ts'

/** The fields of a work that are no shares. */
export type WorkPatch = Partial<Omit<Work, 'id' | 'writers' | 'publishers'>>

/** The fields of a recording but its work. */
export type RecordingPatch = Partial<Omit<Recording, 'id' | 'work'>>

/** A work about which nothing is known. */
export function blankWork(id: WorkId): Work {
  return {
    id,
    title: '',
    iswc: '',
    writers: [],
    publishers: [],
    publicDomain: false,
    unpublished: false,
    publicDomainProof: '',
    publicDomainTerritory: '',
  }
}

/** A recording about which nothing is known. */
export function blankRecording(id: RecordingId): Recording {
  return {
    id,
    work: null,
    artist: '',
    label: '',
    album: '',
    catalogueNo: '',
    trackNo: '',
    library: '',
    isrc: '',
    ownedByProduction: false,
    unionReuseChecked: false,
  }
}

/** Changes fields of a work, for every cue that uses it. */
export function updateWork(id: WorkId, patch: WorkPatch): Edit {
  return {
    label: changeLabel('work', patch),
    run: (document) =>
      mapRecords(document, 'works', [id], (work) => {
        const { writers, publishers } = work
        return ok({ ...work, ...patch, id, writers, publishers })
      }),
  }
}

/** Changes fields of a recording, for every cue that uses it. */
export function updateRecording(id: RecordingId, patch: RecordingPatch): Edit {
  return {
    label: changeLabel('recording', patch),
    run: (document) =>
      mapRecords(document, 'recordings', [id], (recording) =>
        ok({ ...recording, ...patch, id, work: recording.work }),
      ),
  }
}
