import { useDeferredValue } from 'react'
import type { OpenWork } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { type Rights, rightsOf } from './rights.ts'

/** What the room shows of the open production; drawn after what was typed has been shown. */
export function useRights(work: OpenWork): Rights {
  return rightsOf(useDeferredValue(useStore(work.documents.state, (state) => state.document)))
}
