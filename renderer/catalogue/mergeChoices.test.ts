import { expect, test } from 'vitest'
import { ada, sampleDocument, undertow } from '../../shared/edits/fixtures/sampleDocument.ts'
import { blankParty } from '../../shared/edits/partyEdits.ts'
import { blankWork } from '../../shared/edits/workEdits.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { mergeEdit, mergeLines } from './mergeChoices.ts'

const twin = {
  ...blankWork('w2' as never),
  title: 'The Undertow',
  iswc: 'T-034.524.680-1',
  writers: [{ party: 'p3' as never, role: 'C' as const, share: 10_000 }],
}
const document: ProductionDocument = {
  ...sampleDocument,
  works: { ...sampleDocument.works, w2: twin },
  parties: { ...sampleDocument.parties, p3: { ...blankParty('p3' as never), name: 'Bo' } },
}

test('what differs must be chosen, what one leaves blank is filled in', () => {
  const lines = mergeLines(document, 'works', [undertow, 'w2'])
  expect(lines.map(({ field, preset }) => [field, preset])).toEqual([
    ['title', null],
    ['iswc', 1],
    ['writers', null],
    ['publishers', 0],
  ])
  expect(lines.at(-2)?.options.map(({ text }) => text)).toEqual([
    'Ada Holm CA 100%',
    'Bo C 100%',
    'All of them: Ada Holm CA 100%, Bo C 100%',
  ])
  expect(mergeEdit('works', [undertow, 'w2'], lines, {}).run(document).ok).toBe(false)
  const merged = mergeEdit('works', [undertow, 'w2'], lines, { title: 1, writers: 2 }).run(document)
  expect(merged.ok && merged.value.works[undertow]).toMatchObject({
    title: 'The Undertow',
    iswc: 'T-034.524.680-1',
    writers: [{ party: ada }, { party: 'p3' }],
    publishers: sampleDocument.works[undertow]?.publishers,
  })
})

test('a holder’s name is chosen as one', () => {
  const lines = mergeLines(document, 'parties', [ada, 'p3'])
  const merged = mergeEdit('parties', [ada, 'p3'], lines, { name: 1 }).run(document)
  expect(merged.ok && merged.value.parties[ada]).toMatchObject({
    name: 'Bo',
    firstName: '',
    lastName: '',
    society: 'BMI',
  })
})
