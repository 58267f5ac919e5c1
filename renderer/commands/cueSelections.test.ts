import { expect, test } from 'vitest'
import type { CueId } from '../../shared/model/ids.ts'
import { extended, idsBetween, inverted } from './cueSelections.ts'

const order = ['a', 'b', 'c', 'd'] as unknown as readonly CueId[]
const ids = (text: string) => [...text] as unknown as readonly CueId[]

test('a range runs from where it began to where it is drawn, either way', () => {
  expect(idsBetween(order, 'b' as CueId, 'd' as CueId)).toEqual(ids('bcd'))
  expect(idsBetween(order, 'c' as CueId, 'a' as CueId)).toEqual(ids('cba'))
  expect(idsBetween(order, 'x' as CueId, 'a' as CueId), 'its beginning is gone').toEqual(ids('a'))
})

test('extended step by step it grows, shrinks and turns over where it began', () => {
  expect(extended(order, ids('b'), 1)).toEqual(ids('bc'))
  expect(extended(order, ids('bc'), -1)).toEqual(ids('b'))
  expect(extended(order, ids('b'), -1)).toEqual(ids('ba'))
  expect(extended(order, ids('cd'), 1)).toEqual(ids('cd'))
  expect(extended(order, [], 1)).toEqual([])
})

test('inverted, what was not selected is', () => {
  expect(inverted(order, ids('bd'))).toEqual(ids('ac'))
  expect(inverted(order, [])).toEqual(order)
})
