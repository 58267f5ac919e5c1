import { useEffect, useState } from 'react'
import {
  type CatalogueEntry,
  type CataloguePage,
  type CatalogueState,
  type CatalogueTable,
  cataloguePageSize,
} from '../../shared/ipc/catalogue.ts'
import { packedRecords } from '../../shared/ipc/packedDocument.ts'
import { recordsOf } from '../../shared/model/document.ts'
import { request } from '../ipc.ts'
import { useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import { FieldCheck } from '../ui/FieldCheck.tsx'
import styles from './CatalogueList.module.css'
import { takeFromCatalogue } from './catalogueOffers.ts'

const tables: readonly (readonly [CatalogueTable, string])[] = [
  ['works', 'Works'],
  ['recordings', 'Recordings'],
  ['parties', 'Holders'],
  ['contacts', 'Contacts'],
]

/** The personal catalogue: what the user's productions taught it, to be searched, taken from, thinned out and carried along. */
export function CatalogueList() {
  const session = useSession()
  const [table, setTable] = useState<CatalogueTable>('works')
  const [text, setText] = useState('')
  const [state, setState] = useState<CatalogueState | null>(null)
  const [page, setPage] = useState<CataloguePage | null>(null)
  const [isClearing, setClearing] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is read anew after every change
  useEffect(() => {
    let isOver = false
    void request('catalogue:list', { table, text, from: 0 }).then((read) => {
      if (!isOver && read.ok) setPage(read.value)
    })
    return () => {
      isOver = true
    }
  }, [table, text, state])
  useEffect(() => void request('catalogue:state', {}).then((read) => read.ok && setState(read.value)), [])
  const take = async (work: ReturnType<typeof request<'catalogue:clear'>>) => {
    const done = await work
    if (done.ok) setState(done.value)
    else session.tell(done.problem)
  }
  const teachAll = () => {
    const document = session.work.value?.documents.document
    if (!document) return
    const packed = (['cues', 'works', 'recordings', 'parties', 'licences'] as const).map((name) =>
      packedRecords(name, recordsOf(document, name)),
    )
    void take(request('catalogue:learn', { document: packed }))
  }
  const carry = async () => {
    const imported = await request('catalogue:import', {})
    if (!imported.ok) session.tell(imported.problem)
    else if (imported.value) setState(imported.value)
  }
  const write = async () => {
    const written = await request('catalogue:export', {})
    if (!written.ok) session.tell(written.problem)
    else if (written.value) session.say(`Your catalogue is in ${written.value}`)
  }
  return (
    <div className={styles.catalogue}>
      {state?.problem ? (
        <p className={styles.problem} role="alert">
          ▲ {state.problem.message} {state.problem.remedy}
        </p>
      ) : null}
      <div className={styles.tools}>
        <input
          className={styles.search}
          type="search"
          aria-label="Search my catalogue"
          placeholder="Search my catalogue"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className={styles.kinds} role="radiogroup" aria-label="Kind of entry">
          {tables.map(([id, name]) => (
            <label key={id}>
              <input type="radio" name="table" checked={table === id} onChange={() => setTable(id)} />
              {name} <span className={styles.count}>{state?.counts[id].toLocaleString() ?? ''}</span>
            </label>
          ))}
        </div>
      </div>
      <ul className={styles.entries} aria-label="Entries">
        {page?.found.map((entry) => (
          <Entry key={entry.id} entry={entry} removed={setState} />
        ))}
        {page && page.total > cataloguePageSize ? (
          <li className={styles.more}>
            {(page.total - cataloguePageSize).toLocaleString()} more; type to find them.
          </li>
        ) : null}
        {page?.total === 0 ? (
          <li className={styles.more}>
            {text
              ? 'Nothing in your catalogue is like that.'
              : 'Empty. It learns from each production that you save.'}
          </li>
        ) : null}
      </ul>
      <div className={styles.tools}>
        <FieldCheck
          name="learns"
          label="Learn from productions when they are saved"
          value={state?.learns ?? null}
          onChange={(learns) => void take(request('catalogue:set', { learns }))}
        />
        <span className={styles.buttons}>
          <Button label="Add this production’s music" onPress={teachAll} />
          <Button label="Import…" onPress={() => void carry()} />
          <Button label="Export…" onPress={() => void write()} />
          <Button
            label={isClearing ? 'Press again to clear it' : 'Clear…'}
            onPress={() => {
              if (isClearing) void take(request('catalogue:clear', {}))
              setClearing(!isClearing)
            }}
          />
        </span>
      </div>
    </div>
  )
}

type EntryProps = { readonly entry: CatalogueEntry; readonly removed: (state: CatalogueState) => void }

function Entry({ entry, removed }: EntryProps) {
  const session = useSession()
  const { table, id, name, note } = entry
  const selection = session.moment.value.selection
  const remove = async () => {
    const done = await request('catalogue:remove', { table, id })
    if (done.ok) removed(done.value)
    else session.tell(done.problem)
  }
  const use = () => {
    if (!takeFromCatalogue(session, selection, entry)) return
    session.moment.patch({ dialog: 'none' })
    session.say(`${name} is in this production now`)
  }
  return (
    <li className={styles.entry}>
      <span className={styles.name}>
        {name || 'Without a name'} <span className={styles.note}>{note}</span>
      </span>
      {table === 'contacts' ? null : (
        <Button
          kind="quiet"
          label={
            entry.work && selection.length > 0 ? 'Use for the selected cues' : 'Take into this production'
          }
          onPress={use}
        />
      )}
      <Button kind="quiet" label={`Forget ${name}`} icon="✕" onPress={() => void remove()} />
    </li>
  )
}
