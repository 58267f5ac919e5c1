import type { ProductionDocument } from '../shared/model/document.ts'
import { reviewDocument } from '../shared/review/review.ts'
import { soundDocument } from '../shared/sheet/soundDocument.ts'

/*
 * Reviews 10,000 cues, each overlapping the one before, and 1,000 in the same run. In proportion the ratio is 10; comparing
 * every cue with every other would make it 100.
 */

function crowded(count: number): ProductionDocument {
  const { cues, ...document } = soundDocument()
  const [template] = Object.values(cues)
  const [reel] = Object.values(document.reels)
  if (!template || !reel) throw new Error('the sound document has no cue')
  const entries = Array.from({ length: count }, (_, index) => {
    const start = reel.programme.start + index * 190
    const spans = [{ reel: reel.id, start, end: start + 200 }]
    return [`x${index}`, { ...template, id: `x${index}`, number: `m${index}`, spans }]
  })
  return { ...document, cues: Object.fromEntries(entries) }
}

/** Milliseconds of the quickest of five reviews. */
function quickest(document: ProductionDocument): number {
  const times = Array.from({ length: 5 }, () => {
    const begun = performance.now()
    reviewDocument(document)
    return performance.now() - begun
  })
  return Math.min(...times)
}

const few = quickest(crowded(1000))
const many = quickest(crowded(10_000))
process.stdout.write(
  `review of 1,000 cues ${few.toFixed(0)} ms, of 10,000 ${many.toFixed(0)} ms, ratio ${(many / few).toFixed(1)}\n`,
)
