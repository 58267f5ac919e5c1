import { DeliverDesk } from './deliverDesk.ts'
import type { DeliverAnswer, DeliverQuestion } from './deliverMessages.ts'

/** The half of a worker's scope that speaks to the page. */
type WorkerScope = {
  onmessage: ((event: MessageEvent<DeliverQuestion>) => void) | null
  readonly postMessage: (answer: DeliverAnswer) => void
}
const worker = globalThis as unknown as WorkerScope
const desk = new DeliverDesk(
  (answer) => worker.postMessage(answer),
  () => new Promise((resolve) => setTimeout(resolve)),
)
let last = Promise.resolve()

worker.onmessage = ({ data }) => {
  // One after the other, but for a cancellation, which concerns the one that is being answered.
  if (data.kind === 'cancel') void desk.take(data)
  else last = last.then(() => desk.take(data))
}
