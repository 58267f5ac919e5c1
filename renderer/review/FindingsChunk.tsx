import { createContext, memo, useContext, useEffect, useRef, useState } from 'react'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Finding } from '../../shared/model/finding.ts'
import { FindingRow } from './FindingRow.tsx'
import { type FindingStretch, membersOf } from './findingGroups.ts'
import type { FindingRows } from './findingRows.ts'
import type { Projection } from './findings.ts'

/** What rows are drawn from. Only stretches that are drawn look at it. */
export type FindingsShown = {
  readonly rows: FindingRows
  readonly document: ProductionDocument
  readonly useOf: Projection['useOf']
  /** The cues selected everywhere in the window. */
  readonly selection: readonly string[]
}

const ShownContext = createContext<FindingsShown | null>(null)

/** Gives what rows are drawn from to the stretches inside. */
export const FindingsShownProvider = ShownContext.Provider

type FindingsChunkProps = FindingStretch & {
  /** The row in this stretch that Tab comes to, null when it is elsewhere. */
  readonly reachable: number | null
}

/** Height of a row in rem before any was measured. */
const usualRow = 1.6
/** How far outside what scrolls rows are drawn ahead, in CSS pixels. */
const ahead = '800px'

/** A stretch of findings; drawn while it is near what shows, else only as high as it was. */
export const FindingsChunk = memo(function FindingsChunk({ reachable, ...stretch }: FindingsChunkProps) {
  const place = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(`${stretch.count * usualRow}rem`)
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const root = element.closest('[data-scrolls]')
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return
        if (!entry.isIntersecting && element.childElementCount > 0)
          setHeight(`${entry.boundingClientRect.height}px`)
        setNear(entry.isIntersecting)
      },
      { root, rootMargin: `${ahead} 0px` },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const isDrawn = isNear || reachable !== null
  return (
    <div ref={place} role="presentation" style={isDrawn ? undefined : { height }}>
      {isDrawn ? <ChunkRows stretch={stretch} reachable={reachable} /> : null}
    </div>
  )
})

type ChunkRowsProps = { readonly stretch: FindingStretch; readonly reachable: number | null }

function ChunkRows({ stretch, reachable }: ChunkRowsProps) {
  const shown = useContext(ShownContext)
  if (!shown) throw new Error('there is nothing around this component to draw rows from')
  const { rows, document, useOf, selection } = shown
  return membersOf(rows, stretch).map(({ finding, index, key }) => (
    <FindingRow
      key={key}
      index={index}
      severity={finding.severity}
      rule={finding.rule}
      message={finding.message}
      number={finding.cue ? (document.cues[finding.cue]?.number ?? '') : ''}
      title={titleOf(finding, document, useOf)}
      isReachable={index === reachable}
      isSelected={finding.cue !== undefined && selection.includes(finding.cue)}
    />
  ))
}

function titleOf(finding: Finding, document: ProductionDocument, useOf: Projection['useOf']): string {
  if (!finding.cue) return 'Production'
  return useOf.get(finding.cue)?.title || document.cues[finding.cue]?.title || 'Untitled cue'
}
