import { describe, expect, test } from 'vitest'
import { done } from '../edits/fixtures/run.ts'
import {
  ada,
  countingIds,
  drop,
  lanternfish,
  largeDocument,
  sampleDocument,
  score,
  undertow,
  undertowMaster,
} from '../edits/fixtures/sampleDocument.ts'
import { updateParty } from '../edits/partyEdits.ts'
import { blankWork, updateRecording, updateWork } from '../edits/workEdits.ts'
import type { ProductionDocument } from '../model/document.ts'
import { type CatalogueEntry, emptyCatalogue } from './catalogue.ts'
import { CatalogueBook } from './catalogueBook.ts'
import { CatalogueSearch } from './catalogueSearch.ts'
import { catalogueText, isOfLaterVersion, readCatalogue } from './catalogueText.ts'
import { entryConflicts, takeCatalogueWord, takeEntry } from './takeEntry.ts'

const blank: ProductionDocument = { ...sampleDocument, works: {}, recordings: {}, parties: {}, licences: {} }
const bare: ProductionDocument = {
  ...blank,
  cues: Object.fromEntries(
    Object.entries(blank.cues).map(([id, cue]) => [id, { ...cue, work: null, recording: null }]),
  ),
}

function taught(...documents: readonly ProductionDocument[]) {
  const book = new CatalogueBook(emptyCatalogue)
  const makeId = countingIds('k')
  const learned = documents.map((document) => book.learn(document, makeId))
  return { book, learned, search: new CatalogueSearch(book) }
}

const first = (search: CatalogueSearch, text: string, place: 'title' | 'artist' | 'holder' = 'title') =>
  search.find(place, text, 12)[0] as CatalogueEntry

describe('a catalogue', () => {
  test('learns works, recordings and holders once, however often a production is saved', () => {
    const { book, learned } = taught(sampleDocument, sampleDocument)
    expect(learned).toEqual([
      { added: 4, changed: 0 },
      { added: 0, changed: 0 },
    ])
    expect(book.counts).toEqual({ works: 1, recordings: 1, parties: 2, contacts: 0 })
  })

  test('takes the later word where it says something, and keeps what it leaves out', () => {
    const later = done(updateParty(ada, { ipi: '00014107338' }), done(updateWork(undertow, { iswc: '' })))
    const { book } = taught(
      done(updateWork(undertow, { iswc: 'T-034.524.680-1' })),
      done(updateParty(ada, { society: 'PRS' }), later),
    )
    expect(book.counts).toMatchObject({ works: 1, parties: 2 })
    expect([...book.works.list][0]?.iswc).toBe('T-034.524.680-1')
    expect([...book.parties.list].find(({ lastName }) => lastName === 'Holm')).toMatchObject({
      society: 'PRS',
      ipi: '00014107338',
    })
  })

  test('holds namesakes with different IPIs apart', () => {
    const one = done(updateParty(ada, { ipi: '00014107338' }))
    const other = done(updateParty(ada, { ipi: '00052210040' }))
    const { book } = taught(one, other)
    expect([...book.parties.list].filter(({ lastName }) => lastName === 'Holm')).toHaveLength(2)
  })

  test('holds two works of one production apart, however alike, and versions of a title too', () => {
    const twins: ProductionDocument = {
      ...sampleDocument,
      works: {
        ...sampleDocument.works,
        w2: { ...blankWork('w2' as never), title: 'Undertow' },
        w3: { ...blankWork('w3' as never), title: 'Undertow (Remix)' },
      },
    }
    const { book, learned } = taught(twins, twins)
    expect(book.counts.works).toBe(3)
    expect(learned[1]).toEqual({ added: 0, changed: 0 })
  })

  test('finds by title, artist, writer and holder, those that begin with the text first', () => {
    const { search } = taught(sampleDocument)
    expect(first(search, 'under')).toMatchObject({ name: 'Undertow', note: 'The Tin Coast · Ada Holm' })
    expect(first(search, 'holm')).toMatchObject({ name: 'Undertow' })
    expect(first(search, 'tin', 'artist')).toMatchObject({ name: 'The Tin Coast', table: 'recordings' })
    expect(first(search, 'LANT', 'holder')).toMatchObject({ name: 'Lanternfish Music' })
    expect(search.find('title', 'nothing like it', 12)).toEqual([])
  })

  test('forgets an entry with what cannot be without it', () => {
    const { book, search } = taught(sampleDocument)
    book.remove('parties', [...book.parties.list].find(({ name }) => name === 'Lanternfish Music')?.id ?? '')
    expect([...book.works.list][0]?.publishers).toEqual([])
    book.remove('works', [...book.works.list][0]?.id ?? '')
    search.changed()
    expect(book.counts).toEqual({ works: 0, recordings: 0, parties: 1, contacts: 0 })
  })
})

