import type { Cue } from '../model/cue.ts'
import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { CueId, LicenceId, MakeId, RecordingId, WorkId } from '../model/ids.ts'
import type { Licence, LicenceKind } from '../model/licence.ts'
import { isEnded, statusProblem } from '../model/licenceStatus.ts'
import type { Recording, Work } from '../model/work.ts'
import { ok, type Result } from '../result.ts'
import type { Edit } from './edit.ts'
import { countedLabel } from './editLabel.ts'
import { blankLicence, type LicencePatch, type Recorded, withStatus } from './licenceEdits.ts'
import { addRecord, findRecord, putRecords } from './putRecord.ts'
import { blankRecording, blankWork } from './workEdits.ts'

/** A licence for the music that comes in: one that the production has, such as a library's blanket, or a new one. */
export type ReplacementLicence =
  | { readonly existing: LicenceId }
  | {
      readonly kind: LicenceKind
      readonly patch: Omit<LicencePatch, 'cues' | 'replaces' | 'history' | 'kind'>
    }

/** What the cues say of themselves with the music that comes in. */
export type ReplacementUse = Pick<Cue, 'type' | 'origin' | 'vocals'>

/** Library music that may come in for something else, as somebody types it. */
export type LibraryMusic = {
  readonly title: string
  readonly recording: Partial<
    Pick<Recording, 'artist' | 'label' | 'album' | 'catalogueNo' | 'trackNo' | 'library' | 'isrc'>
  >
  readonly vocals: Cue['vocals']
  readonly licence: ReplacementLicence
}

/** Gives cues library music in place of theirs, with what is asked for it; what was licensed for them before stays on record. */
export function replaceByLibrary(
  cues: readonly CueId[],
  music: LibraryMusic,
  recorded: Recorded,
  makeId: MakeId,
): Edit {
  const [work, recording, licence] = [makeId<'works'>(), makeId<'recordings'>(), makeId<'licences'>()]
  return {
    label: countedLabel('Replace music of', 'cue', cues.length),
    run: (document) => {
      const named: Work = { ...blankWork(work), title: music.title.trim() }
      const withWork = addRecord(document, 'works', named)
      if (!withWork.ok) return withWork
      const heard: Recording = { ...blankRecording(recording), ...music.recording, work }
      const withBoth = addRecord(withWork.value, 'recordings', heard)
      if (!withBoth.ok) return withBoth
      const use: ReplacementUse = { type: 'library', origin: 'library', vocals: music.vocals }
      return withOtherMusic(withBoth.value, cues, { work, recording, use }, [music.licence], recorded, [
        licence,
      ])
    },
  }
}

/** Music that is in the production already, and how it is used. */
export type ReplacingMusic = {
  readonly work: WorkId
  readonly recording: RecordingId | null
  readonly use: ReplacementUse
}

/**
 * The document with other music in cues. Licences of these cues alone become replaced where that may follow, and stay on record where it
 * may not; licences of other cues too let these go. `ids` are for the new licences, one each.
 */
export function withOtherMusic(
  document: ProductionDocument,
  cues: readonly CueId[],
  { work, recording, use }: ReplacingMusic,
  licences: readonly ReplacementLicence[],
  recorded: Recorded,
  ids: readonly LicenceId[],
): Result<ProductionDocument> {
  const changed: Cue[] = []
  for (const id of new Set(cues)) {
    const found = findRecord(document, 'cues', id)
    if (!found.ok) return found
    changed.push({ ...withoutOldMusic(found.value), ...use, work, recording })
  }
  const put = putRecords(document, 'cues', changed)
  if (!put.ok) return put
  const left = letGo(
    put.value,
    changed,
    licences.some((each) => 'kind' in each),
    recorded,
  )
  if (!left.ok) return left
  return licences.reduce<Result<ProductionDocument>>(
    (result, licence, index) =>
      result.ok ? withLicence(result.value, changed, licence, left.value.kept, ids[index]) : result,
    ok(left.value.document),
  )
}

/** What was said of a cue on account of the music that it had. */
function withoutOldMusic(cue: Cue): Cue {
  return {
    ...cue,
    title: '',
    identification: null,
    licensedDuration: null,
    licensedUses: null,
    circumstances: cue.circumstances.filter((each) => each === 'outOfContext'),
    overrulings: [],
  }
}

type LetGo = { readonly document: ProductionDocument; readonly kept: readonly LicenceId[] }

/** `kept` are those whose status may not change any more, which the new records take the place of. */
function letGo(
  document: ProductionDocument,
  cues: readonly Cue[],
  isFollowed: boolean,
  recorded: Recorded,
): Result<LetGo> {
  const replaced = new Set(cues.map(({ id }) => id))
  const changed: Licence[] = []
  const kept: LicenceId[] = []
  for (const licence of recordsOf(document, 'licences')) {
    if (!licence.cues.some((cue) => replaced.has(cue)) || licence.status === 'replaced') continue
    const others = licence.cues.filter((cue) => !replaced.has(cue))
    if (others.length > 0) changed.push({ ...licence, cues: others })
    else if (isEnded(licence.status) || statusProblem(licence, 'replaced') !== null) {
      if (isFollowed) kept.push(licence.id)
      else changed.push({ ...licence, cues: [] })
    } else {
      const ended = withStatus(licence, 'replaced', recorded)
      if (!ended.ok) return ended
      changed.push(ended.value)
    }
  }
  const put = putRecords(document, 'licences', changed)
  return put.ok ? ok({ document: put.value, kept }) : put
}

function withLicence(
  document: ProductionDocument,
  cues: readonly Cue[],
  licence: ReplacementLicence,
  replaces: readonly LicenceId[],
  id: LicenceId | undefined,
): Result<ProductionDocument> {
  const covered = cues.map((cue) => cue.id)
  if ('existing' in licence) {
    const found = findRecord(document, 'licences', licence.existing)
    if (!found.ok) return found
    const all = [...new Set([...found.value.cues, ...covered])]
    return putRecords(document, 'licences', [{ ...found.value, cues: all }])
  }
  if (id === undefined) return ok(document)
  const made = { ...blankLicence(id, licence.kind, covered), ...licence.patch, replaces: [...replaces], id }
  return addRecord(document, 'licences', made)
}
