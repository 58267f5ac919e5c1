import { expect, test } from 'vitest'
import type { ProductionDocument } from '../model/document.ts'
import type { Id } from '../model/ids.ts'
import { reviewDocument } from '../review/review.ts'
import { soundDocument, withRecord } from '../sheet/soundDocument.ts'
import { type FixPlan, planFixes } from './fixAll.ts'
import { fixesOf } from './fixesOf.ts'

let made = 0
const makeId = <Table extends string>() => `made${++made}` as unknown as Id<Table>

function plan(document: ProductionDocument, rule: string): FixPlan | null {
  const findings = reviewDocument(document).filter((finding) => finding.rule === rule)
  const facts = { document, makeId, place: null }
  const [first] = findings.flatMap((finding) => fixesOf(finding, facts))
  const steps = planFixes(first?.id ?? '', findings, facts)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value as FixPlan | null
  }
}

test('one fix for all: every finding of the kind goes, in one edit, and the edit does the same on its own', () => {
  let document = withRecord(soundDocument(), 'cues', 'c1', { title: 'One.wav' })
  document = withRecord(document, 'cues', 'c2', { title: 'Two.mp3' })
  const planned = plan(document, 'CS-023')
  expect(planned?.fixed).toHaveLength(2)
  expect(planned?.edit.label).toMatch(/ and 1 more$/)
  const result = planned?.edit.run(document)
  expect(result).toEqual({ ok: true, value: planned?.after })
  expect(reviewDocument(planned?.after ?? document).filter(({ rule }) => rule === 'CS-023')).toEqual([])
  expect(planned?.edit.run(structuredClone(document))).toEqual({ ok: true, value: planned?.after })
})

test('what an earlier fix has resolved with it is passed over: two cues of one work', () => {
  let document = withRecord(soundDocument(), 'cues', 'c2', { work: soundDocument().cues.c1?.work ?? null })
  const writers = document.works.w1?.writers.map((share) => ({ ...share, share: 6000 })) ?? []
  document = withRecord(document, 'works', 'w1', { writers })
  const planned = plan(document, 'CS-041')
  expect(planned?.fixed).toHaveLength(1)
})

test('there is no plan where the fix fits nothing', () => {
  expect(plan(soundDocument(), 'CS-023')).toBeNull()
})
