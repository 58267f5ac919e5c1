import { expect, test } from 'vitest'
import { emptyCatalogue, type UseOfWork } from '../catalogue/catalogue.ts'
import { CatalogueBook } from '../catalogue/catalogueBook.ts'
import { blankRecording, blankWork } from '../edits/workEdits.ts'
import { cueUses } from '../sheet/cueUse.ts'
import { buildProgramme } from '../sheet/programme.ts'
import { soundDocument, withRecord } from '../sheet/soundDocument.ts'
import { alternatives, wantedFor } from './alternatives.ts'
import { licencesOfEntry, replaceByEntry } from './replaceByEntry.ts'

const use: UseOfWork = { type: 'library', origin: 'library', vocals: 'instrumental', themeRole: 'none' }

function catalogueOf(
  entries: Readonly<Record<string, { readonly use?: UseOfWork; readonly library?: string }>>,
) {
  const ids = Object.keys(entries)
  return {
    ...emptyCatalogue,
    works: Object.fromEntries(ids.map((id) => [id, { ...blankWork(id as never), title: id }])),
    recordings: Object.fromEntries(
      ids.map((id) => [
        `r-${id}`,
        { ...blankRecording(`r-${id}` as never), work: id as never, library: entries[id]?.library ?? '' },
      ]),
    ),
    uses: Object.fromEntries(
      ids.flatMap((id) => (entries[id]?.use ? [[id, entries[id].use]] : [])),
    ) as Record<string, UseOfWork>,
  }
}

const wanted = {
  seconds: 60,
  vocals: 'instrumental' as const,
  roles: ['tension' as const],
  notTitle: 'undertow',
}

test('what is easy to clear is suggested, best first: by length, by voice, and by what it did for a scene', () => {
  const found = alternatives(
    wanted,
    catalogueOf({
      plain: { use },
      long: { use: { ...use, seconds: 90 } },
      fitting: { use: { ...use, seconds: 90, roles: ['tension'] } },
      short: { use: { ...use, seconds: 5 } },
      sung: { use: { ...use, vocals: 'vocal', seconds: 90 } },
      commercial: { use: { ...use, origin: 'commercial', type: 'needleDrop' } },
      Undertow: { use },
      tagged: { library: 'Tin Library' },
    }),
    10,
  )
  expect(found.map(({ entry }) => entry.name)).toEqual([
    'fitting',
    'long',
    'plain',
    'short',
    'sung',
    'tagged',
  ])
  expect(found[0]?.fits).toEqual([
    'library music',
    'instrumental as well',
    'tension, as here',
    'has run for 1:30',
  ])
})

test('a catalogue learns from productions how long music ran and what it did', () => {
  const book = new CatalogueBook(emptyCatalogue)
  let count = 0
  const document = withRecord(soundDocument(), 'cues', 'c2', { dramaticRoles: ['irony'] })
  book.learn(document, (() => `k${++count}`) as never)
  expect([...book.uses.values()].find(({ type }) => type === 'needleDrop')).toMatchObject({
    seconds: 60,
    roles: ['irony'],
  })
})

test('a use asks for what it has: length, voice and roles', () => {
  const document = withRecord(soundDocument(), 'cues', 'c2', { dramaticRoles: ['irony'] })
  const programme = buildProgramme(document)
  const [, drop] = cueUses(document, programme)
  expect(drop && wantedFor(drop, programme.rate)).toEqual({
    seconds: 60,
    vocals: 'vocal',
    roles: ['irony'],
    notTitle: 'second',
  })
})

test('taking a suggestion replaces the music, with the licences that it takes still to be requested', () => {
  const [found] = alternatives(wanted, catalogueOf({ plain: { use, library: 'Tin Library' } }))
  if (!found) throw new Error('the library track was not suggested')
  let count = 0
  const licences = licencesOfEntry(found.entry)
  const edit = replaceByEntry(
    ['c2' as never],
    found.entry,
    licences,
    { day: '', author: '' },
    (() => `n${++count}`) as never,
  )
  const made = edit.run(soundDocument())
  if (!made.ok) throw new Error(made.problem.message)
  const changed = made.value.cues.c2
  expect(changed).toMatchObject({ type: 'library', origin: 'library', vocals: 'instrumental', title: '' })
  expect(made.value.works[changed?.work ?? '']?.title).toBe('plain')
  const fresh = Object.values(made.value.licences).filter(({ cues }) => cues.includes('c2' as never))
  expect(fresh.map(({ kind, status, licensor }) => [kind, status, licensor])).toEqual([
    ['sync', 'replaced', 'Licensor sync2'],
    ['master', 'replaced', 'Licensor master2'],
    ['library', 'toRequest', 'Tin Library'],
  ])
})
