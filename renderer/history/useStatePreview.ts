import { useEffect, useState } from 'react'
import { type ChangeLine, changeLines, changeSummary } from '../../shared/edits/changeWords.ts'
import { travel } from '../../shared/edits/history.ts'
import type { DocumentState } from '../store/documentStore.ts'
import { walkGently } from './walkGently.ts'

/** What restoring a state would do, in words. */
export type StatePreview = {
  readonly position: number
  readonly summary: string
  readonly lines: readonly ChangeLine[]
  readonly more: number
}

/** Milliseconds that the pointer or the keyboard rests on a state before it is worked out. */
const restTime = 40
const mostLines = 40

/** What restoring the state after so many steps would change; null until it is known. */
export function useStatePreview({ document, history }: DocumentState, position: number): StatePreview | null {
  const [preview, setPreview] = useState<{ readonly of: object; readonly preview: StatePreview } | null>(null)
  useEffect(() => {
    let isWanted = true
    const timer = setTimeout(async () => {
      const travelled = await walkGently(travel(document, history, position), () => isWanted)
      if (!travelled || !isWanted) return
      const preview =
        'misfit' in travelled
          ? { position, summary: 'This state cannot be reached from here', lines: [], more: 0 }
          : {
              position,
              summary: changeSummary(travelled.change),
              ...changeLines(travelled.change, document, mostLines),
            }
      setPreview({ of: history, preview })
    }, restTime)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [document, history, position])
  return preview?.of === history && preview.preview.position === position ? preview.preview : null
}
