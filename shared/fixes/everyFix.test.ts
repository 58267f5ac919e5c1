import { describe, expect, test } from 'vitest'
import { apply, compare, invert } from '../edits/change.ts'
import { countingIds } from '../edits/fixtures/sampleDocument.ts'
import { documentSchema, type ProductionDocument } from '../model/document.ts'
import { findingKey } from '../model/finding.ts'
import { reviewDocument } from '../review/review.ts'
import { rules } from '../review/rules.ts'
import { fixes } from './fixes.ts'
import { fixesOf, hasFixes } from './fixesOf.ts'
import { fixCases } from './fixtures/fixCases.ts'

test('every fix has an id of its own that begins with its rule, and says what it does', () => {
  const ids = fixes.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { id, rule, does } of fixes) {
    expect(id).toMatch(new RegExp(`^${rule}\\.[a-zA-Z]+$`))
    expect(rules.map((each) => each.id)).toContain(rule)
    expect(does).toMatch(/^[A-Z].+\.$/)
  }
})

test('every fix has its case', () => {
  expect(Object.keys(fixCases).toSorted()).toEqual(fixes.map(({ id }) => id).toSorted())
})

const found = (rule: string, document: ProductionDocument) =>
  reviewDocument(document).filter((finding) => finding.rule === rule)

describe.each(fixes.map(({ id, rule }) => ({ id, rule })))('$id', ({ id, rule }) => {
  const { document, place = null } = fixCases[id] as (typeof fixCases)[string]
  const [finding] = found(rule, document)
  if (!finding) throw new Error(`${rule} does not fire in the case of ${id}`)
  const offered = fixesOf(finding, { document, place, makeId: countingIds('fix') }).find(
    (each) => each.id === id,
  )

  test('resolves the finding, and undo gives the exact document back', () => {
    if (!offered) throw new Error(`${id} is not offered`)
    const result = offered.edit.run(document)
    if (!result.ok) throw new Error(result.problem.message)
    expect(documentSchema.safeParse(result.value).error).toBe(undefined)
    const left = reviewDocument(result.value).map(findingKey)
    expect(left).not.toContain(findingKey(finding))
    const change = compare(document, result.value)
    expect(change.length).toBeGreaterThan(0)
    expect(apply(result.value, invert(change))).toEqual(document)
    expect(offered.label).toBe(offered.edit.label)
    expect(offered.label).toMatch(/^[A-Z].*[^.]$/)
  })
})

test('nothing is offered for a rule without fixes, nor for a cue that is gone', () => {
  const facts = { document: fixCases['CS-043.unpublished']?.document as ProductionDocument, place: null }
  const makeId = countingIds()
  expect(hasFixes('CS-009')).toBe(false)
  expect(hasFixes('CS-043')).toBe(true)
  const finding = { rule: 'CS-009', severity: 'warning', message: '' } as const
  expect(fixesOf(finding, { ...facts, makeId })).toEqual([])
  for (const { rule } of fixes) {
    const gone = { rule, severity: 'error', message: '', cue: 'gone' as never } as const
    for (const { edit } of fixesOf(gone, { ...facts, makeId })) expect(edit.label).not.toBe('')
  }
})
