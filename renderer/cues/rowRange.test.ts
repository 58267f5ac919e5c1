import { describe, expect, it } from 'vitest'
import { rowRange, toggled } from './rowRange.ts'

describe('a selection of rows', () => {
  const rows = ['a', 'b', 'c', 'd']

  it('extends over both ends, in the order of the rows, whichever end came first', () => {
    expect(rowRange(rows, 1, 3)).toEqual(['b', 'c', 'd'])
    expect(rowRange(rows, 3, 1)).toEqual(['b', 'c', 'd'])
    expect(rowRange(rows, 2, 2)).toEqual(['c'])
  })

  it('takes a row in and out again', () => {
    expect(toggled(['a'], 'c')).toEqual(['a', 'c'])
    expect(toggled(['a', 'c'], 'a')).toEqual(['c'])
  })
})
