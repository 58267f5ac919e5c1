import { useDeferredValue, useEffect, useMemo } from 'react'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Finding } from '../../shared/model/finding.ts'
import { goToFinding } from '../commands/findingHops.ts'
import { type OpenWork, type Session, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { FindingDetail } from './FindingDetail.tsx'
import { FindingsGrid } from './FindingsGrid.tsx'
import styles from './FindingsList.module.css'
import { type Listing, type Projection, useProjection } from './findings.ts'
import { IgnoredList } from './IgnoredList.tsx'
import type { Arrangement } from './listing.ts'
import { listLines } from './listRows.ts'
import { ReviewHead } from './ReviewHead.tsx'
import { severityPlurals } from './SeveritySign.tsx'
import { useRowFocus } from './useRowFocus.ts'

/** Everything that review found, and what can be done about each. */
export function FindingsList() {
  const session = useSession()
  const work = useStore(session.work)
  return work ? <Reviewed key={work.id} work={work} /> : null
}

function Reviewed({ work }: { readonly work: OpenWork }) {
  const session = useSession()
  const document = useDeferredValue(useStore(work.documents.state, (state) => state.document))
  const arrangement = useStore(session.moment, (moment) => moment.arrangement)
  const showsIgnored = useStore(session.moment, (moment) => moment.showsIgnored)
  const projection = useProjection(document)
  useArranged(work, arrangement)
  const { readiness, listing, ignored } = projection
  if (!readiness || !listing) return <p className={styles.nothing}>Looking through the production…</p>
  return (
    <div className={styles.review}>
      <ReviewHead
        readiness={readiness}
        societies={projection.societies}
        asked={document.production.targetSocieties}
        arrangement={arrangement}
        counts={listing.counts}
        ignored={ignored.length}
        isCurrent={projection.isCurrent}
      />
      {showsIgnored ? (
        <IgnoredList ignored={ignored} document={document} />
      ) : (
        <Findings listing={listing} document={document} useOf={projection.useOf} />
      )}
    </div>
  )
}

/** Has the reviewing thread put the list in order for as long as it shows. */
function useArranged({ review }: OpenWork, arrangement: Arrangement): void {
  useEffect(() => review.arrange(arrangement), [review, arrangement])
  useEffect(() => () => review.arrange(null), [review])
}

type FindingsProps = {
  readonly listing: Listing
  readonly document: ProductionDocument
  readonly useOf: Projection['useOf']
}

function Findings({ listing, document, useOf }: FindingsProps) {
  const session = useSession()
  const lines = useMemo(() => listLines(listing.groups), [listing.groups])
  const focus = useRowFocus(listing, lines.rows, (finding) => lookAt(session, finding))
  if (lines.rows === 0) return <p className={styles.nothing}>{nothingText(listing.arrangement, document)}</p>
  return (
    <div className={styles.body}>
      <FindingsGrid listing={listing} lines={lines} document={document} useOf={useOf} focus={focus} />
      {focus.finding ? <FindingDetail finding={focus.finding} document={document} /> : null}
    </div>
  )
}

/** Looking at a finding of the production itself must not open a dialog under the arrow keys. */
function lookAt(session: Session, finding: Finding | null): void {
  if (finding?.cue === undefined) session.moment.patch({ finding })
  else goToFinding(session, finding)
}

function nothingText({ severity, part, society }: Arrangement, document: ProductionDocument): string {
  if (Object.keys(document.cues).length === 0)
    return 'No cue is marked yet. What is wrong or missing will stand here.'
  if (severity !== 'all') return `No ${severityPlurals[severity].toLowerCase()} here.`
  if (society) return `${society} has no reason to refuse the sheet.`
  return part === 'all' ? 'Nothing is wrong or missing. The sheet can go out.' : 'Nothing is wrong here.'
}
