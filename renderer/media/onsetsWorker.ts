import { onsetColumns } from '../../shared/peaks/peaksOnsets.ts'
import type { OnsetsMessage, OnsetsOrder } from './onsetsMessages.ts'

/** The half of a worker's scope that speaks to the page. */
type WorkerScope = {
  onmessage: ((event: MessageEvent<OnsetsOrder>) => void) | null
  readonly postMessage: (message: OnsetsMessage) => void
}
const worker = globalThis as unknown as WorkerScope

worker.onmessage = ({ data: { id, isStart, max, min } }) => {
  worker.postMessage({ id, onsets: onsetColumns({ max, min }, isStart) })
}
