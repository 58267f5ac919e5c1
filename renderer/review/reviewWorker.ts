import { ReviewDesk } from './reviewDesk.ts'
import type { ReviewAnswer, ReviewRequest } from './reviewMessages.ts'

/** The half of a worker's scope that speaks to the page. */
type WorkerScope = {
  onmessage: ((event: MessageEvent<ReviewRequest>) => void) | null
  readonly postMessage: (answer: ReviewAnswer, transfer: readonly Transferable[]) => void
}
const worker = globalThis as unknown as WorkerScope
const desk = new ReviewDesk()
let isWaiting = false

worker.onmessage = ({ data }) => {
  desk.take(data)
  // Whatever else has come in meanwhile is taken before the review.
  if (!isWaiting) setTimeout(review)
  isWaiting = true
}

function review(): void {
  isWaiting = false
  const answer = desk.review()
  if (!answer) return
  const { places, counts, offsets, bytes } = answer.changed
  const transfer = [places.buffer, counts.buffer, offsets.buffer, bytes.buffer]
  if (answer.order) transfer.push(answer.order.buffer)
  if (answer.listing) transfer.push(answer.listing.places.buffer, answer.listing.ats.buffer)
  worker.postMessage(answer, transfer)
}
