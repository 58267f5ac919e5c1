import type { ProductionDocument } from '../model/document.ts'
import { recordsOf } from '../model/document.ts'
import type { CueId, MakeId } from '../model/ids.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'
import type { Edit } from './edit.ts'
import { countedLabel } from './editLabel.ts'
import type { MergedTable } from './mergeEdits.ts'
import { addRecord, dropRecords, findRecord, mapRecords } from './putRecord.ts'

/** Gives a cue a copy of its work, shares and all, that no other cue uses; its recording is copied with it. */
export function separateWork(id: CueId, makeId: MakeId): Edit {
  const workId = makeId<'works'>()
  const recordingId = makeId<'recordings'>()
  return {
    label: 'Separate work of cue',
    run: (document) => {
      const cue = findRecord(document, 'cues', id)
      if (!cue.ok || cue.value.work === null) return cue.ok ? ok(document) : cue
      const work = findRecord(document, 'works', cue.value.work)
      if (!work.ok) return work
      const added = addRecord(document, 'works', { ...work.value, id: workId })
      const recording = cue.value.recording === null ? null : document.recordings[cue.value.recording]
      const copied =
        added.ok && recording
          ? addRecord(added.value, 'recordings', { ...recording, id: recordingId, work: workId })
          : added
      if (!copied.ok) return copied
      return mapRecords(copied.value, 'cues', [id], (found) =>
        ok({ ...found, work: workId, recording: recording ? recordingId : found.recording }),
      )
    },
  }
}

/** Gives a cue a copy of its recording that no other cue uses. */
export function separateRecording(id: CueId, makeId: MakeId): Edit {
  const recordingId = makeId<'recordings'>()
  return {
    label: 'Separate recording of cue',
    run: (document) => {
      const cue = findRecord(document, 'cues', id)
      if (!cue.ok || cue.value.recording === null) return cue.ok ? ok(document) : cue
      const recording = findRecord(document, 'recordings', cue.value.recording)
      if (!recording.ok) return recording
      const added = addRecord(document, 'recordings', { ...recording.value, id: recordingId })
      if (!added.ok) return added
      return mapRecords(added.value, 'cues', [id], (found) => ok({ ...found, recording: recordingId }))
    },
  }
}

const nouns: Readonly<Record<MergedTable, string>> = {
  works: 'work',
  recordings: 'recording',
  parties: 'holder',
}

/** Removes works, recordings or holders that nothing uses; refused for one that is used. */
export function removeUnused(table: MergedTable, ids: readonly string[]): Edit {
  return {
    label: countedLabel('Remove', nouns[table], ids.length),
    run: (document) => {
      const used = usedIds(document, table)
      const inUse = ids.find((id) => used.has(id))
      return inUse === undefined ? ok(dropRecords(document, table, ids)) : refuse(stillUsed(nouns[table]))
    },
  }
}

/** Removes works that no cue uses, then the recordings and the holders that nothing uses any more. */
export function removeAllUnused(): Edit {
  return {
    label: 'Remove what no cue uses',
    run: (document): Result<ProductionDocument> => {
      const inCues = (field: 'work' | 'recording') =>
        new Set<string>(recordsOf(document, 'cues').flatMap((cue) => cue[field] ?? []))
      const works = inCues('work')
      const recordings = inCues('recording')
      for (const { id, work } of recordsOf(document, 'recordings')) {
        if (recordings.has(id) && work !== null) works.add(work)
      }
      const unused = (table: 'works' | 'recordings', used: ReadonlySet<string>) =>
        recordsOf(document, table).flatMap(({ id }) => (used.has(id) ? [] : [id as string]))
      const fewer = dropRecords(document, 'recordings', unused('recordings', recordings))
      const withoutWorks = dropRecords(fewer, 'works', unused('works', works))
      const holders = usedIds(withoutWorks, 'parties')
      const idle = recordsOf(withoutWorks, 'parties').flatMap(({ id }) =>
        holders.has(id) ? [] : [id as string],
      )
      return ok(dropRecords(withoutWorks, 'parties', idle))
    },
  }
}

/** Ids of the records of a table that another record names. */
export function usedIds(document: ProductionDocument, table: MergedTable): ReadonlySet<string> {
  if (table === 'recordings')
    return new Set(recordsOf(document, 'cues').flatMap(({ recording }) => recording ?? []))
  if (table === 'parties')
    return new Set(
      recordsOf(document, 'works').flatMap(({ writers, publishers }) =>
        [...writers, ...publishers].map(({ party }) => party as string),
      ),
    )
  return new Set([
    ...recordsOf(document, 'cues').flatMap(({ work }) => work ?? []),
    ...recordsOf(document, 'recordings').flatMap(({ work }) => work ?? []),
  ])
}

function stillUsed(noun: string): Problem {
  return {
    message: `This ${noun} is still in use.`,
    expected: `a ${noun} that nothing names`,
    found: 'one that a cue, a work or a recording names',
    remedy: 'Take it out of there first, or merge it with another.',
  }
}
