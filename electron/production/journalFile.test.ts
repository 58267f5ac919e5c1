import { appendFile, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { sampleDocument } from '../../shared/edits/fixtures/sampleDocument.ts'
import {
  type JournalEntry,
  type JournalHead,
  journalEntryText,
  readJournal,
} from '../../shared/files/journal.ts'
import { scratchFolder } from './fixtures/scratchFolder.ts'
import { scriptedEdits } from './fixtures/scriptedEdits.ts'
import { JournalFile } from './journalFile.ts'

const head: JournalHead = { id: 'scripted', version: 1, path: '/p', sequence: 0, base: null }

const entries: JournalEntry[] = []
for (const { entry } of scriptedEdits(3)) if (entries.push(entry) === 30) break
const [first, second, third] = entries as [JournalEntry, JournalEntry, JournalEntry]

async function started(change: Partial<JournalHead> = {}) {
  const file = path.join(await scratchFolder(), 'scripted.journal')
  const journal = await JournalFile.start(file, { ...head, ...change })
  onTestFinished(() => journal.close())
  return { file, journal }
}

async function stored(file: string) {
  const journal = readJournal(await readFile(file, 'latin1'))
  if (!journal.ok) throw new Error(journal.problem.found)
  return journal.value
}

/** The prototype of all file handles, to make the disk fail or to watch the order of calls. */
async function handlePrototype(file: string) {
  const handle = await open(file)
  onTestFinished(() => handle.close())
  return Object.getPrototypeOf(handle) as typeof handle
}

describe('an append', () => {
  test('keeps the order of the calls, however fast they come', async () => {
    const { file, journal } = await started()
    const results = await Promise.all(entries.map((entry) => journal.append(entry)))
    expect(results.every((result) => result.ok)).toBe(true)
    expect((await stored(file)).entries).toEqual(entries)
    expect(journal.lastSequence).toBe(30)
  })

  test('is flushed before it is acknowledged', async () => {
    const { file, journal } = await started()
    const prototype = await handlePrototype(file)
    const write = vi.spyOn(prototype, 'appendFile')
    const flush = vi.spyOn(prototype, 'datasync')
    onTestFinished(() => {
      vi.restoreAllMocks()
    })
    let flushed = false
    flush.mockImplementationOnce(async function (this: typeof prototype) {
      await this.sync()
      flushed = true
    })
    await journal.append(first)
    expect(flushed).toBe(true)
    expect(flush.mock.invocationCallOrder[0]).toBeGreaterThan(write.mock.invocationCallOrder[0] ?? Number.NaN)
  })

  test('that was made already is acknowledged again without a second line', async () => {
    const { file, journal } = await started({ sequence: 1 })
    for (const entry of [first, second, second]) expect((await journal.append(entry)).ok).toBe(true)
    expect((await stored(file)).entries).toEqual([second])
  })

  test('out of sequence is refused', async () => {
    const { journal } = await started()
    expect(await journal.append(third)).toMatchObject({ ok: false, problem: { found: 'change 3' } })
  })

  test.each(['appendFile', 'datasync'] as const)(
    'whose %s fails is taken back, and can be repeated',
    async (call) => {
      const { file, journal } = await started()
      await journal.append(first)
      const prototype = await handlePrototype(file)
      const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
      const spy = vi.spyOn(prototype, call).mockImplementationOnce(async function (this: typeof prototype) {
        if (call === 'appendFile') await this.write(journalEntryText('scripted', second).slice(0, 30))
        throw full
      })
      onTestFinished(() => spy.mockRestore())
      expect(await journal.append(second)).toMatchObject({ ok: false, problem: { found: 'a full disk' } })
      expect(journal.lastSequence).toBe(1)
      for (const entry of [second, third]) expect((await journal.append(entry)).ok).toBe(true)
      expect((await stored(file)).entries).toEqual([first, second, third])
    },
  )

  test('whose taking back fails as well goes on by itself once the disk does its work again', async () => {
    const { file, journal } = await started()
    await journal.append(first)
    const prototype = await handlePrototype(file)
    const broken = Object.assign(new Error('EIO'), { code: 'EIO' })
    const spies = (['datasync', 'truncate'] as const).map((call) =>
      vi.spyOn(prototype, call).mockRejectedValue(broken),
    )
    onTestFinished(() => {
      for (const spy of spies) spy.mockRestore()
    })
    for (let attempt = 0; attempt < 3; attempt++) expect((await journal.append(second)).ok).toBe(false)
    expect(journal.lastSequence).toBe(1)
    for (const spy of spies) spy.mockRestore()
    for (const entry of [second, third]) expect((await journal.append(entry)).ok).toBe(true)
    expect((await stored(file)).entries).toEqual([first, second, third])
  })

  test('is refused when another program has written to the journal, and that line is left alone', async () => {
    const { file, journal } = await started()
    await appendFile(file, 'foreign\n')
    const refused = await journal.append(first)
    expect(refused).toMatchObject({
      ok: false,
      problem: { found: 'a journal that another program writes to' },
    })
    expect(await readFile(file, 'utf8')).toContain('foreign')
  })

  test.skipIf(process.platform === 'win32')(
    'is refused when the journal was removed, until a new one is started',
    async () => {
      const { file, journal } = await started()
      await rm(file)
      expect(await journal.append(first)).toMatchObject({
        ok: false,
        problem: { found: 'a journal that was removed' },
      })
      expect((await journal.rewrite({ path: '/p', sequence: 1, base: null })).ok).toBe(true)
      expect((await journal.append(second)).ok).toBe(true)
      expect((await stored(file)).entries).toEqual([second])
    },
  )
})

describe('a journal that is started anew on the whole document', () => {
  test('takes changes again after its folder was removed', async () => {
    const { file, journal } = await started()
    await journal.append(first)
    await rm(path.dirname(file), { recursive: true })
    expect((await journal.append(second)).ok).toBe(false)
    expect(journal.isLost).toBe(true)
    expect((await journal.restart({ path: '/p', sequence: 2, base: sampleDocument })).ok).toBe(true)
    expect(journal.isLost).toBe(false)
    expect((await journal.append(third)).ok).toBe(true)
    expect(await stored(file)).toMatchObject({
      head: { sequence: 2, base: sampleDocument },
      entries: [third],
    })
  })
})

describe('going on with a journal', () => {
  test('cuts off what was damaged before the next line', async () => {
    const { file, journal } = await started()
    await journal.append(first)
    await journal.close()
    await appendFile(file, journalEntryText('scripted', second).slice(0, -5))
    const resumed = await JournalFile.goOn(file, await stored(file))
    onTestFinished(() => resumed.close())
    expect(resumed.lastSequence).toBe(1)
    for (const entry of [second, third]) expect((await resumed.append(entry)).ok).toBe(true)
    expect((await stored(file)).entries).toEqual([first, second, third])
  })
})

describe('a journal started anew', () => {
  test('keeps the changes that came after the save', async () => {
    const { file, journal } = await started({ path: null, base: sampleDocument })
    for (const entry of [first, second]) await journal.append(entry)
    const rewritten = journal.rewrite({ path: '/saved', sequence: 1, base: null })
    const later = journal.append(third)
    expect([(await rewritten).ok, (await later).ok]).toEqual([true, true])
    expect(await stored(file)).toMatchObject({
      head: { id: 'scripted', path: '/saved', sequence: 1, base: null },
      entries: [second, third],
    })
  })

  test('takes a change that the file holds already for stored', async () => {
    const { file, journal } = await started()
    await journal.rewrite({ path: '/p', sequence: 2, base: null })
    for (const entry of [first, second, third]) expect((await journal.append(entry)).ok).toBe(true)
    expect((await stored(file)).entries).toEqual([third])
  })

  test('stays whole and in use when it cannot be replaced', async () => {
    const { file, journal } = await started()
    await journal.append(first)
    const prototype = await handlePrototype(file)
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
    const spy = vi.spyOn(prototype, 'sync').mockRejectedValueOnce(full)
    onTestFinished(() => spy.mockRestore())
    expect((await journal.rewrite({ path: '/q', sequence: 1, base: null })).ok).toBe(false)
    expect(journal.head).toEqual(head)
    expect((await journal.append(second)).ok).toBe(true)
    expect((await stored(file)).entries).toEqual([first, second])
  })
})

describe('closing', () => {
  test('removes a journal that holds nothing unsaved', async () => {
    const { file, journal } = await started()
    await journal.close()
    expect(await readdir(path.dirname(file))).toEqual([])
  })

  test('keeps one that holds changes, or a document without a file', async () => {
    const { file, journal } = await started()
    await journal.append(first)
    await journal.close()
    expect((await stored(file)).entries).toEqual([first])
    const unsaved = await started({ path: null, base: sampleDocument })
    await unsaved.journal.close()
    expect((await stored(unsaved.file)).head.base).toEqual(sampleDocument)
  })

  test('waits for what is under way; afterwards nothing is taken', async () => {
    const { file, journal } = await started()
    const under = entries.map((entry) => journal.append(entry))
    await journal.close()
    expect((await Promise.all(under)).every((result) => result.ok)).toBe(true)
    expect((await stored(file)).entries.length).toBe(30)
    const late = { ...first, sequence: 31 }
    expect(await journal.append(late)).toMatchObject({
      ok: false,
      problem: { found: 'a journal that is closed' },
    })
  })

  test('by discarding gives the changes up', async () => {
    const { file, journal } = await started()
    await writeFile(`${file}.other`, '')
    await journal.append(first)
    await journal.discard()
    expect(await readdir(path.dirname(file))).toEqual(['scripted.journal.other'])
  })
})
