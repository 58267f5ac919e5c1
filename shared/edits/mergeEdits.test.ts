import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brokenReferences, documentSchema, type ProductionDocument, recordsOf } from '../model/document.ts'
import type { PartyId, RecordingId, WorkId } from '../model/ids.ts'
import { apply, compare, invert } from './change.ts'
import { done, refused } from './fixtures/run.ts'
import {
  ada,
  drop,
  lanternfish,
  largeDocument,
  sampleDocument,
  undertow,
  undertowMaster,
} from './fixtures/sampleDocument.ts'
import {
  bothSides,
  type MergedTable,
  mergeParties,
  mergeRecordings,
  mergeWorks,
  workConflicts,
} from './mergeEdits.ts'
import { blankParty } from './partyEdits.ts'
import { blankRecording, blankWork } from './workEdits.ts'

const twin = 'w2' as WorkId
const twinMaster = 'm2' as RecordingId
const rivers = 'p3' as PartyId

const doubled: ProductionDocument = {
  ...sampleDocument,
  cues: {
    ...sampleDocument.cues,
    c1: { ...sampleDocument.cues.c1, work: twin, recording: twinMaster } as never,
  },
  works: {
    ...sampleDocument.works,
    [twin]: { ...blankWork(twin), title: 'Undertow', iswc: 'T-034.524.680-1' },
  },
  recordings: {
    ...sampleDocument.recordings,
    [twinMaster]: { ...blankRecording(twinMaster), work: twin, label: 'Tin Coast Records' },
  },
  parties: {
    ...sampleDocument.parties,
    [rivers]: { ...blankParty(rivers), name: 'A. Holm', society: 'BMI' },
  },
}

describe('merging works', () => {
  test('keeps holders and identifiers of both, and takes cues and recordings over', () => {
    const after = done(mergeWorks(undertow, [twin]), doubled)
    expect(Object.keys(after.works)).toEqual([undertow])
    expect(after.works[undertow]).toMatchObject({ iswc: 'T-034.524.680-1' })
    expect(after.works[undertow]?.writers).toEqual(doubled.works[undertow]?.writers)
    expect(after.cues.c1).toMatchObject({ work: undertow, recording: twinMaster })
    expect(after.recordings[twinMaster]?.work).toBe(undertow)
    expect(after.licences).toBe(doubled.licences)
  })

  test('asks where both say something, and never drops one unasked', () => {
    const other = {
      ...doubled,
      works: {
        ...doubled.works,
        [twin]: {
          ...(doubled.works[twin] as object),
          writers: [{ party: rivers, role: 'C', share: 10_000 }],
        },
      },
    } as ProductionDocument
    expect(workConflicts([other.works[undertow], other.works[twin]] as never)).toEqual([{ field: 'writers' }])
    expect(refused(mergeWorks(undertow, [twin]), other).message).toContain('writers')
    const both = bothSides([other.works[undertow]?.writers ?? [], other.works[twin]?.writers ?? []])
    const after = done(mergeWorks(undertow, [twin], { writers: both }), other)
    expect(after.works[undertow]?.writers.map(({ party }) => party)).toEqual([ada, rivers])
  })

  test('with itself, or with one that is gone, changes nothing', () => {
    expect(done(mergeWorks(undertow, [undertow]), doubled)).toBe(doubled)
    expect(refused(mergeWorks(undertow, ['gone' as WorkId]), doubled).message).toContain('no longer')
  })
})

describe('merging recordings', () => {
  test('fills in, and takes cues over', () => {
    const merged = done(mergeWorks(undertow, [twin]), doubled)
    const after = done(mergeRecordings(undertowMaster, [twinMaster]), merged)
    expect(after.recordings[undertowMaster]).toMatchObject({
      artist: 'The Tin Coast',
      label: 'Tin Coast Records',
    })
    expect([after.cues.c1?.recording, after.cues[drop]?.recording]).toEqual([undertowMaster, undertowMaster])
  })

  test('of different works is refused', () => {
    expect(refused(mergeRecordings(undertowMaster, [twinMaster]), doubled).message).toContain(
      'different works',
    )
  })
})

