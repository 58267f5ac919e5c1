import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { done, refused } from './fixtures/run.ts'
import { ada, countingIds, lanternfish, sampleDocument, undertow } from './fixtures/sampleDocument.ts'
import { addParty, updateParty } from './partyEdits.ts'
import { doubleShares, evenShares, setPublishers, setWriters, splitEvenly } from './shareEdits.ts'

describe('setting writers', () => {
  test('takes known holders and makes new ones, a person with a last name of its own', () => {
    const after = done(
      setWriters(
        undertow,
        [
          { party: ada, role: 'C', share: 5000 },
          { party: { name: ' Theo  van Abara ' }, role: 'A', share: 3000 },
          { party: { name: 'Jun' }, role: 'AR', share: 2000 },
        ],
        countingIds(),
      ),
    )
    expect(after.works[undertow]?.writers).toEqual([
      { party: ada, role: 'C', share: 5000 },
      { party: 'n2', role: 'A', share: 3000 },
      { party: 'n3', role: 'AR', share: 2000 },
    ])
    expect(after.parties.n2).toMatchObject({ firstName: 'Theo van', lastName: 'Abara', name: '' })
    expect(after.parties.n3).toMatchObject({ firstName: '', lastName: '', name: 'Jun' })
  })

  test('finds a holder by name without regard to case and spaces, also one made on the line above', () => {
    const entries = ['ADA holm', 'New Name', 'new  name'].map((name) => ({
      party: { name },
      role: 'CA' as const,
      share: 1,
    }))
    const after = done(setWriters(undertow, entries, countingIds()))
    expect(after.works[undertow]?.writers.map(({ party }) => party)).toEqual([ada, 'n2', 'n2'])
    expect(Object.keys(after.parties)).toEqual([ada, lanternfish, 'n2'])
  })

  test('refuses a nameless holder, an unknown one and a share that is no whole basis point', () => {
    const set = (party: never, share = 1) =>
      setWriters(undertow, [{ party, role: 'C', share }], countingIds())
    expect(refused(set({ name: ' ' } as never)).message).toBe('A share needs a holder.')
    expect(refused(set('gone' as never)).message).toContain('holder is no longer')
    expect(refused(set(ada as never, 33.34)).message).toContain('writers.0.share')
    expect(refused(setWriters('gone' as never, [], countingIds())).message).toContain('work is no longer')
  })
})

test('a new publisher is a firm, whose name stays whole', () => {
  const entries = [{ party: { name: 'Tin Coast Songs' }, role: 'E' as const, share: 10_000 }]
  const after = done(setPublishers(undertow, entries, countingIds()))
  expect(after.parties.n1).toMatchObject({ name: 'Tin Coast Songs', lastName: '' })
  expect(after.works[undertow]?.writers).toBe(sampleDocument.works[undertow]?.writers)
})

describe('splitting evenly', () => {
  test('gives the odd basis point to the first names', () => {
    expect(evenShares(3)).toEqual([3334, 3333, 3333])
    expect(evenShares(7)).toEqual([1429, 1429, 1429, 1429, 1428, 1428, 1428])
    expect(evenShares(0)).toEqual([])
  })

  test('always totals 100 % in parts that differ by one at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), (count) => {
        const shares = evenShares(count)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(10_000)
        expect((shares[0] as number) - (shares.at(-1) as number)).toBeLessThanOrEqual(1)
        expect(shares.toSorted((a, b) => b - a)).toEqual(shares)
      }),
    )
  })

  test('leaves roles and the other side alone', () => {
    const three = [3, 2, 1].map((share) => ({ party: ada, role: 'CA' as const, share }))
    const document = done(setWriters(undertow, three, countingIds()))
    const after = done(splitEvenly(undertow, 'writers'), document)
    expect(after.works[undertow]?.writers.map(({ share }) => share)).toEqual([3334, 3333, 3333])
    expect(after.works[undertow]?.publishers).toEqual(document.works[undertow]?.publishers)
    expect(splitEvenly(undertow, 'writers').label).toBe('Split writers evenly')
  })
})

test('shares entered as one hundred together are doubled', () => {
  const half = [{ party: ada, role: 'CA' as const, share: 5000 }]
  const document = done(setWriters(undertow, half, countingIds()))
  const after = done(doubleShares(undertow), document).works[undertow]
  expect(after?.writers[0]?.share).toBe(10_000)
  expect(after?.publishers[0]?.share).toBe(20_000)
})

test('a holder is added and changed wherever it has a share', () => {
  const added = done(addParty({ name: 'Meridian', society: 'PRS' }, countingIds()))
  expect(added.parties.n1).toEqual({
    id: 'n1',
    firstName: '',
    lastName: '',
    name: 'Meridian',
    society: 'PRS',
    ipi: '',
    contact: '',
  })
  const changed = done(updateParty(ada, { ipi: '99999000142' }))
  expect(changed.parties[ada]).toEqual({ ...sampleDocument.parties[ada], ipi: '99999000142' })
  expect(updateParty(ada, { ipi: '' }).label).toBe('Change IPI')
})
