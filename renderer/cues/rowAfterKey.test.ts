import { describe, expect, it } from 'vitest'
import { rowAfterKey } from './rowAfterKey.ts'

describe('the row that a key goes to', () => {
  it.each([
    ['ArrowUp', 5, 4],
    ['ArrowDown', 5, 6],
    ['PageUp', 5, 0],
    ['PageDown', 5, 13],
    ['Home', 5, 0],
    ['End', 5, 19],
  ])('%s goes from row %i to row %i of twenty, eight to a page', (key, from, to) => {
    expect(rowAfterKey(key, from, 20, 8)).toBe(to)
  })

  it.each([
    ['ArrowUp', 0, 0],
    ['ArrowDown', 19, 19],
    ['PageDown', 15, 19],
    ['PageUp', 3, 0],
  ])('%s from row %i stops at row %i', (key, from, to) => {
    expect(rowAfterKey(key, from, 20, 8)).toBe(to)
  })

  it('pages by one row at least, however low the table is', () => {
    expect(rowAfterKey('PageDown', 5, 20, -1)).toBe(6)
    expect(rowAfterKey('PageUp', 5, 20, 0)).toBe(4)
  })

  it('goes nowhere for other keys, and without rows', () => {
    expect(rowAfterKey('Enter', 5, 20, 8)).toBeNull()
    expect(rowAfterKey('i', 5, 20, 8)).toBeNull()
    expect(rowAfterKey('ArrowDown', 0, 0, 8)).toBeNull()
  })
})
