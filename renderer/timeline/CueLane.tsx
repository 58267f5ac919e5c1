import { type KeyboardEvent, useEffect, useRef } from 'react'
import { recordsOf } from '../../shared/model/document.ts'
import type { CueId } from '../../shared/model/ids.ts'
import { cuesInOrder } from '../commands/cuePlaces.ts'
import { focusTitle } from '../commands/spotting.ts'
import { type OpenWork, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { CueBlock } from './CueBlock.tsx'
import { type CueDrag, startCueDrag } from './cueGesture.ts'
import { freshContext } from './detailPainter.ts'
import { laneGap, laneHeight } from './laneLayout.ts'
import styles from './Timeline.module.css'
import type { TimelineScene, TimelineSceneMaker } from './timelineScene.ts'

type CueLaneProps = { readonly work: OpenWork; readonly maker: TimelineSceneMaker }

/** The cues: wide ones as elements, thin ones as marks on a canvas; as a list with one tab stop for the keyboard. */
export function CueLane({ work, maker }: CueLaneProps) {
  const session = useSession()
  const scene = useStore(maker.scene)
  const selection = useStore(session.moment, (moment) => moment.selection)
  const edge = useStore(session.moment, (moment) => moment.edge)
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (scene && canvas.current) paintThin(canvas.current, scene)
  }, [scene])
  const order = scene ? cuesInOrder(session.timeline.axis.value, recordsOf(scene.document, 'cues')) : []
  const focusable = selection[0] ?? order[0]?.id
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const next = listTarget(
      event,
      order.map((cue) => cue.id),
      selection[0],
    )
    if (!next) return
    event.preventDefault()
    event.stopPropagation()
    maker.kept = next
    session.select([next])
    maker.schedule()
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>(`[data-item="${CSS.escape(next)}"]`)?.focus(),
      ),
    )
  }
  const drag: CueDrag = { session, work, maker }
  return (
    <div
      className={styles.lanes}
      role="listbox"
      aria-label="Cues on the timeline"
      aria-multiselectable="true"
      tabIndex={order.length === 0 ? 0 : -1}
      onKeyDown={move}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget || event.target === canvas.current) session.select([])
      }}
    >
      <canvas className={styles.thin} ref={canvas} />
      {scene?.visible.wide.map(({ item, lane }) => (
        <CueBlock
          key={item.id}
          item={item}
          lane={lane}
          view={scene.view}
          document={scene.document}
          isSelected={selection.includes(item.cue.id)}
          activeEdge={selection.includes(item.cue.id) ? edge : 'both'}
          isTabStop={item.cue.id === focusable && item.spanIndex === 0}
          position={order.findIndex((cue) => cue.id === item.cue.id) + 1}
          count={order.length}
          onGrab={(event, part) => startCueDrag(drag, item, part, event)}
          onOpen={() => {
            session.select([item.cue.id])
            focusTitle()
          }}
        />
      ))}
      {order.length === 0 ? (
        <p className={styles.hintLane}>
          Press <kbd>I</kbd> where music starts and <kbd>O</kbd> where it has ended. It works while the film
          plays.
        </p>
      ) : null}
    </div>
  )
}

/** The cue that an arrow, Home or End goes to. */
function listTarget(
  event: KeyboardEvent<HTMLElement>,
  ids: readonly CueId[],
  current: CueId | undefined,
): CueId | null {
  if ((event.target as HTMLElement).getAttribute('role') !== 'option') return null
  const at = current ? ids.indexOf(current) : -1
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: ids.length - 1 }[event.key]
  return to === undefined ? null : (ids[Math.max(0, Math.min(ids.length - 1, to))] ?? null)
}

function paintThin(canvas: HTMLCanvasElement, { visible }: TimelineScene): void {
  const context = freshContext(canvas)
  if (!context) return
  const style = getComputedStyle(document.documentElement)
  for (const { item, lane, x, width } of visible.thin) {
    context.fillStyle = style.getPropertyValue(
      item.gravest === 'error' ? '--error' : `--type-${item.cue.type}`,
    )
    context.fillRect(
      x / devicePixelRatio,
      lane * (laneHeight + laneGap),
      width / devicePixelRatio,
      laneHeight,
    )
  }
}
