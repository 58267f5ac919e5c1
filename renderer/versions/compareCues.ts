import { countDifference, type DifferenceCounts, differenceBetween } from '../../shared/edits/difference.ts'
import { sameValue } from '../../shared/edits/sameValue.ts'
import { recordsInFileOrder } from '../../shared/files/recordOrder.ts'
import type { Cue, Span } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { markText } from '../cues/cueTimes.ts'
import { calledCue } from '../timeline/cueWords.ts'
import {
  diegesisNames,
  originNames,
  prominenceNames,
  stateNames,
  themeRoleNames,
  typeNames,
  visibilityNames,
  vocalNames,
} from '../ui/words.ts'

/** One line of a comparison: a cue that only one side has, or one field in which the sides differ. */
export type ComparedLine = {
  readonly key: string
  readonly kind: 'version' | 'now' | 'both'
  /** Number and title of the cue. */
  readonly cue: string
  /** Whether the line before is of the same cue. */
  readonly goesOn: boolean
  readonly field: string
  readonly version: string
  readonly now: string
}

/** What differs between a version and the production as it is. */
export type Comparison = { readonly lines: readonly ComparedLine[]; readonly counts: DifferenceCounts }

type Said = (cue: Cue, document: ProductionDocument) => string

const fields: readonly (readonly [field: keyof Cue, name: string, said: Said])[] = [
  ['number', 'Number', ({ number }) => number],
  ['title', 'Title', ({ title }) => title],
  ['spans', 'In and out', spansText],
  ['type', 'Type', ({ type }) => typeNames[type]],
  ['state', 'State', ({ state }) => stateNames[state]],
  ['work', 'Work', ({ work }, { works }) => (work === null ? '' : (works[work]?.title ?? ''))],
  ['recording', 'Recording', recordingText],
  ['origin', 'Origin', ({ origin }) => originNames[origin]],
  ['themeRole', 'Theme role', ({ themeRole }) => themeRoleNames[themeRole]],
  ['diegesis', 'Diegesis', ({ diegesis }) => diegesisNames[diegesis]],
  ['sourceVisibility', 'Source', ({ sourceVisibility }) => visibilityNames[sourceVisibility]],
  ['prominence', 'Prominence', ({ prominence }) => prominenceNames[prominence]],
  ['vocals', 'Vocals', ({ vocals }) => vocalNames[vocals]],
  ['scene', 'Scene', ({ scene }) => scene],
  ['description', 'Description', ({ description }) => description],
  ['notes', 'Notes', ({ notes }) => notes],
  ['dramaticRoles', 'Dramatic roles', ({ dramaticRoles }) => dramaticRoles.join(', ')],
  ['identification', 'Identification', ({ identification }) => identification?.method ?? ''],
]

/** Compares a version with the production as it is, cue by cue and field by field. */
export function compareCues(version: ProductionDocument, now: ProductionDocument): Comparison {
  const difference = differenceBetween(version, now)
  const { added, changed, removed } = difference.tables.cues
  const isWanted = new Set([...added, ...changed, ...removed])
  const order = [
    ...recordsInFileOrder(version, 'cues').filter(({ id }) => isWanted.has(id)),
    ...recordsInFileOrder(now, 'cues').filter(({ id }) => added.includes(id)),
  ]
  const lines = order.flatMap(({ id }) => linesOf(id, version, now))
  return { lines, counts: countDifference(difference) }
}

function linesOf(id: string, version: ProductionDocument, now: ProductionDocument): readonly ComparedLine[] {
  const was = version.cues[id]
  const is = now.cues[id]
  if (was && is) return changedLines(was, is, version, now)
  if (was) return [{ ...whole(was, version), kind: 'version', version: spansText(was, version), now: '' }]
  if (is) return [{ ...whole(is, now), kind: 'now', version: '', now: spansText(is, now) }]
  return []
}

function whole(cue: Cue, document: ProductionDocument) {
  return { key: cue.id, cue: calledCue(cue, document), goesOn: false, field: 'The whole cue' }
}

function changedLines(
  was: Cue,
  is: Cue,
  version: ProductionDocument,
  now: ProductionDocument,
): readonly ComparedLine[] {
  return fields
    .filter(([field]) => !sameValue(was[field], is[field]))
    .map(([field, name, said], index) => ({
      key: `${is.id} ${field}`,
      kind: 'both' as const,
      cue: calledCue(is, now),
      goesOn: index > 0,
      field: name,
      version: said(was, version),
      now: said(is, now),
    }))
}

function spansText({ spans }: Cue, { production, reels }: ProductionDocument): string {
  const many = Object.keys(reels).length > 1
  const text = ({ reel, start, end }: Span) =>
    `${many ? `${reels[reel]?.label ?? ''} ` : ''}${markText(start, production.rate)} – ${markText(end, production.rate)}`
  return spans.map(text).join(', ')
}

function recordingText({ recording }: Cue, { recordings }: ProductionDocument): string {
  const found = recording === null ? null : recordings[recording]
  return found ? [found.artist, found.album].filter(Boolean).join(', ') || found.id : ''
}
