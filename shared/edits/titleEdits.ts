import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { CueId, MakeId } from '../model/ids.ts'
import { titleKey } from '../model/sameMusic.ts'
import type { TitleLine } from '../model/titleLine.ts'
import { ok, type Result } from '../result.ts'
import { chooseRecording, chooseWork, nameCueMusic } from './cueMusicEdits.ts'
import type { Edit } from './edit.ts'
import { countedLabel } from './editLabel.ts'
import { mapRecords } from './putRecord.ts'
import { evenShares, setWriters } from './shareEdits.ts'

/** A line and the cue that it is for. */
export type TitledCue = { readonly cue: CueId; readonly line: TitleLine }

/**
 * Names cues by a list of titles. A title alone is the cue's; with an artist or composer it is that of a work, which is the one
 * of that title if the production has it.
 */
export function titleCues(titled: readonly TitledCue[], makeId: MakeId): Edit {
  const steps = titled.map((entry) => stepOf(entry, makeId))
  return {
    label: countedLabel('Paste titles of', 'cue', titled.length),
    run: (document) =>
      steps.reduce<Result<ProductionDocument>>(
        (result, step) => (result.ok ? step(result.value) : result),
        ok(document),
      ),
  }
}

type Step = (document: ProductionDocument) => Result<ProductionDocument>

function stepOf({ cue, line }: TitledCue, makeId: MakeId): Step {
  const { title, artist, composers } = line
  // Ids are drawn here and not while the edit runs, so that it gives the same document every time.
  const named = nameCueMusic(cue, { work: { title } }, makeId)
  const recorded = nameCueMusic(cue, { recording: { artist } }, makeId)
  const writerIds = composers.map(() => makeId<'parties'>())
  return (document) => {
    if (artist === '' && composers.length === 0)
      return mapRecords(document, 'cues', [cue], (found) => ok({ ...found, title }))
    const titled = withWork(document, cue, title, named)
    const played = titled.ok ? withArtist(titled.value, cue, artist, recorded) : titled
    if (!played.ok) return played
    const written = composers.length === 0 ? played : withWriters(played.value, cue, composers, writerIds)
    return written.ok
      ? mapRecords(written.value, 'cues', [cue], (found) => ok({ ...found, title: '' }))
      : written
  }
}

function withWork(
  document: ProductionDocument,
  cue: CueId,
  title: string,
  named: Edit,
): Result<ProductionDocument> {
  const present = document.works[document.cues[cue]?.work ?? '']
  if (present && titleKey(present.title) === titleKey(title)) return ok(document)
  const known = recordsOf(document, 'works')
    .filter((work) => titleKey(work.title) === titleKey(title))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))[0]
  if (known) return chooseWork([cue], known.id).run(document)
  // A work that others use as well is not renamed by a list.
  const parted = present ? chooseWork([cue], null).run(document) : ok(document)
  return parted.ok ? named.run(parted.value) : parted
}

/** The recording by that artist, or a new one: that of another artist is not renamed by a list. */
function withArtist(
  document: ProductionDocument,
  cue: CueId,
  artist: string,
  recorded: Edit,
): Result<ProductionDocument> {
  if (artist === '') return ok(document)
  const { recording, work } = document.cues[cue] ?? { recording: null, work: null }
  const present = document.recordings[recording ?? '']
  if (present && titleKey(present.artist) === titleKey(artist)) return ok(document)
  const known = recordsOf(document, 'recordings')
    .filter((other) => work !== null && other.work === work && titleKey(other.artist) === titleKey(artist))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))[0]
  if (known) return chooseRecording([cue], known.id).run(document)
  const parted = present && present.artist !== '' ? chooseRecording([cue], null).run(document) : ok(document)
  return parted.ok ? recorded.run(parted.value) : parted
}

function withWriters(
  document: ProductionDocument,
  cue: CueId,
  composers: readonly string[],
  ids: readonly string[],
): Result<ProductionDocument> {
  const work = document.works[document.cues[cue]?.work ?? '']
  if (!work || work.writers.length > 0) return ok(document)
  const shares = evenShares(composers.length)
  const entries = composers.map((name, index) => ({
    party: { name },
    role: 'CA' as const,
    share: shares[index] ?? 0,
  }))
  let next = 0
  return setWriters(work.id, entries, (() => ids[next++]) as MakeId).run(document)
}
