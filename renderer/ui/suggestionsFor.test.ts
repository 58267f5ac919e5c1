import { describe, expect, it } from 'vitest'
import { suggestionsFor } from './suggestionsFor.ts'

const works = ['Undertow', 'The Undertow (Reprise)', 'Über allen Gipfeln', 'Ledger'].map((name) => ({
  id: name,
  name,
}))

function offered(text: string): readonly string[] {
  return suggestionsFor(text, works).map(({ name }) => name)
}

describe('suggestions', () => {
  it('hold what is typed, those that begin with it first', () => {
    expect(offered('under')).toEqual(['Undertow', 'The Undertow (Reprise)'])
    expect(offered('reprise')).toEqual(['The Undertow (Reprise)'])
    expect(offered('xyz')).toEqual([])
  })

  it('look past case and accents', () => {
    expect(offered('UBER')).toEqual(['Über allen Gipfeln'])
    expect(offered('über')).toEqual(['Über allen Gipfeln'])
  })

  it('are all there for nothing typed, but never more than a list can show', () => {
    expect(offered('')).toHaveLength(4)
    const many = Array.from({ length: 500 }, (_, index) => ({ id: String(index), name: `Cue ${index}` }))
    expect(suggestionsFor('', many)).toHaveLength(12)
  })
})
