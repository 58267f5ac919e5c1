import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { CueId } from '../../shared/model/ids.ts'
import { toggled } from '../cues/rowRange.ts'
import { type Session, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { cueRange, isToggling } from './cueSelection.ts'
import type { TimelineScene, TimelineSceneMaker } from './timelineScene.ts'
import { cueOfOption } from './useLanePointer.ts'
import { xOf } from './viewport.ts'

/** The cues of the timeline as a list: their order, and the one that Tab comes to. */
export type CueFocus = {
  /** Cues by start. */
  readonly order: readonly CueId[]
  /** Place of each in the list, from 0. */
  readonly positions: ReadonlyMap<CueId, number>
  readonly stop: CueId | null
  /** The cue from which Shift selects. */
  readonly anchor: CueId | null
  readonly setAnchor: (id: CueId) => void
  readonly pressKey: (event: KeyboardEvent<HTMLElement>) => void
  readonly receive: (event: FocusEvent<HTMLElement>) => void
  readonly release: () => void
}

type CueList = Pick<CueFocus, 'order' | 'positions'>

const noOrder: CueList = { order: [], positions: new Map() }
/** The list made last, and the items that it was made of. */
let latest: { readonly items: readonly string[]; readonly list: CueList } = { items: [], list: noOrder }

/** Roving focus over the cues: arrows go by start, Shift extends the selection, Ctrl leaves it alone. */
export function useCueFocus(
  scene: TimelineScene | null,
  maker: TimelineSceneMaker,
  list: RefObject<HTMLElement | null>,
): CueFocus {
  const session = useSession()
  const selection = useStore(session.moment, (moment) => moment.selection)
  const [current, setCurrent] = useState<CueId | null>(null)
  const [anchor, setAnchor] = useState<CueId | null>(null)
  const wanted = useRef<CueId | null>(null)
  const held = useRef<HeldFocus | null>(null)
  const { order, positions } = scene ? orderOf(scene) : noOrder
  const stop = [current, selection[0], order[0]].find((id) => id && positions.has(id)) ?? null
  const goTo = (id: CueId) => {
    wanted.current = id
    maker.kept = id
    setCurrent(id)
    if (scene) reveal(session, scene, id)
    maker.schedule()
  }
  useEffect(() => {
    if (maker.kept === (stop ?? undefined)) return
    maker.kept = stop ?? undefined
    maker.schedule()
  }, [maker, stop])
  useLayoutEffect(() => {
    const next = held.current && heirOf(held.current, order, positions)
    if (next) {
      held.current = null
      goTo(next)
    }
    if (wanted.current && focusOption(list.current, wanted.current)) wanted.current = null
  })
  useEffect(() => {
    const [first] = selection
    if (!first) return
    setCurrent((before) => (before && selection.includes(before) ? before : first))
    const focused = list.current?.contains(document.activeElement) && held.current?.id
    if (focused && !selection.includes(focused) && wanted.current === null) wanted.current = first
  }, [selection, list])
  const usedAnchor = anchor && selection.includes(anchor) ? anchor : (selection[0] ?? null)
  return {
    order,
    positions,
    stop,
    anchor: usedAnchor,
    setAnchor,
    pressKey: (event) => {
      // A held key is faster than the focus.
      const from = cueOfOption(event.target) && (wanted.current ?? cueOfOption(event.target))
      if (!from) return
      const at = positions.get(from) ?? 0
      pressKey({ session, order, from, at, anchor: usedAnchor, setAnchor, goTo }, event)
    },
    receive: ({ target }) => {
      const id = cueOfOption(target)
      if (!id || !scene) return
      held.current = { id, at: positions.get(id) ?? 0 }
      setCurrent(id)
      if (target.matches(':focus-visible')) reveal(session, scene, id)
    },
    release: () => {
      held.current = null
    },
  }
}

/** The cue that has the keyboard, and its place in the order when it got it. */
type HeldFocus = { readonly id: CueId; readonly at: number }

/** The cue that takes the keyboard over from one that is gone: the one in its place, else the last. */
function heirOf(
  { id, at }: HeldFocus,
  order: readonly CueId[],
  positions: ReadonlyMap<CueId, number>,
): CueId | null {
  return positions.has(id) ? null : (order[Math.min(at, order.length - 1)] ?? null)
}

function focusOption(list: HTMLElement | null, id: CueId): boolean {
  const option = list?.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`)
  option?.focus({ preventScroll: true })
  return option !== null && option !== undefined
}

type PressedKey = {
  readonly session: Session
  readonly order: readonly CueId[]
  /** The cue that has the focus, and its place in the order. */
  readonly from: CueId
  readonly at: number
  readonly anchor: CueId | null
  readonly setAnchor: (id: CueId) => void
  readonly goTo: (id: CueId) => void
}

function pressKey(pressed: PressedKey, event: KeyboardEvent<HTMLElement>): void {
  const { session, order, from, at, anchor, setAnchor, goTo } = pressed
  if (!isListKey(event)) return
  event.preventDefault()
  event.stopPropagation()
  const to = targetOf(event.key, order, at)
  if (!to) {
    takeKey(session, event, from)
    setAnchor(from)
    return
  }
  if (event.shiftKey) session.select(cueRange(order, anchor ?? from, to))
  else if (!isToggling(event)) {
    session.select([to])
    setAnchor(to)
  }
  goTo(to)
}

/** The list of cues; the same one while an edge is dragged, unless the order changes. */
function orderOf({ lanes: { placed } }: TimelineScene): CueList {
  const { items } = latest
  if (placed.length === items.length && placed.every(({ item }, index) => item.id === items[index]))
    return latest.list
  const order = placed.flatMap(({ item }) => (item.spanIndex === 0 ? [item.cue.id] : []))
  const list = { order, positions: new Map(order.map((id, index) => [id, index])) }
  latest = { items: placed.map(({ item }) => item.id), list }
  return list
}

function isListKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (altKey) return false
  if (key === ' ') return ctrlKey || metaKey
  return key === 'Enter' ? !ctrlKey && !metaKey : ['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)
}

/** The cue that an arrow, Home or End goes to. */
function targetOf(key: string, order: readonly CueId[], at: number): CueId | null {
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: order.length - 1 }[key]
  if (to === undefined) return null
  return order[Math.max(0, Math.min(order.length - 1, to))] ?? null
}

/** Enter opens the cue, Ctrl with Space takes it into the selection or out. */
function takeKey(session: Session, { key }: KeyboardEvent, id: CueId): void {
  const { selection } = session.moment.value
  if (key === 'Enter') {
    if (!selection.includes(id)) session.select([id])
    session.typeTitle()
  } else session.select(toggled(selection, id))
}

/** Moves the window only if nothing of the cue is in it. */
function reveal(session: Session, { lanes }: TimelineScene, id: CueId): void {
  const place = lanes.placed.find(({ item }) => item.id === id)
  if (!place) return
  const view = session.timeline.view.value
  const isSeen = xOf(view, place.item.start) < view.width && xOf(view, place.item.end) > 0
  if (!isSeen) session.timeline.reveal(place.item.start)
}
