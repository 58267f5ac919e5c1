import { Check } from 'lucide-react'
import { type KeyboardEvent, memo, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { type NumberBar, partOf } from '../../shared/sheet/musicNumbers.ts'
import type { NumberAxis } from '../../shared/sheet/numberAxes.ts'
import styles from './BarChart.module.css'
import { BarShape } from './BarShape.tsx'
import { BarSign } from './BarSign.tsx'
import { type BarFilter, isAmong } from './barFilter.ts'
import { barName } from './barNames.ts'
import { partText, thousandthsText } from './numbersText.ts'

/** What one chart shows: an axis, or one of several that belong together. */
export type ChartSubject = {
  readonly title: string
  readonly axes: readonly { readonly axis: NumberAxis; readonly name: string }[]
}

type BarChartProps = {
  readonly subject: ChartSubject
  readonly bars: Readonly<Record<NumberAxis, readonly NumberBar[]>>
  /** Thousandths of reported seconds of all music. */
  readonly total: number
  readonly filters: readonly BarFilter[]
  readonly onToggle: (bar: BarFilter) => void
}

/** Bars that show before the rest is asked for. */
const firstBars = 8

/** The music by one axis, the longest first. A bar is a button: pressed, the table shows its cues only. */
export const BarChart = memo(function BarChart({ subject, bars, total, filters, onToggle }: BarChartProps) {
  const [chosen, setChosen] = useState(subject.axes[0]?.axis ?? 'type')
  const [showsAll, setShowsAll] = useState(false)
  const ofAxis = bars[chosen]
  const isLong = ofAxis.length > firstBars + 1
  const shown = isLong && !showsAll ? ofAxis.slice(0, firstBars) : ofAxis
  const longest = Math.max(1, ...ofAxis.map(({ reported }) => reported))
  return (
    <section className={styles.chart} aria-label={`Minutes by ${subject.title.toLowerCase()}`} data-chart>
      <header className={styles.head}>
        <h3 className={styles.title}>{subject.title}</h3>
        {subject.axes.length > 1 ? (
          <AxisChoice subject={subject} chosen={chosen} onChange={setChosen} />
        ) : null}
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys of all bars, on their way from them */}
      <div className={styles.bars} onKeyDown={moveAmongBars}>
        {shown.map((bar, index) => (
          <BarButton
            key={bar.key}
            axis={chosen}
            bar={bar}
            total={total}
            longest={longest}
            isStop={index === 0}
            isPressed={isAmong(filters, { axis: chosen, key: bar.key })}
            onToggle={onToggle}
          />
        ))}
        {isLong ? (
          <button
            type="button"
            className={styles.more}
            data-bar
            tabIndex={-1}
            aria-expanded={showsAll}
            onClick={() => setShowsAll(!showsAll)}
          >
            {showsAll ? 'Show fewer' : `${ofAxis.length - firstBars} more`}
          </button>
        ) : null}
      </div>
    </section>
  )
})

type BarButtonProps = {
  readonly axis: NumberAxis
  readonly bar: NumberBar
  readonly total: number
  readonly longest: number
  /** Whether Tab comes to it. */
  readonly isStop: boolean
  readonly isPressed: boolean
  readonly onToggle: (bar: BarFilter) => void
}

function BarButton({ axis, bar, total, longest, isStop, isPressed, onToggle }: BarButtonProps) {
  const name = barName(axis, bar)
  const time = thousandthsText(bar.reported)
  const part = partText(bar.reported, total)
  const cues = bar.cues === 1 ? '1 cue' : `${bar.cues.toLocaleString()} cues`
  const share = `${part} of the music, ${cues}`
  return (
    <button
      type="button"
      className={styles.bar}
      data-bar
      data-axis={axis}
      tabIndex={isStop ? 0 : -1}
      aria-pressed={isPressed}
      title={`${name}: ${time}, ${share}${isPressed ? '. Press to show all cues again' : ''}`}
      onClick={() => onToggle({ axis, key: bar.key })}
    >
      <span className="visuallyHidden">{`${name}, ${time}, ${share}`}</span>
      <BarSign axis={axis} value={bar.key} />
      <span className={styles.name} aria-hidden>
        {name}
      </span>
      {isPressed ? <Check size={12} aria-hidden className={styles.tick} /> : null}
      <span className={styles.time} aria-hidden>
        {time}
      </span>
      <span className={styles.part} aria-hidden>
        {wholePercent(bar.reported, total)}
      </span>
      <BarShape axis={axis} value={bar.key} part={bar.reported / longest} />
    </button>
  )
}

/** Whole percent, which leaves room for the name; what is there at all is never 0. */
function wholePercent(amount: number, total: number): string {
  const percent = Math.round((partOf(amount, total) ?? 0) / 100)
  return percent === 0 && amount > 0 ? '<1%' : `${percent}%`
}

type AxisChoiceProps = {
  readonly subject: ChartSubject
  readonly chosen: NumberAxis
  readonly onChange: (axis: NumberAxis) => void
}

function AxisChoice({ subject, chosen, onChange }: AxisChoiceProps) {
  return (
    <ToggleButtonGroup
      className={styles.axes ?? ''}
      aria-label={`${subject.title}: counted by`}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const [key] = keys
        const next = subject.axes.find(({ axis }) => axis === key)
        if (next) onChange(next.axis)
      }}
    >
      {subject.axes.map(({ axis, name }) => (
        <ToggleButton key={axis} id={axis} className={styles.axis ?? ''}>
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

/** Up and down go from bar to bar, left and right from chart to chart; Home and End to the first and last bar. */
function moveAmongBars(event: KeyboardEvent<HTMLElement>): void {
  const target = barAfterKey(event)
  if (!target || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  target.focus()
  target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

function barAfterKey({ key, target, currentTarget }: KeyboardEvent<HTMLElement>): HTMLElement | undefined {
  const bars = barsIn(currentTarget)
  const at = bars.indexOf(target as HTMLElement)
  if (at < 0) return undefined
  if (key === 'ArrowDown') return bars[at + 1]
  if (key === 'ArrowUp') return bars[at - 1]
  if (key === 'Home') return bars[0]
  if (key === 'End') return bars.at(-1)
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined
  const charts = [
    ...(currentTarget.closest('[data-charts]')?.querySelectorAll<HTMLElement>('[data-chart]') ?? []),
  ]
  const chart = charts.findIndex((each) => each.contains(currentTarget))
  const next = charts[chart + (key === 'ArrowLeft' ? -1 : 1)]
  const others = next ? barsIn(next) : []
  return others[Math.min(at, others.length - 1)]
}

function barsIn(place: Element): HTMLElement[] {
  return [...place.querySelectorAll<HTMLElement>('[data-bar]')]
}
