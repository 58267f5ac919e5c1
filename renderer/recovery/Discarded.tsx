import { Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Recoverable } from '../../shared/ipc/contract.ts'
import { request } from '../ipc.ts'
import { refreshStart } from '../store/openings.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import styles from './Discarded.module.css'
import { editsText, instantText } from './recoveryWords.ts'

/** On the welcome screen: unsaved work that was discarded in the last thirty days, and the way back. */
export function Discarded() {
  const session = useSession()
  const start = useStore(session.start)
  const [discarded, setDiscarded] = useState<readonly Recoverable[]>([])
  useEffect(() => {
    let isShown = start !== null
    void request('recovery:discarded', {}).then((list) => {
      if (isShown && list.ok) setDiscarded(list.value)
    })
    return () => {
      isShown = false
    }
  }, [start])
  if (discarded.length === 0) return null
  const bringBack = async (id: string) => {
    const done = await request('recovery:undiscard', { id })
    if (!done.ok) session.tell(done.problem)
    await refreshStart(session)
  }
  return (
    <details className={styles.discarded}>
      <summary>
        {discarded.length} discarded {discarded.length === 1 ? 'production' : 'productions'}, kept for 30 days
      </summary>
      <ul>
        {discarded.map(({ id, title, changes, changedAt }) => (
          <li key={`${id} ${changedAt}`}>
            <span>
              {title || 'Untitled production'} · {editsText(changes)} · {instantText(changedAt)}
            </span>
            <button type="button" onClick={() => void bringBack(id)} aria-label={`Bring back ${title}`}>
              <Undo2 size={13} aria-hidden /> Bring back
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
