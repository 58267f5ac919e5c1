import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare } from '../../shared/edits/change.ts'
import { updateCues } from '../../shared/edits/cueFieldEdits.ts'
import { randomEdit } from '../../shared/edits/fixtures/randomEdit.ts'
import { countingIds, sampleDocument } from '../../shared/edits/fixtures/sampleDocument.ts'
import { packDocument } from '../../shared/ipc/packedDocument.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import { readinessOf } from '../../shared/review/readiness.ts'
import { reviewDocument } from '../../shared/review/review.ts'
import { severities } from '../../shared/review/reviewer.ts'
import { soundDocument, withCueAt } from '../../shared/sheet/soundDocument.ts'
import { projectionOf } from './findings.ts'
import { ReviewDesk } from './reviewDesk.ts'
import { ReviewLink, type ReviewThread } from './reviewLink.ts'
import type { ReviewAnswer, ReviewRequest } from './reviewMessages.ts'

/** The reviewing thread's work without a thread: it answers when it is told to, in copies as a thread's are. */
class Thread implements ReviewThread {
  readonly answers: ReviewAnswer[] = []
  readonly #desk = new ReviewDesk()
  #heard: (answer: ReviewAnswer) => void = () => {}

  send(request: ReviewRequest): void {
    this.#desk.take(structuredClone(request))
  }

  hear(heard: (answer: ReviewAnswer) => void): () => void {
    this.#heard = heard
    return () => {
      this.#heard = () => {}
    }
  }

  answer(): void {
    const answer = this.#desk.review()
    if (!answer) return
    this.answers.push(answer)
    this.#heard(structuredClone(answer))
  }
}

function linkTo(thread: Thread, document: ProductionDocument): ReviewLink {
  return new ReviewLink(thread, document, packDocument(document))
}

/** Tells the link of an edit as the session does. */
function edited(link: ReviewLink, before: ProductionDocument, after: ProductionDocument): void {
  link.follow(after)
  link.take(compare(before, after))
}

/** Asks for what is known by now, as the window does while it is drawn. */
function lookAt(document: ProductionDocument): void {
  const { findingsOf } = projectionOf(document)
  for (const { id } of recordsOf(document, 'cues')) findingsOf.get(id)
}

function expectAsFresh(document: ProductionDocument): void {
  const { rows, readiness, findingsOf, gravestOf, isCurrent } = projectionOf(document)
  const fresh = reviewDocument(document)
  const findings = severities.flatMap((severity) =>
    Array.from({ length: rows.counts[severity] }, (_, index) => rows.at(severity, index)),
  )
  const { blockers: _, ...figures } = readinessOf(document, fresh)
  expect(isCurrent).toBe(true)
  expect(findings).toEqual(fresh)
  expect(readiness).toEqual(figures)
  for (const { id } of recordsOf(document, 'cues')) {
    const ofCue = fresh.filter(({ cue }) => cue === id)
    expect(findingsOf.get(id)).toEqual(ofCue)
    expect(gravestOf.get(id)).toBe(ofCue[0]?.severity)
  }
}

describe('a review in another thread', () => {
  test('says the same as a review on the spot, whatever edits are made and whenever it answers', () => {
    const picks = fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 14 })
    const steps = fc.array(fc.record({ picks, answers: fc.boolean() }), { minLength: 1, maxLength: 25 })
    fc.assert(
      fc.property(steps, (sequence) => {
        const thread = new Thread()
        const makeId = countingIds()
        let document: ProductionDocument = structuredClone(sampleDocument)
        const link = linkTo(thread, document)
        for (const { picks: step, answers } of sequence) {
          lookAt(document)
          const result = randomEdit(document, step, makeId).run(document)
          if (result.ok && compare(document, result.value).length > 0) {
            edited(link, document, result.value)
            document = result.value
          }
          if (answers) thread.answer()
        }
        thread.answer()
        expectAsFresh(document)
      }),
      { numRuns: 60 },
    )
  })

  test('an edit of one cue brings the findings of that cue only', () => {
    const thread = new Thread()
    const before = withCueAt(soundDocument(), 'c3', '10:10:00:00', '10:11:00:00', { number: 'm03' })
    const link = linkTo(thread, before)
    thread.answer()
    const after = updateCues(['c3' as never], { vocals: 'unknown' }).run(before)
    if (!after.ok) throw new Error(after.problem.message)
    edited(link, before, after.value)
    thread.answer()
    expect(link.latest).toEqual(['c3'])
    expect(thread.answers.at(-1)?.order).toBeNull()
    expectAsFresh(after.value)
  })

  test('until the answer comes, findings are not given out as those of the document', () => {
    const thread = new Thread()
    const document = soundDocument()
    const link = linkTo(thread, document)
    expect(projectionOf(document)).toMatchObject({ isCurrent: false, readiness: null })
    thread.answer()
    const first = updateCues(['c1' as never], { vocals: 'unknown' }).run(document)
    if (!first.ok) throw new Error(first.problem.message)
    edited(link, document, first.value)
    expect(projectionOf(first.value)).toMatchObject({ isCurrent: false, readiness: { isReady: true } })
    thread.answer()
    expect(projectionOf(first.value)).toMatchObject({ isCurrent: true, readiness: { isReady: false } })
  })

  test('an answer about a production that was closed meanwhile is passed over', () => {
    const thread = new Thread()
    const old = linkTo(thread, soundDocument())
    old.end()
    const document = withCueAt(soundDocument(), 'c3', '10:10:00:00', '10:11:00:00')
    const stale = thread.answers.length
    linkTo(thread, document)
    thread.answer()
    expect(thread.answers.length).toBe(stale + 1)
    expectAsFresh(document)
  })
})
