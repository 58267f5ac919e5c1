import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import type { CueId } from '../../shared/model/ids.ts'
import { focusTitle } from '../commands/spotting.ts'
import { type OpenWork, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { CueBlock } from './CueBlock.tsx'
import { type CueDrag, startCueDrag } from './cueGesture.ts'
import { cueOrder, placeInOrder } from './cueOrder.ts'
import { freshContext } from './detailPainter.ts'
import { laneGap, laneHeight } from './laneLayout.ts'
import { rootColours } from './rootColours.ts'
import styles from './Timeline.module.css'
import type { TimelineScene, TimelineSceneMaker } from './timelineScene.ts'

const noDocument = { cues: {} }

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
  const axis = session.timeline.axis.value
  const ordered = cueOrder(scene?.document ?? noDocument, axis)
  const order = ordered.cues
  const selected = useMemo(() => new Set(selection), [selection])
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
          isSelected={selected.has(item.cue.id)}
          activeEdge={selected.has(item.cue.id) ? edge : 'both'}
          isTabStop={item.cue.id === focusable && item.spanIndex === 0}
          position={placeInOrder(ordered, axis, item.cue) + 1}
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
  const colourOf = rootColours()
  for (const { item, lane, x, width } of visible.thin) {
    context.fillStyle = colourOf(item.gravest === 'error' ? '--error' : `--type-${item.cue.type}`)
    context.fillRect(
      x / devicePixelRatio,
      lane * (laneHeight + laneGap),
      width / devicePixelRatio,
      laneHeight,
    )
  }
}
