import type { EarlierUse } from '../../shared/edits/giveMusicEdits.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import type { RecordingId, WorkId } from '../../shared/model/ids.ts'
import { writerNames } from '../cues/cueMusic.ts'
import type { Suggestion } from '../ui/suggestionsFor.ts'

/** Music of the production that a title may mean. */
export type TitleOffer = Suggestion & { readonly work: WorkId; readonly recording: RecordingId | null }

type Music = Pick<ProductionDocument, 'works' | 'recordings' | 'parties'>

let last: { readonly of: Music; readonly offers: readonly TitleOffer[] } | null = null

/** Every work of the production with each of its recordings, by title; made anew only when music has changed. */
export function titleOffers({ works, recordings, parties }: ProductionDocument): readonly TitleOffer[] {
  const isKnown = last?.of.works === works && last.of.recordings === recordings && last.of.parties === parties
  if (last && isKnown) return last.offers
  const of = { works, recordings, parties } as ProductionDocument
  const masters = new Map<string, { readonly id: RecordingId; readonly artist: string }[]>()
  for (const { id, work, artist } of recordsOf(of, 'recordings')) {
    if (work === null) continue
    const known = masters.get(work)
    if (known) known.push({ id, artist })
    else masters.set(work, [{ id, artist }])
  }
  const offers = recordsOf(of, 'works').flatMap((work): TitleOffer[] => {
    if (work.title === '') return []
    const by = writerNames(of, work).join(', ')
    const recorded = masters.get(work.id) ?? [{ id: null, artist: '' }]
    return recorded.map(({ id, artist }) => ({
      id: `${work.id} ${id ?? ''}`,
      name: work.title,
      note: [artist, by].filter(Boolean).join(' · '),
      work: work.id,
      recording: id,
    }))
  })
  last = { of, offers: offers.toSorted((a, b) => byName(a.name, b.name)) }
  return last.offers
}

/** How a work was last used before, by the order of the cues' table; null where it was not. */
export function earlierUse(document: ProductionDocument, work: WorkId): EarlierUse | null {
  return recordsOf(document, 'cues').findLast((cue) => cue.work === work && cue.type !== 'other') ?? null
}

const byName = new Intl.Collator().compare
