import { describe, expect, it } from 'vitest'
import type { PartyId } from '../../shared/model/ids.ts'
import { newEntry } from './shareEntries.ts'

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
