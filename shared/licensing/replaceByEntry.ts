import type { CatalogueEntry } from '../catalogue/catalogue.ts'
import { bringEntry } from '../catalogue/takeEntry.ts'
import type { Edit } from '../edits/edit.ts'
import { countedLabel } from '../edits/editLabel.ts'
import type { Recorded } from '../edits/licenceEdits.ts'
import { type ReplacementLicence, type ReplacementUse, withOtherMusic } from '../edits/replaceMusicEdits.ts'
import type { CueId, MakeId } from '../model/ids.ts'
import { kindOfPaper, mainPaper } from '../model/neededPaper.ts'
import { partyName } from '../model/work.ts'
import { type Problem, refuse } from '../result.ts'

/** Gives cues a piece of the catalogue in place of theirs; what was licensed for them before stays on record. */
export function replaceByEntry(
  cues: readonly CueId[],
  entry: CatalogueEntry,
  licences: readonly ReplacementLicence[],
  recorded: Recorded,
  makeId: MakeId,
): Edit {
  const all = [
    ...entry.parties,
    ...(entry.work ? [entry.work] : []),
    ...(entry.recording ? [entry.recording] : []),
  ]
  const ids = new Map(all.map(({ id }) => [id as string, makeId() as string]))
  const licenceIds = licences.map(() => makeId<'licences'>())
  return {
    label: countedLabel('Replace music of', 'cue', cues.length),
    run: (document) => {
      const brought = bringEntry(document, entry, ids)
      if (!brought.ok) return brought
      const { work, recording } = brought.value
      if (work === null) return refuse(noMusic(entry))
      const music = { work, recording, use: usedLike(entry) }
      return withOtherMusic(brought.value.document, cues, music, licences, recorded, licenceIds)
    },
  }
}

/** What cues say of themselves with a piece of the catalogue: what its last use taught, else that it is a commercial recording. */
export function usedLike({ use, recording }: CatalogueEntry): ReplacementUse {
  if (use) return { type: use.type, origin: use.origin, vocals: use.vocals }
  return recording?.library.trim()
    ? { type: 'library', origin: 'library', vocals: 'unknown' }
    : { type: 'needleDrop', origin: 'commercial', vocals: 'unknown' }
}

/** The licences that a piece of the catalogue takes, still to be requested, as it is known there: publishers, and who owns the recording. */
export function licencesOfEntry(entry: CatalogueEntry): readonly ReplacementLicence[] {
  const { work, recording, parties } = entry
  const cue = { ...usedLike(entry), circumstances: [] }
  const nameOf = (id: string) =>
    parties.flatMap((party) => (party.id === id ? [partyName(party)] : []))[0] ?? ''
  const [sync, master] = (['sync', 'master'] as const).map((side) =>
    kindOfPaper(mainPaper(side, { cue, work, recording }), { cue }),
  )
  const isOwn = recording?.ownedByProduction ?? false
  const owner = recording?.library.trim() || recording?.label.trim() || ''
  if (sync && sync === master)
    return [{ kind: sync, patch: { grants: isOwn ? ['sync'] : ['sync', 'master'], licensor: owner } }]
  const publishers = work?.publishers ?? []
  const forSync: readonly ReplacementLicence[] =
    !sync || sync === 'publicDomainProof'
      ? []
      : publishers.length > 0
        ? publishers.map(({ party, share }) => ({ kind: sync, patch: { licensor: nameOf(party), share } }))
        : [{ kind: sync, patch: {} }]
  const granted = forSync.map((each) =>
    'kind' in each ? { ...each, patch: { grants: ['sync' as const], ...each.patch } } : each,
  )
  if (!master || isOwn) return granted
  return [...granted, { kind: master, patch: { grants: ['master'], licensor: owner } }]
}

function noMusic({ name }: CatalogueEntry): Problem {
  return {
    message: `${name} is no piece of music.`,
    expected: 'a work of the catalogue',
    found: 'a holder or a contact',
    remedy: 'Choose a work or a recording.',
  }
}
