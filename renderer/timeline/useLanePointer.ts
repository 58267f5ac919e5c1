import type { MouseEvent, PointerEvent, RefObject } from 'react'
import type { CueId } from '../../shared/model/ids.ts'
import { isTyping } from '../commands/keymap.ts'
import { type OpenWork, useSession } from '../store/session.ts'
import type { Store } from '../store/store.ts'
import { startCueDrag } from './cueGesture.ts'
import { type CueHit, hitCue } from './cueHits.ts'
import { lanePitch } from './laneLayout.ts'
import { arrangeLanes } from './lanes.ts'
import { type Band, startMarquee } from './marquee.ts'
import type { TimelineScene, TimelineSceneMaker } from './timelineScene.ts'
import type { CueFocus } from './useCueFocus.ts'

/** What the pointer works on in the lanes. */
type LanePointer = {
  readonly work: OpenWork
  readonly maker: TimelineSceneMaker
  readonly list: RefObject<HTMLElement | null>
  readonly focus: CueFocus
  readonly band: Store<Band | null>
}

const onMac = /Mac/.test(navigator.platform)

/** What the lanes do for the pointer: select, drag, draw a rubber band, open a cue or its menu. */
export function useLanePointer({ work, maker, list, focus, band }: LanePointer) {
  const session = useSession()
  const hitAt = (at: Pointed) => hitIn(maker.scene.value, list.current, at)
  return {
    onMouseDown: keepKeyboard,
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const lanesElement = list.current
      const area = lanesElement?.closest<HTMLElement>('[data-testid="timeline-detail"]')
      if (event.button !== 0 || (onMac && event.ctrlKey) || !area || !lanesElement) return
      const lanes = () => maker.scene.value?.lanes ?? arrangeLanes([])
      const hit = hitAt(event)
      if (!hit) {
        startMarquee({ session, area, lanesElement, lanes, band }, event.nativeEvent)
        return
      }
      if (!event.shiftKey) focus.setAnchor(hit.item.cue.id)
      const lanesTop = lanesElement.getBoundingClientRect().top - area.getBoundingClientRect().top
      const { order, anchor } = focus
      startCueDrag({ session, work, maker, area, lanesTop, order, anchor }, hit, event.nativeEvent)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const over = pointerOver(hitAt(event), event.shiftKey)
      if (event.currentTarget.dataset.over !== over) event.currentTarget.dataset.over = over
    },
    onDoubleClick: (event: MouseEvent<HTMLElement>) => {
      const hit = hitAt(event)
      if (!hit) return
      session.select([hit.item.cue.id])
      session.typeTitle()
    },
    onContextMenu: (event: MouseEvent<HTMLElement>) => {
      event.preventDefault()
      const id = hitAt(event)?.item.cue.id ?? cueOfOption(event.target)
      if (!id) return
      if (!session.moment.value.selection.includes(id)) session.select([id])
      session.moment.patch({ cueMenu: { x: event.clientX, y: event.clientY } })
    },
  }
}

/** The cue whose block an element is or lies in. */
export function cueOfOption(target: EventTarget): CueId | null {
  const option = target instanceof Element ? target.closest<HTMLElement>('[role="option"]') : null
  return (option?.dataset.item?.split('/')[0] ?? null) as CueId | null
}

/** A press with the mouse takes the keyboard out of a text field, and otherwise leaves it where it is: arrows go on stepping. */
function keepKeyboard(event: MouseEvent): void {
  event.preventDefault()
  const { activeElement } = document
  if (activeElement instanceof HTMLElement && isTyping(activeElement)) activeElement.blur()
}

type Pointed = { readonly clientX: number; readonly clientY: number }

function hitIn(scene: TimelineScene | null, list: HTMLElement | null, at: Pointed): CueHit | null {
  if (!scene || !list) return null
  const { left, top } = list.getBoundingClientRect()
  const lane = Math.floor((at.clientY - top) / lanePitch(list, scene.lanes.laneCount))
  return hitCue(scene, at.clientX - left, lane)
}

/** What a press would take hold of. */
function pointerOver(hit: CueHit | null, takesOneEdge: boolean): string {
  if (!hit) return ''
  if (hit.part === 'body') return 'body'
  return hit.neighbour && !takesOneEdge ? 'roll' : 'edge'
}
