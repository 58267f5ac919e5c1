import { useEffect, useMemo, useRef, useState } from 'react'
import type { MergedTable } from '../../shared/edits/mergeEdits.ts'
import { removeAllUnused } from '../../shared/edits/separateEdits.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { useDocument } from '../review/useDocument.ts'
import { useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions } from '../ui/Dialog.tsx'
import { CatalogueList } from './CatalogueList.tsx'
import styles from './LibraryDialog.module.css'
import { LibraryList } from './LibraryList.tsx'
import { type Library, makeLibrary } from './libraryRows.ts'
import { MergePane } from './MergePane.tsx'
import { RecordCard } from './RecordCard.tsx'

/** The lists of the library. */
export type LibraryTab = MergedTable | 'duplicates' | 'catalogue'

const tabs: readonly (readonly [LibraryTab, string])[] = [
  ['works', 'Works'],
  ['recordings', 'Recordings'],
  ['parties', 'Holders'],
  ['duplicates', 'Duplicates'],
  ['catalogue', 'My catalogue'],
]

/** Works, recordings and holders of the production: lists, cards, duplicates to merge, and the personal catalogue. */
export function LibraryDialog() {
  const session = useSession()
  const document = useDocument()
  const [wanted] = useState(() => session.moment.value.libraryCard)
  const [tab, setTab] = useState<LibraryTab>(wanted?.table ?? 'works')
  const [text, setText] = useState('')
  const [picked, setPicked] = useState<string | null>(wanted?.id ?? null)
  const [merging, setMerging] = useState<string | null>(null)
  const isOpen = useRef(false)
  useEffect(() => {
    isOpen.current = true
  }, [])
  const { cues, works, recordings, parties } = document ?? none
  const library = useMemo(
    () => makeLibrary({ cues, works, recordings, parties }),
    [cues, works, recordings, parties],
  )
  if (!document) return null
  const show = (next: LibraryTab) => {
    setTab(next)
    setPicked(null)
    setMerging(null)
  }
  return (
    <Dialog title="Works, recordings and holders" subtitle={document.production.title} size="large">
      <Tabs tab={tab} show={show} duplicates={library.duplicates.length} />
      {tab === 'catalogue' ? (
        <CatalogueList />
      ) : (
        <div className={styles.halves}>
          <LibraryList
            key={tab}
            tab={tab}
            library={library}
            text={text}
            search={setText}
            picked={picked}
            pick={setPicked}
            takesFocus={!isOpen.current && picked === null}
          />
          <div className={styles.card}>
            <Card {...{ tab, picked, pick: setPicked, merging, setMerging, library, document }} />
          </div>
        </div>
      )}
      <DialogActions note="What you change here changes for every cue that uses it.">
        {tab === 'catalogue' ? null : (
          <Button
            label="Remove all unused"
            onPress={() => {
              const before = session.work.value?.documents.document
              const done = session.apply(removeAllUnused())
              if (done && session.work.value?.documents.document === before)
                session.say('Everything is in use.')
            }}
          />
        )}
        <Button kind="primary" label="Done" onPress={() => session.moment.patch({ dialog: 'none' })} />
      </DialogActions>
    </Dialog>
  )
}

type TabsProps = {
  readonly tab: LibraryTab
  readonly show: (tab: LibraryTab) => void
  readonly duplicates: number
}

function Tabs({ tab, show, duplicates }: TabsProps) {
  return (
    <div className={styles.tabs} role="tablist" aria-label="Lists">
      {tabs.map(([id, name]) => (
        <button
          key={id}
          type="button"
          role="tab"
          aria-selected={tab === id}
          className={styles.tab}
          tabIndex={tab === id ? 0 : -1}
          onClick={() => show(id)}
          onKeyDown={(event) => {
            const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
            const next = tabs[tabs.findIndex(([other]) => other === id) + step]
            if (step === 0 || !next) return
            show(next[0])
            const beside = step === 1 ? 'nextElementSibling' : 'previousElementSibling'
            ;(event.currentTarget[beside] as HTMLElement | null)?.focus()
          }}
        >
          {name}
          {id === 'duplicates' && duplicates > 0 ? <span className={styles.count}>{duplicates}</span> : null}
        </button>
      ))}
    </div>
  )
}

type CardProps = {
  readonly tab: LibraryTab
  readonly picked: string | null
  readonly pick: (id: string | null) => void
  /** The record that is to be merged with the next one that is picked. */
  readonly merging: string | null
  readonly setMerging: (id: string | null) => void
  readonly library: Library
  readonly document: ProductionDocument
}

/** What is picked in the list: the card of a record, or records side by side. */
function Card({ tab, picked, pick, merging, setMerging, library, document }: CardProps) {
  const group =
    tab === 'duplicates' ? library.duplicates.find(({ ids }) => ids.join(' ') === picked) : undefined
  const isRecord = tab === 'works' || tab === 'recordings' || tab === 'parties'
  const pair = isRecord && merging !== null && picked !== null && picked !== merging
  return pair ? (
    <MergePane
      table={tab}
      ids={[merging, picked]}
      document={document}
      uses={library.uses}
      done={() => {
        pick(merging)
        setMerging(null)
      }}
      cancel={() => setMerging(null)}
    />
  ) : group ? (
    <MergePane
      key={picked}
      table={group.table}
      ids={group.ids}
      document={document}
      uses={library.uses}
      done={() => pick(null)}
    />
  ) : isRecord && picked !== null && Object.hasOwn(document[tab], picked) ? (
    <RecordCard
      key={picked}
      table={tab}
      id={picked}
      document={document}
      uses={library.uses}
      isMerging={merging === picked}
      merge={() => setMerging(merging === picked ? null : picked)}
    />
  ) : (
    <p className={styles.empty}>{emptyText(tab)}</p>
  )
}

const none = { cues: {}, works: {}, recordings: {}, parties: {} }

function emptyText(tab: LibraryTab): string {
  return tab === 'duplicates'
    ? 'Choose a group on the left to see what differs and to merge it. Merging is one step and can be undone.'
    : 'Choose one on the left to see its card and the cues that use it.'
}
