import { startTransition, useEffect, useState } from 'react'

/**
 * Counts from 0 to `last`, one step an animation frame, so that what is built by stages never holds the thread for long; begins
 * anew whenever `of` changes.
 */
export function useStages(last: number, of = ''): number {
  const [counted, setCounted] = useState({ of, stage: 0 })
  const stage = counted.of === of ? counted.stage : 0
  useEffect(() => {
    if (stage >= last) return
    const request = requestAnimationFrame(() => startTransition(() => setCounted({ of, stage: stage + 1 })))
    return () => cancelAnimationFrame(request)
  }, [stage, last, of])
  return stage
}
