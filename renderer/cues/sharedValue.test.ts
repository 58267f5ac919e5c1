import { describe, expect, it } from 'vitest'
import { sharedValue } from './sharedValue.ts'

describe('the value that several records share', () => {
  const read = ({ type }: { readonly type: string }) => type

  it('is that of all when they agree', () => {
    expect(sharedValue([{ type: 'song' }], read)).toBe('song')
    expect(sharedValue([{ type: 'song' }, { type: 'song' }], read)).toBe('song')
    expect(sharedValue([{ type: '' }, { type: '' }], read)).toBe('')
  })

  it('is mixed as soon as one differs, wherever it stands', () => {
    expect(sharedValue([{ type: 'song' }, { type: 'score' }], read)).toBeNull()
    expect(sharedValue([{ type: 'song' }, { type: 'song' }, { type: 'score' }], read)).toBeNull()
  })

  it('is nothing for no records', () => {
    expect(sharedValue([], read)).toBeNull()
  })
})
