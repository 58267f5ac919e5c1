// biome-ignore-all lint/a11y/useSemanticElements: the rows of a table take no keyboard focus, those of a grid do
// biome-ignore-all lint/a11y/useFocusableInteractive: headings are read on the way to the rows, and take no focus
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { amountOf } from '../../shared/licensing/money.ts'
import { percentText } from '../../shared/sheet/percentText.ts'
import { wholeFee } from '../../shared/sheet/wholeFee.ts'
import { useVirtualRows } from '../cues/useVirtualRows.ts'
import { sideTitles } from '../licensing/SideRow.tsx'
import { StateSign } from '../licensing/StateSign.tsx'
import { sideStateName } from '../licensing/sideStates.ts'
import { useProjection } from '../review/findings.ts'
import type { RightsGrouping } from '../store/moment.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { licenceKindNames } from '../ui/words.ts'
import { conflictsOf } from './conflicts.ts'
import { editPicked } from './editPicked.ts'
import { moneyText } from './moneyText.ts'
import { pickOf } from './pickedCard.ts'
import { playUse, showUse } from './playUse.ts'
import styles from './RightsTable.module.css'
import type { Rights } from './rights.ts'
import { type TableLine, tableLines } from './tableLines.ts'

type RightsTableProps = { readonly rights: Rights; readonly grouping: RightsGrouping }
type Entry = TableLine & { readonly kind: 'entry' }

/** Height of a line in rem. */
const lineHeight = 1.75
const heads = [
  'Paper',
  'Holder or song',
  'Share',
  'Status',
  'Fee',
  'At 100 %',
  'MFN',
  'Territory',
  'Expires',
  'Uses',
]

