import { memo, useEffect, useRef, useState } from 'react'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Finding } from '../../shared/model/finding.ts'
import { FindingRow } from './FindingRow.tsx'
import type { FindingMember } from './findingGroups.ts'
import type { Projection } from './findings.ts'

type FindingsChunkProps = {
  readonly members: readonly FindingMember[]
  readonly document: ProductionDocument
  readonly useOf: Projection['useOf']
  /** The row in this stretch that Tab comes to, null when it is elsewhere. */
  readonly reachable: number | null
  /** The cues selected everywhere in the window. */
  readonly selection: readonly string[]
}

/** Height of a row in rem before any was measured. */
const usualRow = 1.6
/** How far outside what scrolls rows are drawn ahead, in CSS pixels. */
const ahead = '800px'

/** A stretch of findings; drawn while it is near what shows, else only as high as it was. */
export const FindingsChunk = memo(function FindingsChunk(props: FindingsChunkProps) {
  const { members, document, useOf, reachable, selection } = props
  const place = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(`${members.length * usualRow}rem`)
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
      {isDrawn
        ? members.map(({ finding, index, key }) => (
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
        : null}
    </div>
  )
})

function titleOf(finding: Finding, document: ProductionDocument, useOf: Projection['useOf']): string {
  if (!finding.cue) return 'Production'
  return useOf.get(finding.cue)?.title || document.cues[finding.cue]?.title || 'Untitled cue'
}
