import { expect, test } from 'vitest'
import { differingIds, noteLineage } from './tableLineage.ts'

const one = { name: 'one' }
const two = { name: 'two' }

test('of tables whose making is not known all records are compared', () => {
  expect(differingIds({ a: one, b: two }, { a: one, b: one, c: two }).toSorted()).toEqual(['b', 'c'])
  expect(differingIds({ a: one, b: two }, { b: two })).toEqual(['a'])
})

test('of a table that was made from another only the records named are compared', () => {
  const before = { a: one, b: two }
  const after = { a: one, b: one, unseen: two }
  noteLineage(after, before, ['b'])
  expect(differingIds(before, after)).toEqual(['b'])
  expect(differingIds(after, before)).toEqual(['b'])
})

test('over several copies every record named on the way is compared, and one that is as it was does not differ', () => {
  const first = { a: one, b: two }
  const second = { a: two, b: two }
  const third = { a: one, b: two, c: one }
  noteLineage(second, first, ['a'])
  noteLineage(third, second, ['a', 'c'])
  expect(differingIds(first, third)).toEqual(['c'])
})

test('two previews of one document differ in what either changed', () => {
  const document = { a: one, b: two }
  const earlier = { a: two, b: two }
  const later = { a: one, b: one }
  noteLineage(earlier, document, ['a'])
  noteLineage(later, document, ['b'])
  expect(differingIds(earlier, later).toSorted()).toEqual(['a', 'b'])
})

test('an id that every object answers to is no record', () => {
  expect(differingIds({}, { constructor: one } as never)).toEqual(['constructor'])
  expect(differingIds({}, {})).toEqual([])
})
