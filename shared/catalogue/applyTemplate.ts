import { addCue } from '../edits/cueMarkEdits.ts'
import type { Edit } from '../edits/edit.ts'
import { updateProduction } from '../edits/productionEdits.ts'
import { mapRecords } from '../edits/putRecord.ts'
import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { CueId, MakeId, RecordingId, WorkId } from '../model/ids.ts'
import type { Production } from '../model/production.ts'
import { ok, type Result } from '../result.ts'
import { sameSpeed } from '../time/frameRate.ts'
import { type Frames, frames, framesLasting } from '../time/frames.ts'
import type { CatalogueEntry } from './catalogue.ts'
import type { RecurringCue, SeriesTemplate } from './seriesTemplate.ts'
import { bringEntry } from './takeEntry.ts'

/** What of a template is applied. */
export type ApplyWish = {
  readonly header: boolean
  readonly music: boolean
  /** Whether themes and logos are put where they lay. */
  readonly themes: boolean
}

type Header = Partial<Omit<Production, 'rate'>>

/** The header of the next episode after the one that the template was made from. */
export function nextEpisodeHeader({ header }: SeriesTemplate): Header {
  const { episodeNumber } = header
  return (episodeNumber ? { ...header, episodeNumber: nextNumber(episodeNumber) } : { ...header }) as Header
}

/** The number after one: `205` after `204`, `E06` after `E05`, `2/3` after `1/3`. */
export function nextNumber(number: string): string {
  const part = /^(\d+)(\s*\/.*)$/.exec(number.trim())
  const [, head = '', digits = '', tail = ''] = part
    ? ['', '', part[1], part[2]]
    : (/^(.*?)(\d+)(\D*)$/.exec(number.trim()) ?? [])
  if (digits === '') return number
  return `${head}${String(Number(digits) + 1).padStart(digits.length, '0')}${tail}`
}

/** Applies a template: header fields, music by what it is, themes and logos at their places, all as one edit. */
export function applyTemplate(template: SeriesTemplate, wish: ApplyWish, makeId: MakeId): Edit {
  const ids = new Map(
    [...template.works, ...template.recordings, ...template.parties].map(({ id }) => [
      id as string,
      makeId() as string,
    ]),
  )
  const cueIds = template.cues.map(() => makeId<'cues'>())
  return {
    label: `Apply template ${template.name}`,
    run: (document) => {
      const headed = wish.header ? updateProduction(nextEpisodeHeader(template)).run(document) : ok(document)
      if (!headed.ok || !(wish.music || wish.themes)) return headed
      return withMusic(headed.value, template, ids, wish.themes ? cueIds : [])
    },
  }
}

function withMusic(
  document: ProductionDocument,
  template: SeriesTemplate,
  ids: ReadonlyMap<string, string>,
  cueIds: readonly CueId[],
): Result<ProductionDocument> {
  const brought = new Map<string, string>()
  let current = document
  for (const entry of entriesOf(template)) {
    const taken = bringEntry(current, entry, ids)
    if (!taken.ok) return taken
    current = taken.value.document
    if (entry.work && taken.value.work) brought.set(entry.work.id, taken.value.work)
    if (entry.recording && taken.value.recording) brought.set(entry.recording.id, taken.value.recording)
  }
  for (const [index, id] of cueIds.entries()) {
    const cue = template.cues[index]
    const placed = cue ? withCue(current, { cue, id, template, brought }) : ok(current)
    if (!placed.ok) return placed
    current = placed.value
  }
  return ok(current)
}

/** The music of a template as entries: each recording with its work, works without one, and holders of nothing. */
function* entriesOf({ works, recordings, parties }: SeriesTemplate): Generator<CatalogueEntry, void> {
  const nothing = { id: '', name: '', note: '', use: null, contact: null }
  for (const work of works) {
    const holders = new Set<string>([...work.writers, ...work.publishers].map(({ party }) => party))
    const own = {
      ...nothing,
      table: 'works' as const,
      work,
      parties: parties.filter(({ id }) => holders.has(id)),
    }
    const masters = recordings.filter((recording) => recording.work === work.id)
    if (masters.length === 0) yield { ...own, recording: null }
    for (const recording of masters) yield { ...own, recording }
  }
  yield { ...nothing, table: 'parties', work: null, recording: null, parties }
}

type Placing = {
  readonly cue: RecurringCue
  readonly id: CueId
  readonly template: SeriesTemplate
  readonly brought: ReadonlyMap<string, string>
}

/** The document with one more cue; without it where the programme is too short, or the cue stands there already. */
function withCue(
  document: ProductionDocument,
  { cue, id, template, brought }: Placing,
): Result<ProductionDocument> {
  const reels = recordsOf(document, 'reels').toSorted((a, b) => a.order - b.order)
  const reel = cue.place.from === 'start' ? reels[0] : reels.at(-1)
  if (!reel) return ok(document)
  const { rate } = document.production
  const lasting = (count: number): Frames =>
    sameSpeed(template.rate, rate) ? frames(count) : framesLasting(frames(count), template.rate, rate)
  const { start, end } = reel.programme
  const length = lasting(cue.place.length)
  const offset = lasting(cue.place.offset)
  const first = frames(cue.place.from === 'start' ? start + offset : end - offset - length)
  const { title, type, origin, themeRole, diegesis, sourceVisibility, prominence, vocals, notes } = cue
  const fields = { title, type, origin, themeRole, diegesis, sourceVisibility, prominence, vocals, notes }
  const work = (brought.get(cue.work ?? '') ?? null) as WorkId | null
  const recording = (brought.get(cue.recording ?? '') ?? null) as RecordingId | null
  const isThere = recordsOf(document, 'cues').some(
    (other) =>
      other.themeRole === themeRole && other.type === type && other.work === work && other.title === title,
  )
  if (isThere || length < 1 || first < start || first + length > end) return ok(document)
  const added = addCue(
    { reel: reel.id, frame: first },
    { reel: reel.id, frame: frames(first + length) },
    (() => id) as MakeId,
  ).run(document)
  if (!added.ok) return added
  return mapRecords(added.value, 'cues', [id], (made) => ok({ ...made, ...fields, work, recording }))
}
