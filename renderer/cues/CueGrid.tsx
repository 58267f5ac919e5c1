import { type ComponentProps, type CSSProperties, memo, useLayoutEffect, useRef } from 'react'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Finding } from '../../shared/model/finding.ts'
import { cueTitle } from '../../shared/sheet/cueUse.ts'
import { useProjection } from '../review/findings.ts'
import type { DocumentStore } from '../store/documentStore.ts'
import { useStore } from '../store/store.ts'
import { useKeptScroll } from '../ui/useKeptScroll.ts'
import { CueRow } from './CueRow.tsx'
import styles from './CueTable.module.css'
import { columns, columnTracks, leastWidth } from './columns.ts'
import { cueMusic, musicLine } from './cueMusic.ts'
import { useGridKeys } from './useGridKeys.ts'
import { useRowSelection } from './useRowSelection.ts'
import { useVirtualRows } from './useVirtualRows.ts'

type CueGridProps = {
  readonly cues: readonly Cue[]
  /** What titles, licences and findings are read from. */
  readonly document: ProductionDocument
  /** Where the cues are as a drag previews them. */
  readonly documents: DocumentStore
}

const noFindings: readonly Finding[] = []
const tracks = { '--tracks': columnTracks, '--least': leastWidth } as CSSProperties

/** The rows of the cue table; only those in view are in the page, and the one that has the keyboard. */
export function CueGrid({ cues, document, documents }: CueGridProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const kept = useRef(0)
  const wanted = useRef<number | null>(null)
  const { shown, height, reveal, pageRows } = useVirtualRows({ scroller, count: cues.length, rem: 1.5, kept })
  const focusWanted = () => {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`)
    if (!row) return
    wanted.current = null
    row.focus({ preventScroll: true })
  }
  const focus = (row: number) => {
    reveal(row)
    wanted.current = row
    focusWanted()
  }
  const selection = useRowSelection(cues, { reveal, focus })
  useKeptScroll(scroller, 'cues')
  const keys = useGridKeys({ count: cues.length, selection, focus, pageRows })
  kept.current = selection.stop
  useLayoutEffect(focusWanted)
  const { findingsOf, useOf } = useProjection(document)
  const { rate, visualRule } = document.production
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that are drawn only while they show cannot be those of a table
    <div
      ref={scroller}
      className={styles.grid}
      style={tracks}
      role="grid"
      tabIndex={-1}
      aria-label="Cues"
      aria-rowcount={cues.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable
      {...keys}
    >
      <ColumnHeads />
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="rowgroup" className={styles.rows} style={{ height }}>
        {shown.map(({ index, top }) => {
          const cue = cues[index]
          return cue ? (
            <PreviewedRow
              documents={documents}
              key={cue.id}
              cue={cue}
              use={useOf.get(cue.id) ?? null}
              findings={findingsOf.get(cue.id) ?? noFindings}
              {...musicTexts(document, cue)}
              rate={rate}
              visualRule={visualRule}
              index={index}
              top={top}
              isSelected={selection.selected.has(cue.id)}
              isStop={index === selection.stop}
            />
          ) : null
        })}
      </div>
    </div>
  )
}

type PreviewedRowProps = ComponentProps<typeof CueRow> & { readonly documents: DocumentStore }

/** A row that shows its cue as a drag previews it. */
const PreviewedRow = memo(function PreviewedRow({ documents, cue, ...row }: PreviewedRowProps) {
  const shown = useStore(documents.state, ({ document, preview }) =>
    preview === document ? cue : (preview.cues[cue.id] ?? cue),
  )
  return <CueRow cue={shown} {...row} />
})

/** What the row says of the cue's music. */
function musicTexts(
  document: ProductionDocument,
  cue: Cue,
): { readonly title: string; readonly music: string } {
  const title = cueTitle(cue, cueMusic(document, cue).work)
  return { title, music: musicLine(document, cue, title) }
}

function ColumnHeads() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: as the rows, so the head
    // biome-ignore lint/a11y/useFocusableInteractive: there is one order, so nothing to do here
    <div role="row" className={styles.head} aria-rowindex={1}>
      {columns.map(({ id, head, name }) => (
        // biome-ignore lint/a11y/useSemanticElements: as the rows, so the head
        // biome-ignore lint/a11y/useFocusableInteractive: there is one order, so nothing to do here
        <div key={id} role="columnheader" title={name} aria-label={name}>
          {head}
        </div>
      ))}
    </div>
  )
}
