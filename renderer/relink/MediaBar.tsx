import { Unlink, X } from 'lucide-react'
import { fileName } from '../../shared/model/namedFiles.ts'
import { type OpenWork, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Bar } from '../ui/Bar.tsx'
import { Button } from '../ui/Button.tsx'
import { eachPathOnce, type Trouble, troubledFiles } from './mediaLinks.ts'
import { openFinder } from './relink.ts'

/** Under the top bar while films, proxies or stems are missing or hold something else: which, and the way to them. */
export function MediaBar({ work }: { readonly work: OpenWork }) {
  const session = useSession()
  const { links } = session
  const document = useStore(work.documents.state, (state) => state.document)
  const states = useStore(links.states)
  const isClosed = useStore(links.isBarClosed)
  const troubled = troubledFiles(document, states)
  if (troubled.length === 0 || isClosed) return null
  return (
    <Bar
      name="Missing media"
      icon={<Unlink size={15} aria-hidden />}
      text={
        <>
          <strong>{troubleText(troubled, eachPathOnce(document).length)}</strong> Cues, works and licences can
          be edited all the same.
        </>
      }
      actions={
        <>
          <Button label="Find media…" onPress={() => openFinder(session)} />
          <Button
            kind="quiet"
            label="Close this notice of missing media"
            icon={<X size={15} />}
            onPress={() => links.isBarClosed.set(true)}
          />
        </>
      }
    />
  )
}

/** What is wrong with a production's files, in a sentence or two. */
export function troubleText(troubled: readonly Trouble[], total: number): string {
  const missing = troubled.filter(({ state }) => state === 'missing')
  const changed = troubled.filter(({ state }) => state === 'changed')
  const others = missing.filter(({ other }) => other !== null)
  const names = (files: readonly Trouble[]) =>
    files
      .map(({ path }) => fileName(path))
      .slice(0, 3)
      .join(', ')
  const some = (files: readonly Trouble[]) => `${names(files)}${files.length > 3 ? ' …' : ''}`
  const sentences = [
    missing.length === 1 ? `${names(missing)} is not where it was.` : '',
    missing.length > 1
      ? `${missing.length} of ${total} media files are not where they were: ${some(missing)}.`
      : '',
    others.length > 0
      ? `${others.length === 1 ? 'A file' : `${others.length} files`} of the same name beside the production ${others.length === 1 ? 'holds' : 'hold'} something else.`
      : '',
    changed.length > 0
      ? `${some(changed)} ${changed.length === 1 ? 'has' : 'have'} changed since the spotting: another cut?`
      : '',
  ]
  return sentences.filter(Boolean).join(' ')
}
