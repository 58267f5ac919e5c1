import { describe, expect, it } from 'vitest'
import type { PartyId } from '../../shared/model/ids.ts'
import { newEntry, withLine } from './shareEntries.ts'

describe('a new line of shares', () => {
  const mara = { party: 'mara' as PartyId, role: 'C', share: 7500 } as const

  it('takes what the others have left', () => {
    expect(newEntry('writers', 'Theo', [])).toEqual({ party: { name: 'Theo' }, role: 'CA', share: 10_000 })
    expect(newEntry('writers', 'Theo', [mara]).share).toBe(2500)
  })

  it('never takes less than nothing', () => {
    expect(newEntry('publishers', 'Gull', [mara, mara])).toEqual({
      party: { name: 'Gull' },
      role: 'E',
      share: 0,
    })
  })
})

describe('a typed line of shares', () => {
  const party = (name: string) => ({ name })
  const shares = (entries: readonly { readonly share: number }[]) => entries.map(({ share }) => share)

  it('splits evenly as long as all have the same and none was typed', () => {
    let entries = withLine('writers', party('A'), 'A', [])
    expect(shares(entries)).toEqual([10_000])
    entries = withLine('writers', party('B'), 'B', entries)
    expect(shares(entries)).toEqual([5000, 5000])
    entries = withLine('writers', party('C'), 'C', entries)
    expect(shares(entries)).toEqual([3334, 3333, 3333])
  })

  it('takes share and role as they are typed, and else what is left', () => {
    const one = withLine('writers', party('A'), 'A, 60, composer', [])
    expect(one).toEqual([{ party: { name: 'A' }, role: 'C', share: 6000 }])
    expect(shares(withLine('writers', party('B'), 'B', one))).toEqual([6000, 4000])
    expect(shares(withLine('writers', party('B'), 'B, 50', one))).toEqual([6000, 5000])
  })
})
