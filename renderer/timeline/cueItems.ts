import { frameOf, spansOf } from '../../shared/edits/cueSpans.ts'
import type { Cue } from '../../shared/model/cue.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { CueId } from '../../shared/model/ids.ts'
import type { SideState } from '../../shared/sheet/sideStatus.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import type { Projection } from '../review/findings.ts'
import { type Axis, axisFrame } from './axis.ts'
import type { LaneItem } from './lanes.ts'

/** A span of a cue as the timeline lays it out; `start` and `end` are axis frames. */
export type CueItem = LaneItem & {
  readonly cue: Cue
  readonly spanIndex: number
  readonly isOpen: boolean
  /** The gravest finding about the cue. */
  readonly gravest: Finding['severity'] | null
  readonly findings: readonly Finding[]
  /** How far its two sides are cleared; null for a cue that is cut or temp. */
  readonly sides: { readonly sync: SideState; readonly master: SideState } | null
}

/** What is known of cues besides themselves. */
export type CueFacts = Pick<Projection, 'findingsOf' | 'gravestOf' | 'useOf'>

/** Nothing is known besides the cues themselves. */
export const noCueFacts: CueFacts = { findingsOf: new Map(), gravestOf: new Map(), useOf: new Map() }

const noFindings: readonly Finding[] = []

const strengths = { error: 3, warning: 2, info: 1 } as const

/** The id of a cue's span in the timeline. */
function itemId(cue: CueId, spanIndex: number): string {
  return spanIndex === 0 ? cue : `${cue}/${spanIndex}`
}

/** What an item tells besides its place is looked up when it is drawn: of ten thousand cues few are. */
class SpanItem implements CueItem {
  readonly id: string
  readonly cue: Cue
  readonly spanIndex: number
  readonly start: Frames
  readonly end: Frames
  readonly isOpen: boolean
  readonly #facts: CueFacts

  constructor(cue: Cue, spanIndex: number, place: Place, facts: CueFacts) {
    this.id = itemId(cue.id, spanIndex)
    this.cue = cue
    this.spanIndex = spanIndex
    this.start = place.start
    this.end = place.end
    this.isOpen = place.isOpen
    this.#facts = facts
  }

  get gravest(): Finding['severity'] | null {
    return this.#facts.gravestOf.get(this.cue.id) ?? null
  }

  get strength(): number {
    return this.gravest ? strengths[this.gravest] : 0
  }

  get findings(): readonly Finding[] {
    return this.#facts.findingsOf.get(this.cue.id) ?? noFindings
  }

  get sides(): CueItem['sides'] {
    const use = this.#facts.useOf.get(this.cue.id)
    return use ? { sync: use.sync.status, master: use.master.status } : null
  }
}

type Place = Pick<CueItem, 'start' | 'end' | 'isOpen'>

/** Every readable span of every cue. The open one reaches to `playhead` (axis frame), one frame at least. */
export function cueItems(
  document: ProductionDocument,
  axis: Axis,
  playhead: Frames,
  facts: CueFacts,
): readonly CueItem[] {
  const items: CueItem[] = []
  for (const cue of recordsOf(document, 'cues')) addItems(items, cue, axis, playhead, facts)
  return items
}

/** Every readable span of one cue. */
export function itemsOfCue(cue: Cue, axis: Axis, playhead: Frames, facts: CueFacts): readonly CueItem[] {
  const items: CueItem[] = []
  addItems(items, cue, axis, playhead, facts)
  return items
}

function addItems(into: CueItem[], cue: Cue, axis: Axis, playhead: Frames, facts: CueFacts): void {
  for (const [spanIndex, span] of spansOf(cue).entries()) {
    const from = frameOf(span.start)
    const start = from === null ? null : axisFrame(axis, { reel: span.reel, frame: from })
    const to = frameOf(span.end)
    if (start === null || (span.end !== null && to === null)) continue
    const end = to === null ? null : axisFrame(axis, { reel: span.reel, frame: to })
    const place = { start, end: end ?? frames(Math.max(start + 1, playhead)), isOpen: end === null }
    into.push(new SpanItem(cue, spanIndex, place, facts))
  }
}
