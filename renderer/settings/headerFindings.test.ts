import { expect, test } from 'vitest'
import { blankDocument } from '../../shared/model/newProduction.ts'
import { reviewDocument } from '../../shared/review/review.ts'
import { headerFindings } from './headerFindings.ts'

test('each thing that review misses in the header belongs to the field where it is entered', () => {
  const blank = blankDocument({ num: 25, den: 1, dropFrame: false })
  const document = { ...blank, production: { ...blank.production, category: 'Series' as const } }
  expect([...headerFindings(reviewDocument(document)).keys()].toSorted()).toEqual([
    'airDate',
    'network',
    'productionCompany',
    'title',
  ])
})

test('a wrong EIDR and a wrong ISAN each stand at their own field', () => {
  const blank = blankDocument({ num: 25, den: 1, dropFrame: false })
  const production = {
    ...blank.production,
    title: 'T',
    productionCompany: 'C',
    eidr: '10.5240/1',
    isan: '12',
  }
  const found = headerFindings(reviewDocument({ ...blank, production }))
  expect(found.get('eidr')?.message).toContain('EIDR')
  expect(found.get('isan')?.message).toContain('ISAN')
})
