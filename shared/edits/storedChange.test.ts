import { expect, test } from 'vitest'
import type { Change } from './change.ts'
import { compare } from './change.ts'
import { updateCues } from './cueFieldEdits.ts'
import { sampleDocument, score } from './fixtures/sampleDocument.ts'
import { HistoryWalk } from './historyWalk.ts'
import { packed, packedRecords, packedText, withFields } from './storedChange.ts'

function retitled(title: string): Change {
  const result = updateCues([score], { title }).run(sampleDocument)
  if (!result.ok) throw new Error(result.problem.message)
  return compare(sampleDocument, result.value)
}

test('of an altered record only the fields that differ are kept', () => {
  expect(packedText(retitled('Tide'))).toBe(`[["cues","${score}",{"title":""},{"title":"Tide"}]]`)
  expect(packedRecords(retitled('Tide'))).toEqual(packedRecords(packed(retitled('Tide'))))
})

test('fields that come and go are put in and taken out', () => {
  expect(withFields({ a: 1, b: 2 }, { b: 2 }, {})).toEqual({ a: 1 })
  expect(withFields({ a: 1 }, {}, { b: 2 })).toEqual({ a: 1, b: 2 })
  expect(Object.keys(withFields({ a: 1, b: 2, c: 3 }, { b: 2 }, { b: 4 }) ?? {})).toEqual(['a', 'b', 'c'])
})

test('a record with other values than the step left is not touched', () => {
  expect(withFields({ a: 1 }, { a: 2 }, { a: 3 })).toBeNull()
  expect(withFields({ a: 1, b: 5 }, {}, { b: 2 })).toBeNull()
  const walk = new HistoryWalk(sampleDocument)
  expect(walk.step(packed(retitled('Tide')), 'undo')).toBe(false)
  expect(walk.change).toEqual([])
})

test('several packed texts of one step are undone from the last to the first', () => {
  const texts = ['T', 'Ti', 'Tide'].map((title, index, all) =>
    JSON.stringify([['cues', score, { title: all[index - 1] ?? '' }, { title }]]),
  )
  const forth = new HistoryWalk(sampleDocument)
  expect(forth.step({ texts }, 'redo')).toBe(true)
  expect(forth.change).toEqual(retitled('Tide'))
  expect(forth.step({ texts }, 'undo')).toBe(true)
  expect(forth.change).toEqual([])
})
