import { cueField } from '../../shared/entry/cueFields.ts'
import { lengthOf } from '../../shared/entry/timeFields.ts'
import type { Settings } from '../../shared/ipc/settingsSchema.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import { cueMusic, writerNames } from './cueMusic.ts'
import type { FilterSources } from './filterCues.ts'

/** A line of the cue table: a cue, or the head of a group of cues. */
export type TableRow =
  | { readonly kind: 'cue'; readonly key: string; readonly cue: Cue }
  | {
      readonly kind: 'group'
      readonly key: string
      readonly name: string
      readonly count: number
      /** Frames of music of all cues whose length is known. */
      readonly length: Frames
      readonly isFolded: boolean
    }

/** What cues can be grouped by. */
export const groupings = [
  { id: 'type', name: 'Type' },
  { id: 'composer', name: 'Composer' },
  { id: 'reel', name: 'Reel' },
  { id: 'segment', name: 'Act' },
  { id: 'sync', name: 'Sync licence' },
  { id: 'master', name: 'Master licence' },
  { id: 'use', name: 'Usage' },
  { id: 'diegesis', name: 'Diegesis' },
  { id: 'origin', name: 'Origin' },
  { id: 'state', name: 'State' },
  { id: 'work', name: 'Work' },
  { id: 'artist', name: 'Artist' },
  { id: 'library', name: 'Library' },
  { id: 'scene', name: 'Scene' },
] as const

type Sort = Settings['cueTable']['sort']

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** What a cue is sorted by in a column; numbers are compared as numbers, texts as a reader would. Empty ones come last. */
function sortKey(
  document: ProductionDocument,
  cue: Cue,
  id: string,
  sources: FilterSources,
): string | number | null {
  if (id === 'findings') {
    const found = sources.findingsOf.get(cue.id) ?? []
    return found.reduce(
      (sum, { severity }) => sum + (severity === 'error' ? 10_000 : severity === 'warning' ? 100 : 1),
      0,
    )
  }
  if (id === 'length') return lengthOf(cue)
  if (id === 'reel') return reelName(document, cue)
  const text =
    id === 'title'
      ? cue.title || (cueMusic(document, cue).work?.title ?? '')
      : (cueField(id)?.read(document, cue) ?? '')
  return text === '' ? null : text
}

/** Cues in another order than that of the film, in which those stay that are alike. */
export function sortedCues(
  document: ProductionDocument,
  cues: readonly Cue[],
  sort: Sort,
  sources: FilterSources,
): readonly Cue[] {
  const wanted = sort.filter(({ id }) => id !== 'start')
  const isBackwards = sort[0]?.id === 'start' && sort[0].isDown
  if (wanted.length === 0) return isBackwards ? cues.toReversed() : cues
  const keyed = cues.map((cue) => ({
    cue,
    keys: wanted.map(({ id }) => sortKey(document, cue, id, sources)),
  }))
  keyed.sort((a, b) => {
    for (const [index, { isDown }] of wanted.entries()) {
      const order = compareKeys(a.keys[index] ?? null, b.keys[index] ?? null, isDown)
      if (order !== 0) return order
    }
    return 0
  })
  return keyed.map(({ cue }) => cue)
}

function compareKeys(a: string | number | null, b: string | number | null, isDown: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  const order =
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
  return isDown ? -order : order
}

function reelName(document: ProductionDocument, cue: Cue): string {
  return document.reels[cue.spans[0]?.reel ?? '']?.label || 'Reel'
}

function groupName(document: ProductionDocument, cue: Cue, by: string): string {
  if (by === 'reel') return reelName(document, cue)
  if (by === 'segment') return segmentName(document, cue)
  if (by === 'composer')
    return writerNames(document, cueMusic(document, cue).work).join(', ') || 'No composer named'
  return cueField(by)?.read(document, cue) || 'None'
}

function segmentName(document: ProductionDocument, cue: Cue): string {
  const [span] = cue.spans
  if (!span || typeof span.start !== 'number') return 'No act'
  const at = span.start
  const found = Object.values(document.segments).find(
    ({ reel, start, end, kind }) => kind === 'content' && reel === span.reel && start <= at && at < end,
  )
  return found?.label || 'No act'
}

/** The rows of the table: cues, under heads where they are grouped. Groups come in the order of their first cues. */
export function tableRows(
  document: ProductionDocument,
  cues: readonly Cue[],
  group: string | null,
  folded: ReadonlySet<string>,
): readonly TableRow[] {
  if (group === null) return cues.map((cue) => ({ kind: 'cue', key: cue.id, cue }))
  const groups = new Map<string, Cue[]>()
  for (const cue of cues) {
    const name = groupName(document, cue, group)
    const others = groups.get(name)
    if (others) others.push(cue)
    else groups.set(name, [cue])
  }
  return [...groups].flatMap(([name, members]) => {
    const key = `group ${group} ${name}`
    const isFolded = folded.has(key)
    const length = frames(members.reduce((sum, cue) => sum + (lengthOf(cue) ?? 0), 0))
    const head: TableRow = { kind: 'group', key, name, count: members.length, length, isFolded }
    return [head, ...(isFolded ? [] : members.map((cue): TableRow => ({ kind: 'cue', key: cue.id, cue })))]
  })
}
