import type { Cue } from '../../shared/model/cue.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { CueId } from '../../shared/model/ids.ts'
import type { SideState } from '../../shared/sheet/sideStatus.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import type { Projection } from '../review/findings.ts'
import type { Axis } from './axis.ts'
import { axisOffsets } from './axisOffsets.ts'
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
  /** The same item as another object, for who compares objects to see whether something else is known of it. */
  readonly renewed: () => CueItem
}

/** What is known of cues besides themselves, whenever it is asked. */
export type CueFacts = Pick<Projection, 'findingsOf' | 'gravestOf' | 'useOf'> & {
  /** Another number whenever findings have come. */
  readonly version: number
}

/** Nothing is known besides the cues themselves. */
export const noCueFacts: CueFacts = {
  findingsOf: new Map(),
  gravestOf: new Map(),
  useOf: new Map(),
  version: 0,
}

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
  #strength = 0
  /** The version of the facts that the strength was read from. */
  #version = -1

  constructor(cue: Cue, spanIndex: number, place: Place, facts: CueFacts) {
    this.id = itemId(cue.id, spanIndex)
    this.cue = cue
    this.spanIndex = spanIndex
    this.start = place.start
    this.end = place.end
    this.isOpen = place.isOpen
    this.#facts = facts
  }

  renewed(): CueItem {
    return new SpanItem(this.cue, this.spanIndex, this, this.#facts)
  }

  get gravest(): Finding['severity'] | null {
    return this.#facts.gravestOf.get(this.cue.id) ?? null
  }

  get strength(): number {
    const { version } = this.#facts
    if (version !== this.#version) {
      this.#version = version
      this.#strength = this.gravest ? strengths[this.gravest] : 0
    }
    return this.#strength
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
  const place = { offsets: axisOffsets(axis), playhead, facts }
  for (const cue of recordsOf(document, 'cues')) addItems(items, cue, place)
  return items
}

/** Every readable span of one cue. */
export function itemsOfCue(cue: Cue, axis: Axis, playhead: Frames, facts: CueFacts): readonly CueItem[] {
  const items: CueItem[] = []
  addItems(items, cue, { offsets: axisOffsets(axis), playhead, facts })
  return items
}

type Around = {
  readonly offsets: ReadonlyMap<string, number>
  readonly playhead: Frames
  readonly facts: CueFacts
}

function addItems(into: CueItem[], cue: Cue, { offsets, playhead, facts }: Around): void {
  let spanIndex = -1
  for (const { reel, start: from, end: to } of cue.spans) {
    spanIndex += 1
    const offset = offsets.get(reel)
    if (offset === undefined || typeof from !== 'number' || (to !== null && typeof to !== 'number')) continue
    const start = frames(from + offset)
    const end = to === null ? frames(Math.max(start + 1, playhead)) : frames(to + offset)
    into.push(new SpanItem(cue, spanIndex, { start, end, isOpen: to === null }, facts))
  }
}
