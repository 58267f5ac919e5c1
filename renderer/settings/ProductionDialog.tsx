import { useMemo } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useProjection } from '../review/findings.ts'
import { useDocument } from '../review/useDocument.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FieldMarksProvider } from '../ui/FieldMarks.tsx'
import { HeaderFields } from './HeaderFields.tsx'
import { headerFindings } from './headerFindings.ts'
import styles from './ProductionDialog.module.css'
import { ReelList } from './ReelList.tsx'
import { UsageRule } from './UsageRule.tsx'

/** Everything said once for the whole production: its details, its rate and reels, and how usage is decided. */
export function ProductionDialog() {
  const session = useSession()
  const work = useStore(session.work)
  const document = useDocument()
  const findings = useProjection(document)?.own
  const marks = useMemo(() => headerFindings(findings ?? []), [findings])
  if (!work || !document) return null
  return (
    <Dialog title="Production" subtitle={document.production.title} size="large">
      <FieldMarksProvider value={marks}>
        <Tabs className={styles.tabbed ?? ''}>
          <TabList className={styles.tabs ?? ''} aria-label="Production">
            <Tab id="details" className={styles.tab ?? ''}>
              Details {marks.size > 0 ? <span className={styles.count}>{marks.size} to look at</span> : null}
            </Tab>
            <Tab id="reels" className={styles.tab ?? ''}>
              Picture and reels
            </Tab>
            <Tab id="usage" className={styles.tab ?? ''}>
              Usage
            </Tab>
          </TabList>
          <TabPanel id="details" className={styles.panel ?? ''}>
            <HeaderFields header={{ production: document.production, documents: work.documents, marks }} />
          </TabPanel>
          <TabPanel id="reels" className={styles.panel ?? ''}>
            <ReelList document={document} documents={work.documents} />
          </TabPanel>
          <TabPanel id="usage" className={styles.panel ?? ''}>
            <UsageRule document={document} />
          </TabPanel>
        </Tabs>
      </FieldMarksProvider>
    </Dialog>
  )
}
