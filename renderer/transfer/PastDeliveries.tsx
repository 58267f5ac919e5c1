import { exporters } from '../../shared/formats/exporters.ts'
import type { PastDelivery } from '../../shared/ipc/delivery.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { copyText } from '../ui/copyText.ts'
import { ProblemDetails } from '../ui/ProblemDetails.tsx'
import type { Delivery } from './delivery.ts'
import { deliveredAt } from './deliveryWords.ts'
import styles from './PastDeliveries.module.css'

/** What went out before: when, by whom, for whom, which files with which content. */
export function PastDeliveries({ delivery }: { readonly delivery: Delivery }) {
  const past = useStore(delivery.state, (state) => state.past)
  if (!past) return <p className={styles.nothing}>Reading the records…</p>
  const { deliveries, problems } = past
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <section className={styles.past} tabIndex={0} aria-label="Past deliveries">
      {problems.map((problem) => (
        <div key={problem.message} className={styles.problem}>
          <ProblemDetails problem={problem} />
        </div>
      ))}
      {deliveries.length === 0 ? (
        <p className={styles.nothing}>
          Nothing was delivered from this machine yet. Each delivery is kept here with its date, its files and
          their digests.
        </p>
      ) : null}
      <ol className={styles.list}>
        {deliveries.map((each) => (
          <Past key={each.name} past={each} delivery={delivery} />
        ))}
      </ol>
    </section>
  )
}

function Past({ past, delivery }: { readonly past: PastDelivery; readonly delivery: Delivery }) {
  const session = useSession()
  const { at, by, details, rows, name } = past
  const { client, folder, files, isDraft, preparedBy } = details
  const copy = () => {
    const lines = files.map((file) => `${file.sha256}  ${file.name}`)
    if (copyText(`${lines.join('\n')}\n`)) session.say('Copied the digests')
  }
  return (
    <li className={styles.delivery}>
      <header className={styles.head}>
        <strong>{deliveredAt(at)}</strong>
        <span className={isDraft ? styles.draft : styles.ready}>{isDraft ? '▲ DRAFT' : '✓ READY'}</span>
        {client ? <span>for {client}</span> : null}
        <span className={styles.by}>
          {preparedBy && preparedBy !== by.user ? `${preparedBy}, ` : ''}
          {by.user} on {by.machine}
        </span>
      </header>
      <p className={styles.where}>
        {rows.toLocaleString()} {rows === 1 ? 'cue' : 'cues'} · {folder}
      </p>
      <table className={styles.files}>
        <caption className="visuallyHidden">Files of {deliveredAt(at)}</caption>
        <thead className="visuallyHidden">
          <tr>
            <th scope="col">File</th>
            <th scope="col">Format</th>
            <th scope="col">Size</th>
            <th scope="col">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={file.name}>
              <td className={styles.code}>{file.name}</td>
              <td>{exporters.find(({ id }) => id === file.format)?.label ?? file.format}</td>
              <td className={styles.figure}>{file.size.toLocaleString()} bytes</td>
              <td className={styles.code} title={`SHA-256 ${file.sha256}`}>
                {file.sha256.slice(0, 12)}…
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <span className={styles.actions}>
        <Button
          label="What changed since"
          onPress={() => delivery.state.patch({ since: name, tab: 'changes' })}
        />
        <Button label="Copy digests" onPress={copy} />
      </span>
    </li>
  )
}