/** Every licence and needed paper, line by line. Arrows walk and show the picture, Enter or a click plays, F2 edits. */
export function RightsTable({ rights, grouping }: RightsTableProps) {
  const session = useSession()
  const picked = useStore(session.moment, (moment) => moment.negotiation)
  useProjection(rights.document)
  const lines = useMemo(() => tableLines(rights, grouping), [rights, grouping])
  const scroller = useRef<HTMLDivElement>(null)
  const kept = useRef(0)
  const last = useRef('')
  const isWanted = useRef(false)
  const at = lineOfPicked(lines, picked, last.current)
  kept.current = at
  const { shown, height, reveal } = useVirtualRows({ scroller, count: lines.length, rem: lineHeight, kept })
  useLayoutEffect(() => {
    if (!isWanted.current) return
    isWanted.current = false
    reveal(at)
    scroller.current?.querySelector<HTMLElement>(`[data-line="${at}"]`)?.focus({ preventScroll: true })
  })
  const pick = (line: Entry) => {
    isWanted.current = true
    last.current = line.key
    session.moment.patch({ negotiation: line.licence ? { licence: line.licence.id } : pickOf(line.card) })
    const cue = cueOf(line, grouping)
    if (cue) showUse(session, cue)
  }
  const play = (line: Entry) => {
    pick(line)
    const cue = cueOf(line, grouping)
    if (cue) playUse(session, cue)
  }
  const pointed = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null
    const line = row && lines[Number(row.dataset.line)]
    if (line?.kind === 'entry') play(line)
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const line = lines[at]
    const next = nextEntry(lines, at, event.key)
    if (event.key === 'Enter' && line?.kind === 'entry') play(line)
    else if (event.key === 'F2') editPicked()
    else if (next) pick(next)
    else if (!/^(Arrow|Page)|^(Home|End)$/.test(event.key)) return
    event.preventDefault()
  }
  return (
    <div ref={scroller} className={styles.scroll} data-scrolls>
      <div
        className={styles.grid}
        role="grid"
        aria-label="Licences"
        aria-rowcount={lines.length + 1}
        onKeyDown={pressed}
        onClick={pointed}
      >
        <div role="row" className={styles.heads} aria-rowindex={1}>
          {heads.map((head, column) => (
            <span key={head} role="columnheader" className={styles.cell} data-column={column}>
              {head}
            </span>
          ))}
        </div>
        <div role="presentation" style={{ height, position: 'relative' }}>
          {shown.map(({ index, top }) => {
            const line = lines[index]
            if (!line) return null
            const place = { '--top': `${top}px` } as CSSProperties
            return line.kind === 'heading' ? (
              <div
                key={line.key}
                role="row"
                className={styles.heading}
                style={place}
                aria-rowindex={index + 2}
              >
                <span role="gridcell">
                  {line.name} <span className={styles.count}>{line.count}</span>
                </span>
              </div>
            ) : (
              <div
                key={line.key}
                role="row"
                className={styles.row}
                style={place}
                aria-rowindex={index + 2}
                aria-selected={index === at && picked !== null}
                data-line={index}
                tabIndex={index === at ? 0 : -1}
              >
                <Cells line={line} rights={rights} grouping={grouping} />
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

function Cells({
  line,
  rights,
  grouping,
}: {
  readonly line: Entry
  readonly rights: Rights
  readonly grouping: RightsGrouping
}) {
  const { card, licence } = line
  const state = licence?.status ?? 'missing'
  const amount = licence && amountOf(licence)
  const whole = licence && wholeFee(licence)
  const conflicts = licence ? conflictsOf(rights, card) : []
  const cells: readonly ReactNode[] = [
    <>
      {licence ? licenceKindNames[licence.kind] : card.paper}{' '}
      <i className={styles.dim}>{card.sides.map((side) => sideTitles[side].toLowerCase()).join(' + ')}</i>
    </>,
    <>
      {grouping === 'holder' ? card.title : card.holder || 'Nobody named yet'}
      {conflicts.map((conflict) => (
        <span key={conflict} className={styles.conflict}>
          ▲ {conflict}
        </span>
      ))}
    </>,
    card.share === null ? '' : percentText(licence?.share ?? card.share),
    <>
      <StateSign state={state} /> {sideStateName(state)}
    </>,
    licence && amount !== null
      ? `${licence.feeMinor === null ? '~ ' : ''}${moneyText(amount, licence.currency)}`
      : '',
    licence && whole !== null && licence.share !== 10_000 ? moneyText(whole, licence.currency) : '',
    licence?.mfn ? 'MFN' : '',
    licence?.territory ?? '',
    licence?.expires ?? '',
    card.cues.length,
  ]
  return cells.map((cell, column) => (
    <span key={heads[column]} role="gridcell" className={styles.cell} data-column={column}>
      {cell}
    </span>
  ))
}

function cueOf({ card, key }: Entry, grouping: RightsGrouping) {
  return (
    (grouping === 'cue' ? card.cues.find((cue) => key.startsWith(`c ${cue} `)) : undefined) ?? card.cues[0]
  )
}

function lineOfPicked(
  lines: readonly TableLine[],
  picked: ReturnType<typeof pickOf> | null,
  last: string,
): number {
  const same = lines.findIndex(({ key }) => key === last)
  const fits = (line: TableLine | undefined) =>
    line?.kind === 'entry' &&
    picked !== null &&
    ('licence' in picked
      ? line.licence?.id === picked.licence
      : line.licence === null && line.card.key === picked.needed)
  if (same >= 0 && fits(lines[same])) return same
  const found = lines.findIndex(fits)
  return found >= 0 ? found : lines.findIndex(({ kind }) => kind === 'entry')
}

function nextEntry(lines: readonly TableLine[], from: number, key: string): Entry | undefined {
  const steps: Readonly<Record<string, readonly [start: number, step: 1 | -1]>> = {
    ArrowDown: [from + 1, 1],
    ArrowUp: [from - 1, -1],
    PageDown: [Math.min(lines.length - 1, from + 10), 1],
    PageUp: [Math.max(0, from - 10), -1],
    Home: [0, 1],
    End: [lines.length - 1, -1],
  }
  const walk = steps[key]
  if (!walk) return undefined
  for (let at = walk[0]; at >= 0 && at < lines.length; at += walk[1]) {
    const line = lines[at]
    if (line?.kind === 'entry') return line
  }
  return undefined
}
