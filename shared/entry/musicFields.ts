import { chooseRecording, chooseWork, nameCueMusic } from '../edits/cueMusicEdits.ts'
import { blankWork, updateWork } from '../edits/workEdits.ts'
import type { Cue } from '../model/cue.ts'
import type { ProductionDocument } from '../model/document.ts'
import { folded } from '../model/folded.ts'
import type { RecordingId, WorkId } from '../model/ids.ts'
import type { Recording, Work } from '../model/work.ts'
import { ok, type Result } from '../result.ts'
import type { CueField, EntryContext } from './cueField.ts'

function workOf(document: ProductionDocument, cue: Cue): Work | null {
  return cue.work === null ? null : (document.works[cue.work] ?? null)
}

function recordingOf(document: ProductionDocument, cue: Cue): Recording | null {
  return cue.recording === null ? null : (document.recordings[cue.recording] ?? null)
}

type Works = ProductionDocument['works']

const titlesOf = new WeakMap<Works, ReadonlyMap<string, WorkId>>()

/** The work that bears a title; of namesakes the first by id. */
function workCalled(works: Works, title: string): WorkId | undefined {
  let titles = titlesOf.get(works)
  if (!titles) {
    const ordered = Object.values(works).toSorted((a, b) => (a.id < b.id ? 1 : -1))
    titles = new Map(ordered.map((work) => [folded(work.title), work.id]))
    titlesOf.set(works, titles)
  }
  return titles.get(folded(title))
}

const usersOf = new WeakMap<ProductionDocument['cues'], ReadonlyMap<WorkId, number>>()

function users({ cues }: ProductionDocument, work: WorkId): number {
  let counts = usersOf.get(cues)
  if (!counts) {
    const counted = new Map<WorkId, number>()
    for (const cue of Object.values(cues))
      if (cue.work) counted.set(cue.work, (counted.get(cue.work) ?? 0) + 1)
    counts = counted
    usersOf.set(cues, counts)
  }
  return counts.get(work) ?? 0
}

/** Whether nothing would be lost by calling the work otherwise: no other cue has it, and all that is known of it is its title. */
function isOnlyATitle(work: Work, { before }: EntryContext): boolean {
  const blank = { ...blankWork(work.id), title: work.title }
  return users(before, work.id) <= 1 && JSON.stringify(blank) === JSON.stringify({ ...blank, ...work })
}

/** Gives the cue the work of that title, a new one if nobody has it. */
function writeWork(
  document: ProductionDocument,
  cue: Cue,
  text: string,
  context: EntryContext,
): Result<ProductionDocument> {
  const title = text.trim()
  const present = workOf(document, cue)
  if (title === '') return chooseWork([cue.id], null).run(document)
  if (present?.title === title) return ok(document)
  if (present && folded(present.title) === folded(title))
    return updateWork(present.id, { title }).run(document)
  const known = workCalled(document.works, title)
  if (known) return chooseWork([cue.id], known).run(document)
  if (present && isOnlyATitle(present, context)) return updateWork(present.id, { title }).run(document)
  const without = present ? chooseWork([cue.id], null).run(document) : ok(document)
  return without.ok ? nameCueMusic(cue.id, { work: { title } }, context.makeId).run(without.value) : without
}

/** A recording of the cue's own work by that artist, if there is one. */
function knownRecording(document: ProductionDocument, cue: Cue, artist: string): RecordingId | undefined {
  if (cue.work === null) return undefined
  return Object.values(document.recordings).find(
    (recording) => recording.work === cue.work && folded(recording.artist) === folded(artist),
  )?.id
}

const recordingUsers = new WeakMap<ProductionDocument['cues'], ReadonlyMap<RecordingId, number>>()

