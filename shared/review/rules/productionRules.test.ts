import { describe, expect, test } from 'vitest'
import type { Production } from '../../model/production.ts'
import { soundDocument, withProduction } from '../../sheet/soundDocument.ts'
import { reviewDocument } from '../review.ts'

function found(rule: string, patch: Partial<Production>) {
  return reviewDocument(withProduction(soundDocument(), patch)).filter((finding) => finding.rule === rule)
}

describe('the production’s header', () => {
  test('CS-090 asks for a title', () => {
    expect(found('CS-090', { title: ' ' })).toMatchObject([{ severity: 'error' }])
    expect(found('CS-090', {})).toEqual([])
  })

  test('CS-091 asks for a production company', () => {
    expect(found('CS-091', { productionCompany: '' })).toMatchObject([{ severity: 'error' }])
    expect(found('CS-091', {})).toEqual([])
  })

  test('CS-092 asks for air date and network, each by itself, of anything but a movie', () => {
    expect(found('CS-092', { category: 'Series' }).map(({ field }) => field)).toEqual(['airDate', 'network'])
    expect(found('CS-092', { category: 'Series', airDate: '2026-05-03', network: 'BBC' })).toEqual([])
    expect(found('CS-092', { category: 'Movie' })).toEqual([])
  })

  test('CS-094 checks EIDR and ISAN', () => {
    expect(found('CS-094', { eidr: '10.5240/0000-0000-0000-ABCD-0001-X' })).toMatchObject([
      { severity: 'warning' },
    ])
    expect(found('CS-094', { isan: '0000-0000-3A8D-0000-Y' })).toHaveLength(1)
    expect(found('CS-094', { eidr: '10.5240/0000-0000-0000-ABCD-0001-W', isan: '' })).toEqual([])
  })
})