describe('merging holders', () => {
  test('adds up two lines of one role, and keeps lines of different roles', () => {
    const shared = {
      ...doubled,
      works: {
        ...doubled.works,
        [undertow]: {
          ...(doubled.works[undertow] as object),
          writers: [
            { party: ada, role: 'CA', share: 5000 },
            { party: rivers, role: 'CA', share: 2500 },
            { party: rivers, role: 'AR', share: 2500 },
          ],
        },
      },
    } as ProductionDocument
    const after = done(mergeParties(ada, [rivers]), shared)
    expect(after.works[undertow]?.writers).toEqual([
      { party: ada, role: 'CA', share: 7500 },
      { party: ada, role: 'AR', share: 2500 },
    ])
    expect(after.parties[ada]).toMatchObject({ firstName: 'Ada', lastName: 'Holm', name: '', society: 'BMI' })
    expect(after.parties[rivers]).toBeUndefined()
  })

  test('asks whose society holds', () => {
    const other = done(mergeParties(lanternfish, [rivers], {}), doubled)
    expect(other.parties[lanternfish]).toMatchObject({ name: 'Lanternfish Music', society: 'BMI' })
    const clash = {
      ...doubled,
      parties: { ...doubled.parties, [rivers]: { ...doubled.parties[rivers], society: 'PRS' } },
    } as ProductionDocument
    expect(refused(mergeParties(ada, [rivers]), clash).message).toContain('society')
    expect(done(mergeParties(ada, [rivers], { society: 'PRS' }), clash).parties[ada]?.society).toBe('PRS')
  })
})

/** Everything that the sheet owes to somebody, and every identifier. */
function kept(document: ProductionDocument) {
  const works = recordsOf(document, 'works')
  return {
    lines: works.flatMap(({ writers, publishers }) => [...writers, ...publishers]).length,
    licences: document.licences,
    cuesWithMusic: recordsOf(document, 'cues').filter(({ work, recording }) => work && recording).length,
    identifiers: new Set([
      ...works.flatMap(({ iswc }) => iswc || []),
      ...recordsOf(document, 'recordings').flatMap(({ isrc }) => isrc || []),
      ...recordsOf(document, 'parties').flatMap(({ ipi }) => ipi || []),
    ]),
  }
}

test('any merge leaves a sound document, loses no identifier, cue or total, and undoes exactly', () => {
  const base = largeDocument(8)
  const document: ProductionDocument = {
    ...base,
    works: Object.fromEntries(
      recordsOf(base, 'works').map((work, index) => [
        work.id,
        { ...work, iswc: index % 3 === 0 ? `T-${index}` : '' },
      ]),
    ),
    parties: Object.fromEntries(
      recordsOf(base, 'parties').map((party, index) => [
        party.id,
        { ...party, ipi: index % 4 === 0 ? `${index}` : '' },
      ]),
    ),
  }
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: 2, maxLength: 4 })
  const table = fc.constantFrom<MergedTable>('works', 'recordings', 'parties')
  fc.assert(
    fc.property(fc.array(fc.tuple(table, numbers), { minLength: 1, maxLength: 6 }), (merges) => {
      let current = document
      for (const [of, [keep = 1, ...others]] of merges) {
        const edit =
          of === 'works'
            ? mergeWorks(
                `w${keep}` as WorkId,
                others.map((number) => `w${number}` as WorkId),
              )
            : of === 'recordings'
              ? mergeRecordings(
                  `m${keep}` as RecordingId,
                  others.map((number) => `m${number}` as RecordingId),
                )
              : mergeParties(
                  `p${keep}` as PartyId,
                  others.map((number) => `p${number}` as PartyId),
                )
        const result = edit.run(current)
        if (!result.ok) continue
        const after = result.value
        documentSchema.parse(after)
        expect(brokenReferences(after)).toEqual([])
        expect(kept(after).identifiers).toEqual(kept(current).identifiers)
        expect(kept(after).cuesWithMusic).toBe(kept(current).cuesWithMusic)
        expect(after.licences).toBe(current.licences)
        for (const work of recordsOf(after, 'works')) {
          const total = (shares: readonly { share: number }[]) =>
            shares.reduce((sum, { share }) => sum + share, 0)
          expect([total(work.writers), total(work.publishers)]).toEqual([10_000, 10_000])
        }
        expect(apply(after, invert(compare(current, after)))).toEqual(current)
        expect(edit.run(current)).toEqual(result)
        current = after
      }
    }),
    { numRuns: 300 },
  )
})
