import { PeaksAnalysis } from './peaksAnalysis.ts'
import type { PeaksMessage, PeaksRequest } from './peaksMessages.ts'

/*
 * Memory is bounded by two bytes per column of the whole film (14 MB for two hours), the bytes of the file that are held
 * ahead, the packets that wait in the decoders, and one block of samples for each; keeping the peaks takes four bytes per
 * column for a moment.
 */

/** The half of a worker's scope that speaks to the page. */
type WorkerScope = {
  onmessage: ((event: MessageEvent<PeaksRequest>) => void) | null
  readonly postMessage: (message: PeaksMessage, transfer: readonly Transferable[]) => void
  readonly close: () => void
}
const worker = globalThis as unknown as WorkerScope
let analysis: PeaksAnalysis | undefined

worker.onmessage = ({ data }) => {
  if (data.kind === 'near') analysis?.follow(data.near)
  else if (data.kind === 'stop') analysis?.stop()
  else {
    analysis = new PeaksAnalysis(data, (message, transfer) => worker.postMessage(message, transfer))
    analysis.run().then(() => worker.close(), reportError)
  }
}
