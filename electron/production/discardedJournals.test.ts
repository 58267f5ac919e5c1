import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { bringDiscardedBack, discardJournal, listDiscarded, tidyDiscarded } from './discardedJournals.ts'
import { scratchFolder } from './fixtures/scratchFolder.ts'
import { scriptedDocument, scriptedEdits } from './fixtures/scriptedEdits.ts'
import { createProduction, listRecoverable } from './unsavedProductions.ts'

const day = 86_400_000
const now = new Date('2026-11-23T12:00:00Z')

/** A folder with the journal of a production that was never saved, with three changes. */
async function desk() {
  const folder = await scratchFolder()
  const created = await createProduction(scriptedDocument(5, 0), 'tide', folder)
  if (!created.ok || !created.value.journal) throw new Error('no journal')
  const { journal } = created.value
  for (const { entry } of scriptedEdits(5)) {
    await journal.append(entry)
    if (entry.sequence === 3) break
  }
  await journal.close()
  return { folder, file: journal.file }
}

test('discarded work leaves the list of unsaved work, is kept, and comes back whole', async () => {
  const { folder, file } = await desk()
  expect(await listDiscarded(folder)).toEqual([])
  await discardJournal(file, now)
  expect(await listRecoverable(folder)).toEqual([])
  expect(await listDiscarded(folder)).toMatchObject([{ id: 'tide', count: 3, path: null }])
  expect((await bringDiscardedBack(folder, 'tide')).ok).toBe(true)
  expect(await listRecoverable(folder)).toMatchObject([{ id: 'tide', count: 3 }])
  expect(await readdir(folder)).toEqual(['tide.journal'])
  expect((await bringDiscardedBack(folder, 'tide')).ok).toBe(false)
})

test('discarded work takes no other journal’s place when it comes back', async () => {
  const { folder, file } = await desk()
  await discardJournal(file, now)
  const other = await createProduction(scriptedDocument(5, 1), 'tide', folder)
  if (!other.ok) throw new Error('no production')
  await other.value.journal?.close()
  expect(await bringDiscardedBack(folder, 'tide')).toEqual({
    ok: true,
    value: path.join(folder, 'tide-2.journal'),
  })
  expect((await listRecoverable(folder)).map(({ count }) => count).toSorted()).toEqual([0, 3])
})

test('after thirty days it is removed', async () => {
  const { folder, file } = await desk()
  await discardJournal(file, now)
  await tidyDiscarded(folder, new Date(now.getTime() + 29 * day))
  expect((await listDiscarded(folder)).length).toBe(1)
  await tidyDiscarded(folder, new Date(now.getTime() + 31 * day))
  expect(await readdir(folder)).toEqual([])
})
