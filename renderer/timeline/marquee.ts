import type { CueId } from '../../shared/model/ids.ts'
import { frames } from '../../shared/time/frames.ts'
import type { Session } from '../store/session.ts'
import type { Store } from '../store/store.ts'
import type { CueItem } from './cueItems.ts'
import { isToggling, united } from './cueSelection.ts'
import { lanePitch } from './laneLayout.ts'
import { itemsWithin, type Lanes } from './lanes.ts'
import { followPointer, type PointerPlace } from './pointerDrag.ts'
import { xOf } from './viewport.ts'

/** A rubber band while it is drawn: where it is, in CSS px of the lanes, and the cues it has caught. */
export type Band = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly cues: ReadonlySet<CueId>
}

/** What a rubber band is drawn on. */
export type BandGround = {
  readonly session: Session
  /** The timeline's detail view. */
  readonly area: HTMLElement
  /** The element that holds the lanes. */
  readonly lanesElement: HTMLElement
  readonly lanes: () => Lanes<CueItem>
  readonly band: Store<Band | null>
}

/** Draws a rubber band from the pointer on and selects what it has caught; with Ctrl or Shift, in addition. A click selects none. */
export function startMarquee(ground: BandGround, press: PointerEvent): void {
  const { session, area, band } = ground
  const was = session.moment.value.selection
  const adds = press.shiftKey || isToggling(press)
  const from = pointOn(ground, press)
  followPointer(session, area, press, {
    begin: () => {
      area.dataset.dragging = 'band'
    },
    move: (pointer) => band.set(bandBetween(ground, from, pointOn(ground, pointer))),
    end: (outcome) => {
      delete area.dataset.dragging
      const caught = band.value?.cues ?? new Set<CueId>()
      band.set(null)
      if (outcome === 'cancelled') return
      if (outcome === 'clicked' && adds) return
      session.select(united(adds ? was : [], [...caught]))
      if (outcome === 'dropped')
        session.moment.patch({
          announcement: `${caught.size === 1 ? '1 cue' : `${caught.size} cues`} caught`,
        })
    },
  })
}

/** A place on the lanes: an axis frame, a real number, and CSS px from the top of the first lane. */
type Point = { readonly frame: number; readonly y: number }

function pointOn(
  { session, area, lanesElement }: BandGround,
  { clientX, clientY }: Pick<PointerPlace, 'clientX' | 'clientY'>,
): Point {
  const { first, pixelsPerFrame } = session.timeline.view.value
  const { top, height } = lanesElement.getBoundingClientRect()
  return {
    frame: first + (clientX - area.getBoundingClientRect().left) / pixelsPerFrame,
    y: Math.max(0, Math.min(height, clientY - top)),
  }
}

function bandBetween({ session, lanesElement, lanes }: BandGround, from: Point, to: Point): Band {
  const view = session.timeline.view.value
  const [start, end] = from.frame < to.frame ? [from.frame, to.frame] : [to.frame, from.frame]
  const [top, bottom] = from.y < to.y ? [from.y, to.y] : [to.y, from.y]
  const all = lanes()
  const pitch = lanePitch(lanesElement, all.laneCount)
  const range = { start: frames(Math.floor(start)), end: frames(Math.ceil(end)) }
  const caught = itemsWithin(all, range).filter(
    ({ lane }) => lane * pitch <= bottom && (lane + 1) * pitch >= top,
  )
  return {
    x: xOf(view, start),
    y: top,
    width: (end - start) * view.pixelsPerFrame,
    height: bottom - top,
    cues: new Set(caught.map(({ item }) => item.cue.id)),
  }
}
