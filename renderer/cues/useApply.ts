import { useCallback } from 'react'
import type { Edit } from '../../shared/edits/edit.ts'
import { ok, type Result } from '../../shared/result.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'

/** Makes an edit and gives back why it was refused, for the field to show. Edits with one key are undone together. */
export type Apply = (edit: Edit, key: string) => Result<null>

/** Applies edits to the production that was open when the component was last drawn, and to no other. */
export function useApply(): Apply {
  const session = useSession()
  const work = useStore(session.work)
  return useCallback(
    (edit, key) =>
      work !== null && session.work.value === work ? work.documents.apply(edit, key) : ok(null),
    [session, work],
  )
}
