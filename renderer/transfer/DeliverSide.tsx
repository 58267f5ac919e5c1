import { FolderOpen, Send } from 'lucide-react'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { ok } from '../../shared/result.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { FieldText } from '../ui/FieldText.tsx'
import { ProblemDetails } from '../ui/ProblemDetails.tsx'
import styles from './DeliverSide.module.css'
import { DeliveryState } from './DeliveryState.tsx'
import { countText, type Delivery, type DeliveryRun, filesOf } from './delivery.ts'
import { changeSetup } from './deliverySetup.ts'
import { NamingField } from './NamingField.tsx'
import { SocietyList } from './SocietyList.tsx'

type DeliverSideProps = { readonly delivery: Delivery; readonly document: ProductionDocument }

/** Whether the sheet would be taken, what the files are called, where they go, and the button that writes them. */
export function DeliverSide({ delivery, document }: DeliverSideProps) {
  const session = useSession()
  const setup = useStore(session.settings, (settings) => settings.delivery)
  const mark = useStore(session.settings, (settings) => settings.byteOrderMark)
  const { folder, run, taken, problem, done } = useStore(delivery.state)
  const files = filesOf(document, { delivery: setup, byteOrderMark: mark })
  const count = files.ok ? files.value.length : 0
  return (
    <aside className={styles.side} aria-label="Delivery">
      <div className={styles.scroll}>
        <section className={styles.part} aria-label="Readiness">
          <DeliveryState document={document} />
          <SocietyList document={document} />
        </section>
        <section className={styles.part} aria-label="Files">
          <FieldText
            name="client"
            label="Client"
            layout="above"
            value={setup.client}
            placeholder="Whom it is for"
            commit={(client) => ok(changeSetup(session, { client: client.slice(0, 200) }))}
          />
          <NamingField files={files} pattern={setup.pattern} />
          <div className={styles.folder}>
            <span className={styles.path} title={folder ?? undefined} data-testid="folder">
              {folder ?? 'No folder chosen yet'}
            </span>
            <Button
              label="Choose a folder…"
              icon={
                <span className={styles.choose}>
                  <FolderOpen size={14} /> Folder…
                </span>
              }
              onPress={() => void delivery.chooseFolder()}
            />
          </div>
        </section>
      </div>
      <footer className={styles.foot}>
        {problem ? (
          <div className={styles.problem} role="alert">
            <ProblemDetails problem={problem} />
            <Button kind="quiet" label="Close" onPress={() => delivery.state.patch({ problem: null })} />
          </div>
        ) : null}
        {done ? (
          <p className={styles.done} role="status">
            ✓ {done}
          </p>
        ) : null}
        {taken.length > 0 ? <Taken taken={taken} delivery={delivery} /> : null}
        {run ? (
          <Running run={run} onCancel={() => delivery.cancel()} />
        ) : (
          <Button
            kind="primary"
            label={count === 0 ? 'Tick a format first' : `Deliver ${countText(count)}`}
            icon={
              <span className={styles.go}>
                <Send size={14} /> {count === 0 ? 'Tick a format first' : `Deliver ${countText(count)}`}
              </span>
            }
            keys="$mod+Enter"
            isDisabled={count === 0 || taken.length > 0}
            onPress={() => void delivery.deliver([])}
          />
        )}
      </footer>
    </aside>
  )
}

/** Files are there already: whether they may go is asked, name by name in sight. */
function Taken({ taken, delivery }: { readonly taken: readonly string[]; readonly delivery: Delivery }) {
  return (
    <div className={styles.taken} role="alertdialog" aria-label="Files are there already">
      <p>
        {taken.length === 1
          ? 'A file of this name is there:'
          : `${taken.length} files of these names are there:`}
      </p>
      <ul>
        {taken.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <div className={styles.answers}>
        <Button label="Leave them" onPress={() => delivery.state.patch({ taken: [] })} />
        <Button
          kind="primary"
          label={taken.length === 1 ? 'Replace it' : 'Replace them'}
          keys="$mod+Enter"
          onPress={() => void delivery.deliver(taken)}
        />
      </div>
    </div>
  )
}

function Running({ run, onCancel }: { readonly run: DeliveryRun; readonly onCancel: () => void }) {
  const { label, at, of, done } = run
  const percent = Math.round(((at - 1 + done) / of) * 100)
  return (
    <div className={styles.running} role="status">
      <span className={styles.what}>
        {at} of {of}: {label}
      </span>
      <progress className={styles.progress} max={100} value={percent} aria-label="Delivery" />
      <Button label="Cancel" onPress={onCancel} />
    </div>
  )
}