function usersOfRecording({ cues }: ProductionDocument, recording: RecordingId): number {
  let counts = recordingUsers.get(cues)
  if (!counts) {
    const counted = new Map<RecordingId, number>()
    for (const cue of Object.values(cues))
      if (cue.recording) counted.set(cue.recording, (counted.get(cue.recording) ?? 0) + 1)
    counts = counted
    recordingUsers.set(cues, counts)
  }
  return counts.get(recording) ?? 0
}

/** Another artist is another recording, unless this one is the cue's alone. */
function writeArtist(
  document: ProductionDocument,
  cue: Cue,
  text: string,
  { makeId, before }: EntryContext,
): Result<ProductionDocument> {
  const artist = text.trim()
  const present = recordingOf(document, cue)
  const known = artist === '' ? undefined : knownRecording(document, cue, artist)
  if (known && known !== present?.id) return chooseRecording([cue.id], known).run(document)
  const isShared = present !== null && present.artist !== '' && usersOfRecording(before, present.id) > 1
  const own = isShared && artist !== '' ? chooseRecording([cue.id], null).run(document) : ok(document)
  return own.ok ? nameCueMusic(cue.id, { recording: { artist } }, makeId).run(own.value) : own
}

type RecordingText = 'label' | 'album' | 'catalogueNo' | 'trackNo' | 'library' | 'isrc'

function ofRecording(id: RecordingText, name: string, heads: readonly string[] = []): CueField {
  return {
    id,
    name,
    noun: id === 'isrc' ? name : name.toLowerCase(),
    heads,
    read: (document, cue) => recordingOf(document, cue)?.[id] ?? '',
    write: (document, cue, text, { makeId }) =>
      nameCueMusic(cue.id, { recording: { [id]: text.trim() } }, makeId).run(document),
    empty: '',
  }
}

const separator = ' · '

/** Work and artist in one cell; what stands behind the last dot is the artist. */
const music: CueField = {
  id: 'music',
  name: 'Work and artist',
  noun: 'work and artist',
  heads: ['work artist', 'work · artist', 'music'],
  read: (document, cue) => {
    const artist = recordingOf(document, cue)?.artist ?? ''
    return [workOf(document, cue)?.title ?? '', ...(artist ? [artist] : [])].join(separator)
  },
  write: (document, cue, text, context) => {
    const dot = text.lastIndexOf(separator)
    const title = dot < 0 ? text : text.slice(0, dot)
    const named = writeWork(document, cue, title, context)
    const changed = named.ok ? named.value.cues[cue.id] : undefined
    if (!named.ok || !changed || dot < 0) return named
    return writeArtist(named.value, changed, text.slice(dot + separator.length), context)
  },
  empty: '',
}

/** The composition and the recording of a cue, entered by their names. */
export const musicFields: readonly CueField[] = [
  music,
  {
    id: 'work',
    name: 'Work',
    noun: 'work',
    heads: ['work title', 'composition', 'song', 'song title'],
    read: (document, cue) => workOf(document, cue)?.title ?? '',
    write: writeWork,
    empty: '',
  },
  {
    id: 'iswc',
    name: 'ISWC',
    noun: 'ISWC',
    heads: [],
    read: (document, cue) => workOf(document, cue)?.iswc ?? '',
    write: (document, cue, text, { makeId }) =>
      nameCueMusic(cue.id, { work: { iswc: text.trim() } }, makeId).run(document),
    empty: '',
  },
  {
    id: 'artist',
    name: 'Artist',
    noun: 'artist',
    heads: ['performer', 'artist name', 'performed by'],
    read: (document, cue) => recordingOf(document, cue)?.artist ?? '',
    write: writeArtist,
    empty: '',
  },
  ofRecording('label', 'Label', ['record label']),
  ofRecording('album', 'Album', ['cd']),
  ofRecording('catalogueNo', 'Catalogue no.', ['catalogue', 'catalog no', 'cat no', 'catalogue number']),
  ofRecording('trackNo', 'Track no.', ['track', 'track number']),
  ofRecording('library', 'Library'),
  ofRecording('isrc', 'ISRC'),
]
