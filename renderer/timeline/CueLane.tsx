import { type CSSProperties, useEffect, useRef, useState } from 'react'
import { type OpenWork, useSession } from '../store/session.ts'
import { Store, useStore } from '../store/store.ts'
import { useRootTextSize } from '../ui/rootTextSize.ts'
import { CueBlock } from './CueBlock.tsx'
import styles from './CueLane.module.css'
import { CueMenu } from './CueMenu.tsx'
import { EdgeSliders } from './EdgeSliders.tsx'
import type { Band } from './marquee.ts'
import { paintThin } from './thinMarks.ts'
import type { TimelineSceneMaker } from './timelineScene.ts'
import { useCueFocus } from './useCueFocus.ts'
import { useLanePointer } from './useLanePointer.ts'

type CueLaneProps = { readonly work: OpenWork; readonly maker: TimelineSceneMaker }

/** CSS px of text unless the user has another size. */
const usualTextSize = 16
/** More lanes than this are too low for text. */
const mostTextLanes = 6

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
  const pointer = useLanePointer({ work, maker, list, focus, band: bands })
  useEffect(() => {
    if (scene && canvas.current)
      paintThin(canvas.current, scene, new Set([...selection, ...(band?.cues ?? [])]))
  }, [scene, selection, band])
  const selected = new Set(selection)
  const laneCount = Math.max(1, scene?.lanes.laneCount ?? 1)
  const textScale = useRootTextSize() / usualTextSize
  const isEmpty = focus.order.length === 0
  return (
    <>
      <div className={styles.lanes} style={{ '--lane-count': laneCount } as CSSProperties}>
        <div
          ref={list}
          className={styles.list}
          role="listbox"
          aria-label="Cues on the timeline"
          aria-multiselectable="true"
          tabIndex={isEmpty ? 0 : -1}
          onKeyDown={focus.pressKey}
          onFocus={focus.receive}
          onBlur={focus.release}
          {...pointer}
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
              textScale={textScale}
            />
          ))}
          {isEmpty ? <Hint /> : null}
        </div>
        {band ? <BandBox band={band} /> : null}
        {scene ? <EdgeSliders work={work} scene={scene} selection={selection} /> : null}
      </div>
      <CueMenu />
    </>
  )
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