describe('taking an entry', () => {
  test('brings work, recording, holders and shares in one edit, and what is likely of the use', () => {
    const { search } = taught(sampleDocument)
    const after = done(takeEntry([score], first(search, 'under'), countingIds()), {
      ...bare,
      cues: { ...bare.cues, [score]: { ...bare.cues[score], type: 'other' } as never },
    })
    const work = after.works[after.cues[score]?.work ?? '']
    expect(work).toMatchObject({ title: 'Undertow' })
    expect(work?.writers).toEqual([{ party: expect.any(String), role: 'CA', share: 10_000 }])
    expect(after.parties[work?.writers[0]?.party ?? '']).toMatchObject({ lastName: 'Holm', society: 'BMI' })
    expect(after.recordings[after.cues[score]?.recording ?? '']).toMatchObject({ artist: 'The Tin Coast' })
    expect(after.cues[score]).toMatchObject({ type: 'needleDrop', diegesis: 'unknown' })
  })

  test('uses what the production has already, also under other ids', () => {
    const { search } = taught(sampleDocument)
    const after = done(takeEntry([score], first(search, 'under'), countingIds()))
    expect(after.cues[score]).toMatchObject({ work: undertow, recording: undertowMaster })
    expect(after.works).toBe(sampleDocument.works)
    expect(after.parties).toBe(sampleDocument.parties)
  })

  test('fills in blanks, leaves what the production says, and tells where the two differ', () => {
    const known = done(
      updateWork(undertow, { iswc: 'T-034.524.680-1' }),
      done(updateParty(ada, { society: 'PRS', ipi: '00014107338' })),
    )
    const { search } = taught(done(updateRecording(undertowMaster, { label: 'Tin Coast Records' }), known))
    const entry = first(search, 'under')
    const conflicts = entryConflicts(sampleDocument, entry)
    expect(conflicts).toEqual([
      { table: 'parties', id: ada, field: 'society', here: 'BMI', catalogue: 'PRS' },
    ])
    const after = done(takeEntry([drop], entry, countingIds()))
    expect(after.parties[ada]).toMatchObject({ society: 'BMI', ipi: '00014107338' })
    expect(after.works[undertow]?.iswc).toBe('T-034.524.680-1')
    expect(after.recordings[undertowMaster]?.label).toBe('Tin Coast Records')
    expect(done(takeCatalogueWord(conflicts), after).parties[ada]?.society).toBe('PRS')
  })

  test('gives the same document every time it is run', () => {
    const { search } = taught(sampleDocument)
    const edit = takeEntry([score], first(search, 'under'), countingIds())
    expect(edit.run(bare)).toEqual(edit.run(bare))
  })

  test('of a holder brings that alone', () => {
    const { search } = taught(sampleDocument)
    const after = done(takeEntry([], first(search, 'lantern', 'holder'), countingIds()), bare)
    expect(Object.values(after.parties).map(({ name }) => name)).toEqual(['Lanternfish Music'])
    expect(done(takeEntry([], first(search, 'lantern', 'holder'), countingIds())).parties[lanternfish]).toBe(
      sampleDocument.parties[lanternfish],
    )
  })
})

describe('a catalogue’s file', () => {
  const catalogue = taught(sampleDocument).book.content

  test('reads as it was written', () => {
    expect(readCatalogue(catalogueText(catalogue))).toEqual({ ok: true, value: catalogue })
    expect(readCatalogue(catalogueText(emptyCatalogue))).toEqual({ ok: true, value: emptyCatalogue })
  })

  test('is refused when a byte of it differs, and when it is of a later version', () => {
    const text = catalogueText(catalogue)
    const damaged = readCatalogue(text.replace('Undertow', 'Undertaw'))
    expect(damaged).toMatchObject({ ok: false, problem: { found: 'one that was altered or cut short' } })
    for (const part of ['', '{}', text.slice(0, -9), 'null\n'])
      expect(readCatalogue(part).ok, part.slice(0, 20)).toBe(false)
    const later = readCatalogue(text.replace('{"needledropCatalogue":1', '{"needledropCatalogue":2'))
    expect(!later.ok && isOfLaterVersion(later.problem)).toBe(true)
    expect(!damaged.ok && isOfLaterVersion(damaged.problem)).toBe(false)
  })
})

test('among many works every one is found', () => {
  const { parties, works, recordings } = largeDocument(2000)
  const search = new CatalogueSearch(new CatalogueBook({ ...emptyCatalogue, works, recordings, parties }))
  // The work of that name comes first, before those that Ada Holm 1999 wrote.
  const numbers = [1999, 1995, 1996, 1997, 1998]
  expect(search.find('title', 'number 1999', 12).map(({ name }) => name)).toEqual(
    numbers.map((number) => `Work number ${number}`),
  )
  expect(search.find('title', 'work', 12)).toHaveLength(12)
  expect(search.lines('works', '', 1990, 200)).toMatchObject({ total: 2000, found: { length: 10 } })
})
