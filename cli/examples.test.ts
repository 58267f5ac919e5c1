import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { importers } from '../shared/formats/importers.ts'
import { brokenReferences } from '../shared/model/document.ts'
import type { Finding } from '../shared/model/finding.ts'
import { readinessOf } from '../shared/review/readiness.ts'
import { reviewDocument } from '../shared/review/review.ts'
import { reviewReport } from '../shared/review/reviewReport.ts'
import { rules } from '../shared/review/rules.ts'

const examples = new URL('../shared/formats/fixtures/examples/', import.meta.url)

/** A finding without its words, which are free. */
function withoutWords({ message: _, ...rest }: Partial<Finding>): string {
  return JSON.stringify(Object.entries(rest).toSorted())
}

/** Rules that the examples were not worked out for (not marked E in the cue-sheet reference, section 10). */
const notCompared = '012 022 024 034 046 051 052 067 076 077 078 079 080 093 095 096'
  .split(' ')
  .map((id) => `CS-${id}`)

describe.each(['01-tv-2997df-harborline-205', '02-feature-24-the-salt-road', '03-doc-25-the-tin-coast-101'])(
  '%s',
  (stem) => {
    const draft = importers[0]?.read(readFileSync(new URL(`${stem}.json`, examples), 'utf8'))
    if (!draft?.ok) throw new Error('an example is refused')
    const findings = reviewDocument(draft.value.document)

    test('is reviewed with exactly the findings that were worked out by hand', () => {
      const { lint, ...rest } = JSON.parse(readFileSync(new URL(`${stem}.expected.json`, examples), 'utf8'))
      const compared = findings.filter(({ rule }) => !notCompared.includes(rule))
      expect(compared.map(withoutWords).toSorted()).toEqual(lint.map(withoutWords).toSorted())
      const { lint: reported, ...figures } = reviewReport(draft.value.document)
      expect(figures).toEqual(rest)
      expect(reported).toHaveLength(findings.length)
    })

    test('is ready: what is open blocks nothing', () => {
      expect(readinessOf(draft.value.document, findings)).toMatchObject({ isReady: true, percent: 100 })
    })
  },
)

describe('a production in which every rule fires', () => {
  const folder = new URL('../shared/review/fixtures/', import.meta.url)
  const draft = importers[0]?.read(readFileSync(new URL('every-rule.json', folder), 'utf8'))
  if (!draft?.ok) throw new Error('the production is refused')
  const { lint, ...figures } = reviewReport(draft.value.document)
  const expected = JSON.parse(readFileSync(new URL('every-rule.expected.json', folder), 'utf8'))

  test('comes in whole', () => {
    expect(draft.value.notes).toEqual([])
    expect(brokenReferences(draft.value.document)).toEqual([])
  })

  test('has the rows and totals that were worked out by hand', () => {
    const { lint: _, ...rest } = expected
    expect(figures).toEqual(rest)
  })

  test('has exactly the findings that were worked out by hand, at least one of each rule', () => {
    expect(lint.map(withoutWords).toSorted()).toEqual(expected.lint.map(withoutWords).toSorted())
    expect([...new Set(lint.map(({ rule }) => rule))].toSorted()).toEqual(rules.map(({ id }) => id))
  })
})
