import { startTransition, useEffect, useState } from 'react'

/** Counts from 0 to `last`, one step an animation frame, so that what is built by stages never holds the thread for long. */
export function useStages(last: number): number {
  const [stage, setStage] = useState(0)
  useEffect(() => {
    if (stage >= last) return
    const request = requestAnimationFrame(() => startTransition(() => setStage(stage + 1)))
    return () => cancelAnimationFrame(request)
  }, [stage, last])
  return stage
}
