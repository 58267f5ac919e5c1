import { useEffect, useState } from 'react'
import { type Deleted, findDeleted } from '../../shared/edits/deletedCues.ts'
import type { DocumentState } from '../store/documentStore.ts'
import { walkGently } from './walkGently.ts'

/** The cues that the history has and the document has not; null until they are found. */
export function useDeleted({ document, history }: DocumentState): Deleted | null {
  const [deleted, setDeleted] = useState<Deleted | null>(null)
  useEffect(() => {
    let isWanted = true
    void walkGently(findDeleted(document, history), () => isWanted).then((found) => {
      if (found && isWanted) setDeleted(found)
    })
    return () => {
      isWanted = false
    }
  }, [document, history])
  return deleted
}
