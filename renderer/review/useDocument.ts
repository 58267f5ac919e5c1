import { useSyncExternalStore } from 'react'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'

const never = () => () => {}

/** The confirmed document of the open production, null while none is open. Follows every confirmed edit. */
export function useDocument(): ProductionDocument | null {
  const session = useSession()
  const state = useStore(session.work, (work) => work?.documents.state)
  return useSyncExternalStore(state?.subscribe ?? never, () => state?.value.document ?? null)
}
