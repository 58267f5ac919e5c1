import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sampleDocument } from '../edits/fixtures/sampleDocument.ts'
import { parseProductionFile } from './productionFile.ts'

const header = { id: 'a1B2-c3_d4', lastSequence: 17 }

test('a file of the fourth version, as it was kept, opens whole: with no course of its licences, no estimate and no budget', () => {
  const kept = readFileSync(new URL('fixtures/version-4.needledrop', import.meta.url), 'utf8')
  expect(kept).toContain('"needledrop": 4,')
  const { production, cues, licences } = sampleDocument
  const needs = { neededTerritories: ['World'], neededMedia: ['TV'], targetSocieties: ['PRS'] }
  const terms = { licensedUsage: 'BV', files: ['/papers/l1.pdf'], feeMinor: 250_000, currency: 'EUR' }
  expect(parseProductionFile(kept)).toMatchObject({
    ok: true,
    value: {
      ...header,
      warnings: [],
      document: {
        ...sampleDocument,
        production: { ...production, title: 'Kept', ...needs, neededTerm: '', budgets: [] },
        cues: { ...cues, c2: { ...cues.c2, licensedDuration: 90, circumstances: [], overrulings: [] } },
        licences: { l1: { ...licences.l1, ...terms, history: [], replaces: [], estimateMinor: null } },
      },
    },
  })
})
