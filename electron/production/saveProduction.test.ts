import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { sampleDocument } from '../../shared/edits/fixtures/sampleDocument.ts'
import { productionFileText } from '../../shared/files/productionFile.ts'
import type { Result } from '../../shared/result.ts'
import { writeAtomically } from './atomicWrite.ts'
import { scratchFolder } from './fixtures/scratchFolder.ts'
import { scriptedDocument, scriptedEdits } from './fixtures/scriptedEdits.ts'
import type { JournalFile } from './journalFile.ts'
import { openProduction } from './openProduction.ts'
import { readProduction } from './readProduction.ts'
import { saveProduction } from './saveProduction.ts'
import {
  createProduction,
  listRecoverable,
  recoverProduction,
  setJournalAside,
} from './unsavedProductions.ts'

const seed = 23

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.message} ${result.problem.found}`)
  return result.value
}

async function desk() {
  const folder = await scratchFolder()
  const journals = path.join(folder, 'journals')
  const file = path.join(folder, 'tide.needledrop')
  const opened = value(await createProduction(sampleDocument, 'scripted', journals))
  const journal = opened.journal as JournalFile
  onTestFinished(() => journal.close())
  return { folder, journals, file, journal }
}

async function edit(journal: JournalFile, from: number, to: number): Promise<void> {
  for (const { entry } of scriptedEdits(seed)) {
    if (entry.sequence >= from) value(await journal.append(entry))
    if (entry.sequence === to) return
  }
}

const request = (path: string, lastSequence: number, journal: JournalFile | null) => ({
  document: scriptedDocument(seed, lastSequence),
  id: 'scripted',
  lastSequence,
  path,
  journal,
})

describe('a production that was never saved', () => {
  test('is recovered from its journal alone', async () => {
    const { journals, journal } = await desk()
    await edit(journal, 1, 5)
    const [found, ...others] = await listRecoverable(journals)
    expect(others).toEqual([])
    expect(found).toMatchObject({ id: 'scripted', path: null, title: '', count: 5 })
    const recovered = value(await recoverProduction(found?.journal ?? ''))
    onTestFinished(async () => recovered.journal?.close())
    expect(recovered).toMatchObject({
      document: scriptedDocument(seed, 5),
      path: null,
      lastSequence: 5,
      isSaved: false,
      recovered: { count: 5, labels: found?.labels },
    })
    await edit(recovered.journal as JournalFile, 6, 7)
    expect((await listRecoverable(journals))[0]?.count).toBe(7)
  })

  test('is listed until it is saved, set aside or given up', async () => {
    const { file, journals, journal } = await desk()
    const second = value(await createProduction(sampleDocument, 'second', journals))
    const third = value(await createProduction(sampleDocument, 'third', journals))
    expect((await listRecoverable(journals)).map(({ id }) => id).toSorted()).toEqual([
      'scripted',
      'second',
      'third',
    ])
    value(await saveProduction(request(file, 0, journal)))
    await second.journal?.discard()
    await third.journal?.close()
    value(await setJournalAside(path.join(journals, 'third.journal')))
    expect(await listRecoverable(journals)).toEqual([])
    expect((await readdir(journals)).toSorted()).toEqual(['scripted.journal', 'third.journal.aside-1'])
  })

  test('that is not sound is refused', async () => {
    const unsound = { ...sampleDocument, reels: {} }
    expect((await createProduction(unsound, 'x', await scratchFolder())).ok).toBe(false)
  })
})

describe('saving', () => {
  test('writes the whole document and leaves later changes in the journal', async () => {
    const { file, journals, journal } = await desk()
    await edit(journal, 1, 6)
    const saved = value(await saveProduction(request(file, 4, journal)))
    expect(saved).toMatchObject({ path: file, warnings: [] })
    expect(value(await readProduction(file))).toEqual({
      document: scriptedDocument(seed, 4),
      id: 'scripted',
      lastSequence: 4,
      warnings: [],
      relatives: new Map(
        [1, 2, 3].map((reel) => [
          `/films/reel${reel}.mov`,
          path.posix.join('..', path.relative(path.dirname(path.dirname(file)), `/films/reel${reel}.mov`)),
        ]),
      ),
    })
    expect(journal.head).toMatchObject({ path: file, sequence: 4, base: null })
    expect(await listRecoverable(journals)).toMatchObject([{ path: file, count: 2 }])
    value(await saveProduction(request(file, 6, journal)))
    expect(await listRecoverable(journals)).toEqual([])
  })

  test('under another name moves the journal there', async () => {
    const { folder, file, journals, journal } = await desk()
    value(await saveProduction(request(file, 0, journal)))
    await edit(journal, 1, 3)
    const other = path.join(folder, 'other.needledrop')
    value(await saveProduction(request(other, 3, journal)))
    await edit(journal, 4, 5)
    expect(await listRecoverable(journals)).toMatchObject([{ path: other, count: 2 }])
    expect(value(await readProduction(file)).lastSequence).toBe(0)
  })

  test('through a link writes the file it leads to', async () => {
    const { folder, file, journal } = await desk()
    await symlink('tide.needledrop', path.join(folder, 'link'))
    expect(value(await saveProduction(request(path.join(folder, 'link'), 0, journal))).path).toBe(file)
    expect(journal.head.path).toBe(file)
  })

  test('refuses a document that is not sound, and touches neither file nor journal', async () => {
    const { file, journal } = await desk()
    await writeFile(file, 'old')
    const before = await readFile(journal.file, 'latin1')
    const unsound = { ...request(file, 0, journal), document: { ...sampleDocument, reels: {} } }
    expect(await saveProduction(unsound)).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('reel') },
    })
    expect([await readFile(file, 'utf8'), await readFile(journal.file, 'latin1')]).toEqual(['old', before])
  })

  test('that fails leaves the changes in the journal, also of a production without a file', async () => {
    const { folder, journals, journal } = await desk()
    await edit(journal, 1, 3)
    const nowhere = path.join(folder, 'none', 'x.needledrop')
    const unsavedHead = journal.head
    expect(await saveProduction(request(nowhere, 3, journal))).toMatchObject({
      ok: false,
      problem: { found: 'a folder that does not exist' },
    })
    expect(journal.head).toEqual({ ...unsavedHead, path: nowhere })
    await edit(journal, 4, 4)
    const [found] = await listRecoverable(journals)
    expect(found).toMatchObject({ path: null, count: 4 })
    const recovered = value(await recoverProduction(found?.journal ?? ''))
    onTestFinished(async () => recovered.journal?.close())
    expect(recovered.document).toEqual(scriptedDocument(seed, 4))
  })

  test('works without a journal', async () => {
    const { file } = await desk()
    expect(value(await saveProduction(request(file, 2, null))).warnings).toEqual([])
  })
})

/** What a machine that stops after each step of a save would leave on the disk, one folder for each. */
async function statesOf(saved: Awaited<ReturnType<typeof desk>>, steps: readonly (() => Promise<unknown>)[]) {
  const states: string[] = []
  for (const step of [async () => undefined, ...steps]) {
    await step()
    const state = await scratchFolder()
    await cp(saved.folder, state, { recursive: true })
    states.push(state)
  }
  return states
}

/** Puts such a state back to where it was, and opens what a user would open then. */
async function openedFrom(state: string, { folder, file, journals }: Awaited<ReturnType<typeof desk>>) {
  await rm(folder, { recursive: true })
  await cp(state, folder, { recursive: true })
  const [unsaved] = await listRecoverable(journals)
  const isNew = unsaved?.path === null
  const opened = value(
    isNew ? await recoverProduction(unsaved.journal) : await openProduction(file, journals),
  )
  await opened.journal?.close()
  const { document, lastSequence, warnings } = opened
  expect(document).toEqual(scriptedDocument(seed, lastSequence))
  return { isNew, listed: unsaved?.count ?? 0, lastSequence, warnings }
}

describe('a machine that stops between two steps of a save loses nothing', () => {
  const savedAt4 = productionFileText(scriptedDocument(seed, 4), { id: 'scripted', lastSequence: 4 })

  test('when it is saved for the first time', async () => {
    const opened = await desk()
    const { file, journal } = opened
    await edit(journal, 1, 6)
    const states = await statesOf(opened, [
      () => journal.rewrite({ path: file, sequence: 0, base: sampleDocument }),
      () => writeAtomically(file, savedAt4),
      () => journal.rewrite({ path: file, sequence: 4, base: null }),
    ])
    const outcomes = []
    for (const state of states) outcomes.push(await openedFrom(state, opened))
    expect(outcomes).toEqual([
      { isNew: true, listed: 6, lastSequence: 6, warnings: [] },
      { isNew: true, listed: 6, lastSequence: 6, warnings: [] },
      { isNew: false, listed: 2, lastSequence: 6, warnings: [] },
      { isNew: false, listed: 2, lastSequence: 6, warnings: [] },
    ])
  })

  test('when it is saved again, or under another name', async () => {
    const opened = await desk()
    const { folder, file, journal } = opened
    value(await saveProduction(request(file, 0, journal)))
    await edit(journal, 1, 6)
    const again = await statesOf(opened, [
      () => writeAtomically(file, savedAt4),
      () => journal.rewrite({ path: file, sequence: 4, base: null }),
    ])
    const other = path.join(folder, 'other.needledrop')
    const elsewhere = await statesOf(opened, [
      () => writeAtomically(other, savedAt4),
      () => journal.rewrite({ path: other, sequence: 4, base: null }),
    ])
    const safe = { isNew: false, lastSequence: 6, warnings: [] }
    const outcomes = []
    for (const state of [...again, ...elsewhere.slice(0, 2)]) outcomes.push(await openedFrom(state, opened))
    expect(outcomes).toEqual([6, 2, 2, 2, 2].map((listed) => ({ ...safe, listed })))
    expect(await openedFrom(elsewhere[2] ?? '', { ...opened, file: other })).toEqual({ ...safe, listed: 2 })
  })
})

test('the journal folder is made when it is first needed', async () => {
  const journals = path.join(await scratchFolder(), 'a', 'b')
  const opened = value(await createProduction(sampleDocument, 'x', journals))
  expect(await readdir(journals)).toEqual(['x.journal'])
  await opened.journal?.discard()
  await mkdir(journals, { recursive: true })
  expect(await listRecoverable(path.join(journals, 'none'))).toEqual([])
})
