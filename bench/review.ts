import { compare } from '../shared/edits/change.ts'
import { updateCues } from '../shared/edits/cueFieldEdits.ts'
import { fixesOf } from '../shared/fixes/fixesOf.ts'
import { blockers } from '../shared/licensing/blockers.ts'
import { clearanceOf, productionClearance } from '../shared/licensing/clearance.ts'
import { productionMoney } from '../shared/licensing/money.ts'
import { needsOf } from '../shared/licensing/needs.ts'
import { type ProductionDocument, recordsOf } from '../shared/model/document.ts'
import type { Finding } from '../shared/model/finding.ts'
import type { Id } from '../shared/model/ids.ts'
import { reviewDocument } from '../shared/review/review.ts'
import { Reviewer } from '../shared/review/reviewer.ts'
import { soundDocument } from '../shared/sheet/soundDocument.ts'
import { timelineProduction } from './timelineProduction.ts'

/*
 * Reviews 10,000 cues, each overlapping the one before, and 1,000 in the same run. In proportion the ratio is 10; comparing
 * every cue with every other would make it 100. Then types titles, ten letters in each of forty cues, into productions of 500 and of
 * 2,000 cues with works, recordings, parties and licences: what one letter costs as an edit and as a review of what it changed.
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

type Typed = {
  readonly edit: readonly number[]
  readonly review: readonly number[]
  readonly fixes: readonly number[]
  readonly licensing: readonly number[]
}

/** Milliseconds of each letter: the edit with its change, the review, what is offered for the findings of that cue, and the licensing room. */
function typed(count: number): Typed {
  let document = timelineProduction(count, 'film.mov')
  const reviewer = new Reviewer()
  reviewer.review(document)
  const cues = recordsOf(document, 'cues')
  const times = {
    edit: [] as number[],
    review: [] as number[],
    fixes: [] as number[],
    licensing: [] as number[],
  }
  let made = 0
  const makeId = <Table extends string>() => `fix${++made}` as Id<Table>
  for (let index = 0; index < 40; index++) {
    const cue = cues[Math.floor((index * cues.length) / 40)]
    if (!cue) continue
    for (let length = 1; length <= 10; length++) {
      const before = document
      const begun = performance.now()
      const result = updateCues([cue.id], { title: 'Nocturnal '.slice(0, length) }).run(document)
      if (!result.ok) throw new Error(result.problem.message)
      document = result.value
      compare(before, document)
      const edited = performance.now()
      const { ofCue, context } = reviewer.review(document)
      const findings: readonly Finding[] = ofCue.get(cue.id) ?? []
      const reviewed = performance.now()
      for (const finding of findings) fixesOf(finding, { document, makeId, place: null })
      times.edit.push(edited - begun)
      times.review.push(reviewed - edited)
      const offered = performance.now()
      const { uses, programme } = context
      productionMoney(uses, document.production.budgets)
      productionClearance(uses.map(clearanceOf))
      blockers(uses, programme)
      for (const use of uses) needsOf(use, document)
      times.fixes.push(offered - reviewed)
      times.licensing.push(performance.now() - offered)
    }
  }
  return times
}

function percentile(times: readonly number[], part: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0
}

typed(500)
const [small, large] = [typed(500), typed(2000)]
for (const step of ['edit', 'review', 'fixes', 'licensing'] as const) {
  const text = (times: readonly number[]) =>
    `p50 ${percentile(times, 0.5).toFixed(2)} ms, p95 ${percentile(times, 0.95).toFixed(2)} ms`
  const growth = percentile(large[step], 0.5) / percentile(small[step], 0.5)
  process.stdout.write(
    `a letter, ${step}: 500 cues ${text(small[step])}; 2,000 cues ${text(large[step])}; growth ${growth.toFixed(1)} (linear is 4)\n`,
  )
}
