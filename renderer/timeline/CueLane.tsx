import { type CSSProperties, type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import type { CueId } from '../../shared/model/ids.ts'
import { isTyping } from '../commands/keymap.ts'
import { focusTitle } from '../commands/spotting.ts'
import { type OpenWork, useSession } from '../store/session.ts'
import { Store, useStore } from '../store/store.ts'
import { CueBlock } from './CueBlock.tsx'
import styles from './CueLane.module.css'
import { CueMenu } from './CueMenu.tsx'
import { startCueDrag } from './cueGesture.ts'
import { type CueHit, hitCue } from './cueHits.ts'
import { EdgeSliders } from './EdgeSliders.tsx'
import { lanePitch } from './laneLayout.ts'
import { arrangeLanes } from './lanes.ts'
import { type Band, startMarquee } from './marquee.ts'
import { paintThin } from './thinMarks.ts'
import type { TimelineScene, TimelineSceneMaker } from './timelineScene.ts'
import { useCueFocus } from './useCueFocus.ts'

type CueLaneProps = { readonly work: OpenWork; readonly maker: TimelineSceneMaker }

/** More lanes than this are too low for text. */
const mostTextLanes = 6

const onMac = /Mac/.test(navigator.platform)

/** The cues: wide ones as elements, thin ones as marks on a canvas; as a list with one tab stop for the keyboard. */
export function CueLane({ work, maker }: CueLaneProps) {
  const session = useSession()
  const scene = useStore(maker.scene)
  const selection = useStore(session.moment, (moment) => moment.selection)
  const edge = useStore(session.moment, (moment) => moment.edge)
  const list = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [bands] = useState(() => new Store<Band | null>(null))
  const band = useStore(bands)
  const focus = useCueFocus(scene, maker, list)
  const selected = new Set(selection)
  useEffect(() => {
    if (scene && canvas.current)
      paintThin(canvas.current, scene, new Set([...selection, ...(band?.cues ?? [])]))
  }, [scene, selection, band])
  const laneCount = Math.max(1, scene?.lanes.laneCount ?? 1)
  const press = (event: PointerEvent<HTMLElement>) => {
    const area = list.current?.closest<HTMLElement>('[data-testid="timeline-detail"]')
    const lanesElement = list.current
    if (event.button !== 0 || (onMac && event.ctrlKey) || !area || !lanesElement) return
    const hit = hitAt(scene, lanesElement, event)
    if (!hit) {
      const lanes = () => maker.scene.value?.lanes ?? arrangeLanes([])
      startMarquee({ session, area, lanesElement, lanes, band: bands }, event.nativeEvent)
      return
    }
    if (!event.shiftKey) focus.setAnchor(hit.item.cue.id)
    const laneTop = topOfLane(lanesElement, area, hit.lane, laneCount)
    const { order, anchor } = focus
    startCueDrag({ session, work, maker, area, laneTop, order, anchor }, hit, event.nativeEvent)
  }
  return (
    <>
      <div className={styles.lanes} style={{ '--lane-count': laneCount } as CSSProperties}>
        <div
          ref={list}
          className={styles.list}
          role="listbox"
          aria-label="Cues on the timeline"
          aria-multiselectable="true"
          tabIndex={focus.order.length === 0 ? 0 : -1}
          onKeyDown={focus.pressKey}
          onFocus={focus.receive}
          onMouseDown={keepKeyboard}
          onPointerDown={press}
          onPointerMove={(event) => showWhatIsUnder(scene, event)}
          onDoubleClick={(event) => {
            const hit = list.current && hitAt(scene, list.current, event)
            if (!hit) return
            session.select([hit.item.cue.id])
            focusTitle()
          }}
          onContextMenu={(event) => openMenu(event, list.current && hitAt(scene, list.current, event))}
        >
          <canvas className={styles.thin} ref={canvas} />
          {scene?.visible.wide.map(({ item, lane }) => (
            <CueBlock
              key={item.id}
              item={item}
              lane={lane}
              view={scene.view}
              document={scene.document}
              isSelected={selected.has(item.cue.id)}
              isCaught={band?.cues.has(item.cue.id) ?? false}
              activeEdge={edge}
              isTabStop={item.id === focus.stop}
              position={(focus.positions.get(item.cue.id) ?? 0) + 1}
              count={focus.order.length}
              isLow={laneCount > mostTextLanes}
            />
          ))}
          {focus.order.length === 0 ? <Hint /> : null}
        </div>
        {band ? <BandBox band={band} /> : null}
        {scene ? <EdgeSliders work={work} scene={scene} selection={selection} /> : null}
      </div>
      <CueMenu />
    </>
  )

  function openMenu(event: MouseEvent<HTMLElement>, hit: CueHit | null): void {
    event.preventDefault()
    const option = (event.target as HTMLElement).closest<HTMLElement>('[role="option"]')
    const id = hit?.item.cue.id ?? (option?.dataset.item?.split('/')[0] as CueId | undefined)
    if (!id) return
    if (!session.moment.value.selection.includes(id)) session.select([id])
    session.moment.patch({ cueMenu: { x: event.clientX, y: event.clientY } })
  }
}

function Hint() {
  return (
    <p className={styles.hint}>
      Press <kbd>I</kbd> where music starts and <kbd>O</kbd> where it has ended. It works while the film
      plays.
    </p>
  )
}

function BandBox({ band: { x, y, width, height } }: { readonly band: Band }) {
  return (
    <div
      className={styles.band}
      style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
      aria-hidden="true"
    />
  )
}

/** A press with the mouse takes the keyboard out of a text field, and otherwise leaves it where it is: arrows go on stepping. */
function keepKeyboard(event: MouseEvent): void {
  event.preventDefault()
  const { activeElement } = document
  if (activeElement instanceof HTMLElement && isTyping(activeElement)) activeElement.blur()
}

type Pointed = { readonly clientX: number; readonly clientY: number }

function hitAt(scene: TimelineScene | null, list: HTMLElement, { clientX, clientY }: Pointed): CueHit | null {
  if (!scene) return null
  const { left, top } = list.getBoundingClientRect()
  const lane = Math.floor((clientY - top) / lanePitch(list, scene.lanes.laneCount))
  return hitCue(scene, clientX - left, lane)
}

/** CSS px of the detail view at which a lane begins. */
function topOfLane(list: HTMLElement, area: HTMLElement, lane: number, laneCount: number): number {
  const top = list.getBoundingClientRect().top - area.getBoundingClientRect().top
  return top + lane * lanePitch(list, laneCount)
}

/** Says by the pointer what a press would take hold of. */
function showWhatIsUnder(scene: TimelineScene | null, event: PointerEvent<HTMLElement>): void {
  const list = event.currentTarget
  const hit = hitAt(scene, list, event)
  const over = !hit ? '' : hit.part === 'body' ? 'body' : hit.neighbour && !event.shiftKey ? 'roll' : 'edge'
  if (list.dataset.over !== over) list.dataset.over = over
}
