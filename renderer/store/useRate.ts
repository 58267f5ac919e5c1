import { useSyncExternalStore } from 'react'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { useSession } from './session.ts'
import { useStore } from './store.ts'

const nothing = () => {}

/** The frame rate of the open production; null without one. */
export function useRate(): FrameRate | null {
  const documents = useStore(useSession().work)?.documents
  return useSyncExternalStore(
    documents?.state.subscribe ?? (() => nothing),
    () => documents?.document.production.rate ?? null,
  )
}
