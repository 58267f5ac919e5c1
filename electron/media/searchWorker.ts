import { parentPort } from 'node:worker_threads'
import type { WantedFile } from '../../shared/ipc/mediaLinks.ts'
import { searchMedia } from './mediaSearch.ts'

/** What a thread is asked to look for. */
export type SearchOrder = { readonly folder: string; readonly wanted: readonly WantedFile[] }

/** Milliseconds between two messages of how far it is. */
const interval = 100

function search({ folder, wanted }: SearchOrder): void {
  const steps = searchMedia(folder, wanted)
  let told = Date.now()
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      parentPort?.postMessage({ outcome: step.value })
      return
    }
    if (Date.now() - told < interval) continue
    told = Date.now()
    parentPort?.postMessage({ progress: step.value })
  }
}

parentPort?.once('message', search)
