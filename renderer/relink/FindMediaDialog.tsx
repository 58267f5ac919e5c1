import { FolderSearch } from 'lucide-react'
import type { SearchOutcome, SearchProgress } from '../../shared/ipc/mediaLinks.ts'
import { fileName, sizeInIdentity } from '../../shared/model/namedFiles.ts'
import { sizeText } from '../film/filmWords.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import styles from './FindMediaDialog.module.css'
import { type Offer, offerText } from './mediaFinder.ts'
import { eachPathOnce, type Trouble, troubledFiles } from './mediaLinks.ts'
import { chooseFile, lookAgain, relinkTaken, searchFolder, stopSearch } from './relink.ts'
import { outcomeText } from './relinkWords.ts'

/** Finds films, proxies and stems again: one by one, or all that lie somewhere in a folder. */
export function FindMediaDialog() {
  const session = useSession()
  const { finder, links } = session
  const states = useStore(links.states)
  const { offers, progress, outcome } = useStore(finder.state)
  const work = useStore(session.work)
  if (!work) return null
  const { document } = work.documents
  const troubled = troubledFiles(document, states)
  const taken = troubled.filter(({ path }) => offers.get(path)?.isTaken).length
  return (
    <Dialog
      title="Find media"
      subtitle={subtitle(troubled.length, eachPathOnce(document).length)}
      size="large"
    >
      <DialogBody label="Media files">
        {troubled.length === 0 ? (
          <p className={styles.none}>
            Every film, proxy and stem is where it was, with the content that was spotted.
          </p>
        ) : (
          <ul className={styles.files}>
            {troubled.map((file) => (
              <FileRow key={file.path} file={file} offer={offers.get(file.path)} isIdle={progress === null} />
            ))}
          </ul>
        )}
      </DialogBody>
      <DialogActions note={<Search progress={progress} outcome={outcome} wanted={troubled.length} />}>
        {progress ? (
          <Button label="Stop" onPress={() => void stopSearch()} />
        ) : (
          <>
            <Button
              label="Look again"
              isDisabled={troubled.length === 0}
              onPress={() => void lookAgain(session)}
            />
            <Button
              label="Search a folder…"
              isDisabled={troubled.length === 0}
              onPress={() => void searchFolder(session)}
            />
          </>
        )}
        <Button
          kind="primary"
          label={taken > 1 ? `Relink ${taken} files` : 'Relink'}
          isDisabled={taken === 0 || progress !== null}
          onPress={() => relinkTaken(session)}
        />
      </DialogActions>
    </Dialog>
  )
}

type FileRowProps = { readonly file: Trouble; readonly offer: Offer | undefined; readonly isIdle: boolean }

function FileRow({ file, offer, isIdle }: FileRowProps) {
  const session = useSession()
  const name = fileName(file.path)
  const size = sizeInIdentity(file.identity)
  return (
    <li className={styles.file} aria-label={name}>
      <div className={styles.named}>
        <span className={styles.name}>
          <span className={styles.sign} data-state={file.state} aria-hidden>
            {file.state === 'missing' ? '✕' : '≠'}
          </span>
          {name}
        </span>
        <span className={styles.facts}>
          {kindText(file)} · {size === null ? 'content not known' : sizeText(size)} ·{' '}
          {file.state === 'missing' ? 'not where it was' : 'changed since the spotting'}
        </span>
        <span className={styles.path} title={file.path}>
          {file.path}
        </span>
      </div>
      <Button label="Choose a file…" isDisabled={!isIdle} onPress={() => void chooseFile(session, file)} />
      {offer ? <OfferOf file={file} offer={offer} /> : null}
    </li>
  )
}

function OfferOf({ file, offer }: { readonly file: Trouble; readonly offer: Offer }) {
  const session = useSession()
  const { to, kind, differences, refusal, isTaken } = offer
  const act = kind === 'same' ? 'Relink' : to === file.path ? 'Take it as it is now' : 'Relink anyway'
  return (
    <div className={styles.offer} data-kind={kind}>
      <p className={styles.found}>
        <span aria-hidden>{kind === 'same' ? '✓' : kind === 'alike' ? '◐' : '≠'}</span>{' '}
        {offerText(offer, file.path)}
        <span className={styles.path} title={to}>
          {to === file.path ? '' : to}
        </span>
      </p>
      {differences.length > 0 ? <Differences offer={offer} /> : null}
      {refusal ? (
        <p className={styles.facts}>
          {refusal.message} {refusal.remedy}
        </p>
      ) : (
        <label className={styles.take}>
          <input
            type="checkbox"
            checked={isTaken}
            onChange={(event) => session.finder.take(file.path, event.currentTarget.checked)}
          />
          {act}
        </label>
      )}
    </div>
  )
}

function Differences({ offer: { differences } }: { readonly offer: Offer }) {
  return (
    <table className={styles.differences}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visuallyHidden">What differs</span>
          </th>
          <th scope="col">Expected</th>
          <th scope="col">Found</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ what, expected, found }) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{expected}</td>
            <td>{found}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type SearchProps = {
  readonly progress: SearchProgress | null
  readonly outcome: SearchOutcome | null
  readonly wanted: number
}

function Search({ progress, outcome, wanted }: SearchProps) {
  if (progress) {
    return (
      <span role="status" className={styles.search}>
        <FolderSearch size={15} aria-hidden />
        {`${progress.found} of ${wanted} found · ${progress.files.toLocaleString('en-GB')} files in ${progress.folders.toLocaleString('en-GB')} folders · ${fileName(progress.at)}`}
      </span>
    )
  }
  return <span role="status">{outcome ? outcomeText(outcome, wanted) : ''}</span>
}

function subtitle(troubled: number, total: number): string {
  const files = total === 1 ? 'file' : 'files'
  return troubled === 0 ? `${total} ${files}, all there` : `${troubled} of ${total} ${files}`
}

function kindText({ kind, reel }: Trouble): string {
  const what = kind === 'film' ? 'Film' : kind === 'proxy' ? 'Proxy' : 'Stem'
  return `${what} of ${reel.label || 'a reel'}`
}
