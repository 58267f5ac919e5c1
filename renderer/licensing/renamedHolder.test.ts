import { describe, expect, it } from 'vitest'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { PartyId, WorkId } from '../../shared/model/ids.ts'
import { blankDocument } from '../../shared/model/newProduction.ts'
import type { Party } from '../../shared/model/work.ts'
import { renamedHolder } from './renamedHolder.ts'

const mara = party('mara', { firstName: 'Mara', lastName: 'Lindqist' })
const gull = party('gull', { name: 'Gull Music' })

function party(id: string, fields: Partial<Party>): Party {
  return {
    id: id as PartyId,
    firstName: '',
    lastName: '',
    name: '',
    society: '',
    ipi: '',
    contact: '',
    ...fields,
  }
}

/** A document in which each list of holders has a share in a work of its own. */
function withWorks(...works: readonly (readonly Party[])[]): ProductionDocument {
  return {
    ...blankDocument({ num: 24, den: 1, dropFrame: false }),
    parties: { mara, gull },
    works: Object.fromEntries(
      works.map((holders, index) => [
        `w${index}`,
        {
          id: `w${index}` as WorkId,
          title: '',
          iswc: '',
          writers: holders.map(({ id }) => ({ party: id, role: 'C' as const, share: 5000 })),
          publishers: [],
          publicDomain: false,
          unpublished: false,
          publicDomainProof: '',
          publicDomainTerritory: '',
        },
      ]),
    ),
  }
}

describe('another name typed for a holder', () => {
  it('puts a slip right in the holder who has only this share, with the last name split off', () => {
    expect(renamedHolder(withWorks([mara]), mara, 'Mara Lindqvist')).toEqual({
      firstName: 'Mara',
      lastName: 'Lindqvist',
    })
    expect(renamedHolder(withWorks([mara]), mara, 'Mara')).toEqual({
      firstName: '',
      lastName: '',
      name: 'Mara',
    })
  })

  it('keeps a firm a firm', () => {
    expect(renamedHolder(withWorks([gull]), gull, 'Gull Music Ltd')).toEqual({ name: 'Gull Music Ltd' })
  })

  it('leaves a holder alone who has another share by the old name', () => {
    expect(renamedHolder(withWorks([mara], [mara]), mara, 'Mara Lindqvist')).toBeNull()
  })

  it('is another holder where somebody bears it already', () => {
    expect(renamedHolder(withWorks([mara]), mara, 'gull music')).toBeNull()
  })
})
