import { nameCueMusic } from '../../shared/edits/cueMusicEdits.ts'
import type { Cue } from '../../shared/model/cue.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import type { Recording } from '../../shared/model/work.ts'
import { ok } from '../../shared/result.ts'
import { useApply } from '../cues/useApply.ts'
import { makeId, useSession } from '../store/session.ts'
import { FieldSuggest } from '../ui/FieldSuggest.tsx'
import type { Suggestion } from '../ui/suggestionsFor.ts'
import { takeFromCatalogue } from './catalogueOffers.ts'
import { useLookUp } from './useLookUp.ts'

type ArtistFieldProps = {
  readonly cue: Cue
  readonly recording: Recording | null
  readonly document: ProductionDocument
}

let last: { readonly of: object; readonly names: readonly Suggestion[] } | null = null

/** Who performs. A recording from the catalogue brings its work with it. */
export function ArtistField({ cue, recording, document }: ArtistFieldProps) {
  const session = useSession()
  const apply = useApply()
  const { lookUp, entryOf } = useLookUp('artist')
  const name = (artist: string) =>
    apply(nameCueMusic(cue.id, { recording: { artist } }, makeId), `artist ${cue.id}`)
  return (
    <FieldSuggest
      name="artist"
      label="Artist"
      value={recording?.artist ?? ''}
      suggestions={() => artistsOf(document)}
      lookUp={lookUp}
      choose={(id) => {
        const entry = entryOf(id)
        return entry ? ok(takeFromCatalogue(session, [cue.id], entry)) : name(id)
      }}
      commit={name}
    />
  )
}

/** The artists of the production, each once. */
function artistsOf(document: ProductionDocument): readonly Suggestion[] {
  if (last?.of === document.recordings) return last.names
  const names = new Set(recordsOf(document, 'recordings').flatMap(({ artist }) => artist || []))
  last = {
    of: document.recordings,
    names: [...names].toSorted((a, b) => a.localeCompare(b)).map((artist) => ({ id: artist, name: artist })),
  }
  return last.names
}
