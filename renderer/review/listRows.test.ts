import { expect, test } from 'vitest'
import { listLines } from './listRows.ts'

const groups = [
  { key: 'a', count: 2 },
  { key: 'b', count: 1 },
  { key: 'c', count: 3 },
]

test('every group has its heading over its findings', () => {
  const lines = listLines(groups)
  expect(lines).toMatchObject({ count: 9, rows: 6 })
  const read = Array.from({ length: 9 }, (_, line) => {
    const found = lines.at(line)
    return found?.kind === 'heading' ? found.group.key : found?.row
  })
  expect(read).toEqual(['a', 0, 1, 'b', 2, 'c', 3, 4, 5])
  expect(lines.at(9)).toBeNull()
  expect(lines.at(-1)).toBeNull()
})

test('finds the line of a row', () => {
  const lines = listLines(groups)
  expect([0, 1, 2, 3, 5].map(lines.lineOf)).toEqual([1, 2, 4, 6, 8])
})

test('nothing has no lines', () => {
  expect(listLines([])).toMatchObject({ count: 0, rows: 0 })
})
