import { frameOf, lastSpan, spansOf } from '../../shared/edits/cueSpans.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { cueTitle } from '../../shared/sheet/cueUse.ts'
import type { SideState } from '../../shared/sheet/sideStatus.ts'
import type { Frames } from '../../shared/time/frames.ts'
import { formatSignedTimecode, formatTimecode } from '../../shared/time/timecode.ts'
import { sideStateName } from '../licensing/sideStates.ts'
import { diegesisNames, stateNames, typeNames } from '../ui/words.ts'
import type { CueItem } from './cueItems.ts'

/** The title that a cue's block bears. */
export function blockTitle(cue: Cue, document: ProductionDocument): string {
  return cueTitle(cue, cue.work ? (document.works[cue.work] ?? null) : null) || 'Untitled'
}

/** Number and title of a cue, as it is called in a sentence. */
export function calledCue(cue: Cue, document: ProductionDocument): string {
  return [cue.number, blockTitle(cue, document)].filter(Boolean).join(' ')
}

type SpokenName = { readonly document: ProductionDocument; readonly text: string }

const spokenNames = new WeakMap<CueItem, SpokenName>()

/** All that is seen of a cue on the timeline, in words: number, title, type, diegesis, times, licences, problems. */
export function spokenName(item: CueItem, document: ProductionDocument): string {
  const known = spokenNames.get(item)
  if (known?.document === document) return known.text
  const { cue } = item
  const text = [
    cue.number,
    blockTitle(cue, document),
    typeNames[cue.type],
    diegesisNames[cue.diegesis],
    cue.state === 'active' ? '' : stateNames[cue.state],
    timesInWords(cue, document),
    licenceWords(item.sides),
    problemWords(item),
  ]
    .filter(Boolean)
    .join(', ')
  spokenNames.set(item, { document, text })
  return text
}

/** The two sides of a cue in words: `sync missing, master approved`. */
export function licenceWords(sides: CueItem['sides']): string {
  if (!sides) return ''
  const { sync, master } = sides
  const word = (state: SideState) => sideStateName(state).toLowerCase()
  return sync === master ? `sync and master ${word(sync)}` : `sync ${word(sync)}, master ${word(master)}`
}

/** How many errors and warnings there are, in words. */
export function problemWords({ findings }: CueItem): string {
  return (['error', 'warning'] as const)
    .map((severity) => ({ severity, count: findings.filter((of) => of.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 ? '' : 's'}`)
    .join(', ')
}

/** In, out and length of a cue as text; empty where it has none. */
export type CueTimes = { readonly start: string; readonly end: string; readonly length: string }

/** In, out and length of a cue as timecode. */
export function cueTimes(cue: Cue, { production }: ProductionDocument): CueTimes {
  const spans = spansOf(cue)
  const start = frameOf(spans[0].start)
  const end = frameOf(lastSpan(spans).end)
  const text = (frame: Frames | null) => (frame === null ? '' : formatTimecode(frame, production.rate))
  const length = start === null || end === null ? '' : formatSignedTimecode(lengthOf(cue), production.rate)
  return { start: text(start), end: text(end), length }
}

function timesInWords(cue: Cue, document: ProductionDocument): string {
  const { start, end, length } = cueTimes(cue, document)
  if (lastSpan(spansOf(cue)).end === null) return start && `in ${start}, open`
  return [start && `in ${start}`, end && `out ${end}`, length && `length ${length}`]
    .filter(Boolean)
    .join(', ')
}

function lengthOf(cue: Cue): Frames {
  return spansOf(cue).reduce((sum, span) => {
    const start = frameOf(span.start)
    const end = frameOf(span.end)
    return start === null || end === null ? sum : sum + end - start
  }, 0) as Frames
}
