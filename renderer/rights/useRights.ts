import { startTransition, useDeferredValue, useEffect, useState } from 'react'
import type { OpenWork } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { withBreaths } from '../store/withBreaths.ts'
import { prepareRights, type Rights, rightsOf } from './rights.ts'

/** Productions of which everything was made once, so that an edit costs what it changes. */
const prepared = new WeakSet<OpenWork>()

/** What the room shows of the open production; null until it was looked through for the first time. */
export function useRights(work: OpenWork): Rights | null {
  const document = useDeferredValue(useStore(work.documents.state, (state) => state.document))
  const [isReady, setReady] = useState(prepared.has(work))
  useEffect(() => {
    if (prepared.has(work)) return
    let isOver = false
    const prepare = async () => {
      for await (const _ of withBreaths(prepareRights(work.documents.document))) if (isOver) return
      prepared.add(work)
      startTransition(() => setReady(true))
    }
    // After the place has been shown, which is work enough for one picture.
    const request = requestAnimationFrame(() => setTimeout(() => void prepare()))
    return () => {
      isOver = true
      cancelAnimationFrame(request)
    }
  }, [work])
  return isReady || prepared.has(work) ? rightsOf(document) : null
}
