import type { Cue } from '../model/cue.ts'
import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { Production } from '../model/production.ts'
import { nameKey, partyKey } from '../model/sameMusic.ts'
import type { Party } from '../model/work.ts'
import type { MakeEntryId } from './catalogue.ts'
import type { RecurringCue, SeriesTemplate } from './seriesTemplate.ts'

/** Header fields that belong to one episode or one cut and never to the series. */
const ofOneEpisode: readonly string[] = [
  'rate',
  'episodeTitle',
  'episodeTitleAka',
  'productionNumber',
  'airDate',
  'datePrepared',
  'eidr',
  'isan',
  'cutName',
  'cutDate',
  'revisionNote',
  'classification',
  'showDurationOverride',
]

/** What of an episode a template is to hold. */
export type TemplateWish = {
  readonly name: string
  /** Names of the header fields. */
  readonly header: readonly string[]
  readonly themes: boolean
  readonly library: boolean
  readonly contacts: boolean
}

/** The header fields that a template can hold and that say something in this production. */
export function offeredHeader(production: Production): readonly (keyof Production)[] {
  return (Object.keys(production) as (keyof Production)[]).filter((field) => {
    const value = production[field]
    const isEmpty = value === '' || value === null || (Array.isArray(value) && value.length === 0)
    return !ofOneEpisode.includes(field) && !isEmpty
  })
}

/** Makes a template of an episode. */
export function makeTemplate(
  document: ProductionDocument,
  wish: TemplateWish,
  makeId: MakeEntryId,
): SeriesTemplate {
  const { production } = document
  const recurring = wish.themes ? recordsOf(document, 'cues').filter(isRecurring) : []
  const isKept = (cue: Cue) => recurring.includes(cue) || (wish.library && cue.type === 'library')
  const kept = recordsOf(document, 'cues').filter(isKept)
  const works = [...new Set(kept.flatMap(({ work }) => work ?? []))].flatMap((id) => document.works[id] ?? [])
  const recordings = [...new Set(kept.flatMap(({ recording }) => recording ?? []))].flatMap(
    (id) => document.recordings[id] ?? [],
  )
  const holders = new Set<string>(
    works.flatMap(({ writers, publishers }) => [...writers, ...publishers].map(({ party }) => party)),
  )
  const parties = recordsOf(document, 'parties').filter(
    ({ id, contact }) => holders.has(id) || (wish.contacts && contact !== ''),
  )
  return {
    id: makeId<'templates'>(),
    name: wish.name,
    rate: production.rate,
    header: Object.fromEntries(
      Object.entries(production).filter(
        ([field]) => wish.header.includes(field) && !ofOneEpisode.includes(field),
      ),
    ),
    cues: recurring.flatMap((cue) => recurringCue(document, cue) ?? []),
    works,
    recordings,
    parties: wish.contacts ? [...parties, ...licensors(document, parties, makeId)] : parties,
  }
}

/** Whether a cue is one that every episode has. */
export function isRecurring({ type, themeRole, state }: Cue): boolean {
  return state === 'active' && (type === 'theme' || type === 'logo' || themeRole !== 'none')
}

function recurringCue(document: ProductionDocument, cue: Cue): RecurringCue | null {
  const reels = recordsOf(document, 'reels').toSorted((a, b) => a.order - b.order)
  const [first, last] = [reels[0], reels.at(-1)]
  const [span, ...others] = cue.spans
  if (!first || !last || !span || others.length > 0) return null
  const { start, end } = span
  if (typeof start !== 'number' || typeof end !== 'number') return null
  const fromStart = span.reel === first.id ? start - first.programme.start : Number.POSITIVE_INFINITY
  const toEnd = span.reel === last.id ? last.programme.end - end : Number.POSITIVE_INFINITY
  if (Math.min(fromStart, toEnd) < 0 || !Number.isFinite(Math.min(fromStart, toEnd))) return null
  const {
    title,
    work,
    recording,
    type,
    origin,
    themeRole,
    diegesis,
    sourceVisibility,
    prominence,
    vocals,
    notes,
  } = cue
  return {
    ...{
      title,
      work,
      recording,
      type,
      origin,
      themeRole,
      diegesis,
      sourceVisibility,
      prominence,
      vocals,
      notes,
    },
    place:
      fromStart <= toEnd
        ? { from: 'start', offset: fromStart, length: end - start }
        : { from: 'end', offset: toEnd, length: end - start },
  }
}

/** Those who were asked for licences, with how to reach them, where they are no holders already. */
function licensors(document: ProductionDocument, known: readonly Party[], makeId: MakeEntryId): Party[] {
  const names = new Set(known.map(partyKey))
  return recordsOf(document, 'licences').flatMap(({ licensor, contact }) => {
    const key = nameKey(licensor)
    if (key === '' || contact.trim() === '' || names.has(key)) return []
    names.add(key)
    const id = makeId<'parties'>()
    return [
      {
        id,
        firstName: '',
        lastName: '',
        name: licensor.trim(),
        society: '',
        ipi: '',
        contact: contact.trim(),
      },
    ]
  })
}
