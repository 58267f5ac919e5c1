import { useEffect, useState } from 'react'
import { type Alternative, wantedFor } from '../../shared/licensing/alternatives.ts'
import type { CueUse } from '../../shared/sheet/cueUse.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { request } from '../ipc.ts'

/** Pieces of the personal catalogue that may come in for a use; null until the catalogue has answered. */
export function useAlternatives(use: CueUse, rate: FrameRate): readonly Alternative[] | null {
  const [found, setFound] = useState<readonly Alternative[] | null>(null)
  useEffect(() => {
    let isOver = false
    const { roles, ...wanted } = wantedFor(use, rate)
    void request('catalogue:alternatives', { ...wanted, roles: [...roles] }).then((answer) => {
      if (!isOver) setFound(answer.ok ? answer.value : [])
    })
    return () => {
      isOver = true
    }
  }, [use, rate])
  return found
}
