// biome-ignore-all lint/a11y/useSemanticElements: the rows of a table take no keyboard focus, those of a grid do
// biome-ignore-all lint/a11y/useFocusableInteractive: headings are read on the way to the rows, and take no focus
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useRef } from 'react'
import { hasFixes } from '../../shared/fixes/fixesOf.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Finding, Severity } from '../../shared/model/finding.ts'
import { commandById, runCommand } from '../commands/commands.ts'
import { goToField } from '../commands/findingHops.ts'
import { useVirtualRows } from '../cues/useVirtualRows.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { useKeptScroll } from '../ui/useKeptScroll.ts'
import { FindingRow } from './FindingRow.tsx'
import styles from './FindingsGrid.module.css'
import type { Listing, Projection } from './findings.ts'
import type { Grouping, ListedGroup } from './listing.ts'
import type { ListLines } from './listRows.ts'
import { ruleOf } from './ruleWords.ts'
import { SeveritySign } from './SeveritySign.tsx'
import { type RowFocus, useFocusOnRow } from './useRowFocus.ts'

type FindingsGridProps = {
  readonly listing: Listing
  readonly lines: ListLines
  readonly document: ProductionDocument
  readonly useOf: Projection['useOf']
  readonly focus: RowFocus
}

const groupTitles: Readonly<Record<Severity, string>> = {
  error: 'Blocks delivery',
  warning: 'Check before delivery',
  info: 'For your information',
}

/** Height of a line in rem. */
const lineHeight = 1.625

/**
 * The findings, line by line: arrows, Page Up and Down, Home and End move, and the cue follows; Enter goes to the field at fault,
 * Delete ignores. Only lines in view are in the page.
 */
export function FindingsGrid({ listing, lines, document, useOf, focus }: FindingsGridProps) {
  const session = useSession()
  const scroller = useRef<HTMLDivElement>(null)
  const kept = useRef(0)
  const selection = useStore(session.moment, (moment) => moment.selection)
  kept.current = lines.lineOf(focus.row)
  const { shown, height, reveal } = useVirtualRows({
    scroller,
    count: lines.count,
    rem: lineHeight,
    kept,
  })
  useFocusOnRow(focus, { scroller, lines, reveal })
  useKeptScroll(scroller, 'review')
  const pressed = (event: KeyboardEvent) => {
    const finding = listing.at(focus.row)
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter') goToField(session, finding)
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      session.moment.patch({ finding })
      runCommand(session, commandById('review.ignore'))
    } else if (!focus.moveBy(event.key)) return
    event.preventDefault()
  }
  const pointed = (event: MouseEvent) => {
    const row = rowAt(event.target)
    if (row !== null && event.button === 0) focus.goTo(row)
  }
  const grouping = listing.arrangement.grouping
  return (
    <div ref={scroller} className={styles.scroll} data-scrolls>
      <div
        className={styles.grid}
        style={{ height, '--line-height': `${lineHeight}rem` } as CSSProperties}
        role="grid"
        aria-label="Findings"
        aria-rowcount={lines.count}
        data-list="review"
        onKeyDown={pressed}
        onMouseDown={pointed}
        onDoubleClick={() => goToField(session, listing.at(focus.row))}
      >
        {shown.map(({ index, top }) => {
          const line = lines.at(index)
          if (!line) return null
          if (line.kind === 'heading')
            return (
              <div
                key={`g${index}`}
                role="row"
                className={styles.heading}
                style={topOf(top)}
                aria-rowindex={index + 1}
              >
                <span role="gridcell">
                  <GroupTitle grouping={grouping} group={line.group} document={document} useOf={useOf} />
                  <span className={styles.count}>{line.group.count.toLocaleString()}</span>
                </span>
              </div>
            )
          const finding = listing.at(line.row)
          return finding ? (
            <FindingRow
              key={line.row}
              line={index}
              row={line.row}
              top={top}
              severity={finding.severity}
              rule={finding.rule}
              message={finding.message}
              number={finding.cue ? (document.cues[finding.cue]?.number ?? '') : ''}
              title={titleOf(finding, document, useOf)}
              hasFix={hasFixes(finding.rule)}
              isReachable={line.row === focus.row}
              isSelected={finding.cue !== undefined && selection.includes(finding.cue)}
            />
          ) : null
        })}
      </div>
    </div>
  )
}

function topOf(top: number): CSSProperties {
  return { '--top': `${top}px` } as CSSProperties
}

type GroupTitleProps = {
  readonly grouping: Grouping
  readonly group: ListedGroup
  readonly document: ProductionDocument
  readonly useOf: Projection['useOf']
}

function GroupTitle({ grouping, group: { key }, document, useOf }: GroupTitleProps) {
  if (grouping === 'severity') return groupTitles[key as Severity]
  if (grouping === 'cue') {
    const cue = document.cues[key]
    if (!cue) return 'Production'
    return `${cue.number} ${useOf.get(cue.id)?.title || cue.title || 'Untitled cue'}`
  }
  const rule = ruleOf(key)
  return (
    <>
      {rule ? <SeveritySign severity={rule.severity} /> : null}
      <span className={styles.code}>{key}</span> {rule?.fault}
    </>
  )
}

function titleOf(finding: Finding, document: ProductionDocument, useOf: Projection['useOf']): string {
  if (!finding.cue) return 'Production'
  return useOf.get(finding.cue)?.title || document.cues[finding.cue]?.title || 'Untitled cue'
}

function rowAt(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return row ? Number(row.dataset.index) : null
}
