import { Unlink, X } from 'lucide-react'
import { isOnlyLookedAt } from '../../shared/ipc/guardState.ts'
import { type OpenWork, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Bar } from '../ui/Bar.tsx'
import { Button } from '../ui/Button.tsx'
import { eachPathOnce, troubledFiles } from './mediaLinks.ts'
import { openFinder } from './relink.ts'
import { troubleText } from './relinkWords.ts'

/** Under the top bar while films, proxies or stems are missing or hold something else: which, and the way to them. */
export function MediaBar({ work }: { readonly work: OpenWork }) {
  const session = useSession()
  const { links } = session
  const document = useStore(work.documents.state, (state) => state.document)
  const states = useStore(links.states)
  const isClosed = useStore(links.isBarClosed)
  const isLooking = useStore(work.guard, isOnlyLookedAt)
  const troubled = troubledFiles(document, states)
  if (troubled.length === 0 || isClosed) return null
  return (
    <Bar
      name="Missing media"
      icon={<Unlink size={15} aria-hidden />}
      text={
        <>
          <strong>{troubleText(troubled, eachPathOnce(document).length)}</strong>{' '}
          {isLooking ? '' : 'Cues, works and licences can be edited all the same.'}
        </>
      }
      actions={
        <>
          {isLooking ? null : <Button label="Find media…" onPress={() => openFinder(session)} />}
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
