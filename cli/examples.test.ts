import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { importers } from '../shared/formats/importers.ts'
import type { Finding } from '../shared/model/finding.ts'
import { readinessOf } from '../shared/review/readiness.ts'
import { reviewDocument } from '../shared/review/review.ts'

const examples = new URL('../shared/formats/fixtures/examples/', import.meta.url)

/** A finding without its words, which are free. */
function withoutWords({ message: _, ...rest }: Partial<Finding>): string {
  return JSON.stringify(Object.entries(rest).toSorted())
}

describe.each(['01-tv-2997df-harborline-205', '02-feature-24-the-salt-road', '03-doc-25-the-tin-coast-101'])(
  '%s',
  (stem) => {
    const draft = importers[0]?.read(readFileSync(new URL(`${stem}.json`, examples), 'utf8'))
    if (!draft?.ok) throw new Error('an example is refused')
    const findings = reviewDocument(draft.value.document)

    test('is reviewed with exactly the findings that were worked out by hand', () => {
      const { lint } = JSON.parse(readFileSync(new URL(`${stem}.expected.json`, examples), 'utf8'))
      expect(findings.map(withoutWords).toSorted()).toEqual(lint.map(withoutWords).toSorted())
    })

    test('is ready: what is open blocks nothing', () => {
      expect(readinessOf(draft.value.document, findings)).toMatchObject({ isReady: true, percent: 100 })
    })
  },
)
