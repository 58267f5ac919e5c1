import { expect, test } from 'vitest'
import { ada, sampleDocument, undertow, undertowMaster } from '../edits/fixtures/sampleDocument.ts'
import { blankParty } from '../edits/partyEdits.ts'
import { blankRecording, blankWork } from '../edits/workEdits.ts'
import type { ProductionDocument } from '../model/document.ts'
import { nameKey, titleKey } from '../model/sameMusic.ts'
import { duplicatesIn } from './duplicates.ts'
import { musicUses, useCounts } from './usage.ts'

const party = (id: string, name: string, ipi = '') => ({ ...blankParty(id as never), name, ipi })
const work = (id: string, title: string, iswc: string, writers: readonly string[]) => ({
  ...blankWork(id as never),
  ...{ title, iswc },
  writers: writers.map((writer) => ({ party: writer as never, role: 'CA' as const, share: 10_000 })),
})

const document: ProductionDocument = {
  ...sampleDocument,
  parties: Object.fromEntries(
    [
      ...Object.values(sampleDocument.parties),
      party('p3', 'Holm, Ada'),
      party('p4', 'Lantern-Fish Music Ltd.', '00014107338'),
      party('p5', 'Lanternfish', '014107338'),
      party('p6', 'Someone Else'),
    ].map((one) => [one.id, one]),
  ),
  works: Object.fromEntries(
    [
      ...Object.values(sampleDocument.works),
      work('w2', 'The Undertow (Remix)', '', ['p3']),
      work('w3', 'Undertow', '', ['p6']),
      work('w4', 'Tidal', 'T-034.524.680-1', []),
      work('w5', 'Tide', 'T0345246801', []),
    ].map((one) => [one.id, one]),
  ),
  recordings: {
    ...sampleDocument.recordings,
    m2: { ...blankRecording('m2' as never), work: undertow, artist: 'Tin Coast, The', label: 'Coast' },
    m3: { ...blankRecording('m3' as never), work: undertow, artist: 'THE TIN COAST', label: 'Coast' },
  },
}

test('likely duplicates are offered with the reason, the one that cues use first', () => {
  const counts = useCounts(musicUses(document))
  expect(counts.get(undertow)).toBe(1)
  expect(duplicatesIn(document, counts)).toEqual([
    { table: 'parties', ids: ['p4', 'p5'], reason: 'Same IPI' },
    { table: 'parties', ids: [ada, 'p3'], reason: 'Same name' },
    { table: 'works', ids: ['w4', 'w5'], reason: 'Same ISWC' },
    { table: 'works', ids: [undertow, 'w2'], reason: 'Same title and writer' },
    { table: 'recordings', ids: [undertowMaster, 'm3'], reason: 'Same artist' },
  ])
})

test('titles and names are the same in different writing', () => {
  expect(['The Crossing', 'Crossing, The', 'CROSSING (Main Title)', 'crossing!'].map(titleKey)).toEqual(
    Array(4).fill('crossing'),
  )
  expect(['(Untitled)', '…'].map(titleKey)).toEqual(['untitled', ''])
  expect(['Ada Holm', 'Holm, Ada', 'ÁDA  HOLM'].map(nameKey)).toEqual(Array(3).fill('ada holm'))
  expect(['Tin Coast Ltd', 'Tin Coast, Inc.', 'Tin Coast'].map(nameKey)).toEqual(Array(3).fill('tin coast'))
})
