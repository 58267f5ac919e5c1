import { appendFile, copyFile, mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { apply } from '../../shared/edits/change.ts'
import { sampleDocument } from '../../shared/edits/fixtures/sampleDocument.ts'
import { productionFileText } from '../../shared/files/productionFile.ts'
import type { Result } from '../../shared/result.ts'
import { scratchFolder } from './fixtures/scratchFolder.ts'
import { scriptedDocument, scriptedEdits } from './fixtures/scriptedEdits.ts'
import type { OpenedProduction } from './openedProduction.ts'
import { openProduction } from './openProduction.ts'
import { largestProductionBytes, readProduction } from './readProduction.ts'
import { saveProduction } from './saveProduction.ts'

const seed = 11

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.message} ${result.problem.found}`)
  return result.value
}

/** A folder with a production file that holds the sample after 2 changes, and an empty folder for journals. */
async function desk() {
  const folder = await scratchFolder()
  const journals = path.join(folder, 'journals')
  const file = path.join(folder, 'tide.needledrop')
  await writeFile(file, textAfter(2))
  const open = async (which = file, work?: 'recover' | 'setAside') => {
    const opened = value(await openProduction(which, journals, work))
    onTestFinished(async () => opened.journal?.close())
    return opened
  }
  return { folder, journals, file, open }
}

const textAfter = (count: number) =>
  productionFileText(scriptedDocument(seed, count), { id: 'scripted', lastSequence: count })

/** Journals the scripted changes after what is open, up to a number, and stops as if the power went. */
async function editUpTo(opened: OpenedProduction, count: number): Promise<void> {
  for (const { entry } of scriptedEdits(seed)) {
    if (entry.sequence > opened.lastSequence) value((await opened.journal?.append(entry)) as Result<null>)
    if (entry.sequence === count) return
  }
}

const labelsOf = (from: number, to: number) => {
  const labels: string[] = []
  for (const { entry } of scriptedEdits(seed)) {
    if (entry.sequence > from) labels.push(entry.label)
    if (entry.sequence === to) return labels
  }
  return labels
}

describe('opening', () => {
  test('a saved production gives its document and starts a journal', async () => {
    const { file, journals, open } = await desk()
    expect(await open()).toMatchObject({
      document: scriptedDocument(seed, 2),
      id: 'scripted',
      path: file,
      lastSequence: 2,
      isSaved: true,
      recovered: { count: 0, labels: [] },
      warnings: [],
    })
    expect(await readdir(journals)).toEqual(['scripted.journal'])
  })

  test('gives back what was not saved, says what, and goes on from there', async () => {
    const { open } = await desk()
    await editUpTo(await open(), 9)
    const again = await open()
    expect(again).toMatchObject({
      document: scriptedDocument(seed, 9),
      lastSequence: 9,
      isSaved: false,
      recovered: { count: 7, labels: labelsOf(2, 9) },
      warnings: [],
    })
    const told = again.recovered.told
    expect(told?.edits).toMatchObject({ count: 7, last: labelsOf(2, 9).slice(-5).toReversed() })
    expect(apply(scriptedDocument(seed, 2), told?.change ?? [])).toEqual(scriptedDocument(seed, 9))
    expect(told?.savedAt?.getTime()).toBeLessThanOrEqual(told?.changedAt.getTime() ?? 0)
    await editUpTo(again, 12)
    expect((await open()).recovered.labels).toEqual(labelsOf(2, 12))
  })

  test('can set unsaved work aside instead, without deleting it', async () => {
    const { journals, open } = await desk()
    await editUpTo(await open(), 9)
    const refused = await open(undefined, 'setAside')
    expect(refused).toMatchObject({ lastSequence: 2, isSaved: true, recovered: { count: 0 } })
    expect((await readdir(journals)).toSorted()).toEqual(['scripted.journal', 'scripted.journal.aside-1'])
    await editUpTo(refused, 4)
    expect(await open()).toMatchObject({ document: scriptedDocument(seed, 4), recovered: { count: 2 } })
  })

  test('forgets a torn last line in silence, but keeps a copy when whole lines were damaged', async () => {
    const { journals, open } = await desk()
    await editUpTo(await open(), 6)
    const journal = path.join(journals, 'scripted.journal')
    await appendFile(journal, '1234abcd 7 {"kind"')
    expect(await open()).toMatchObject({ lastSequence: 6, warnings: [] })
    expect(await readdir(journals)).toEqual(['scripted.journal'])
    const lines = (await readFile(journal, 'latin1')).split('\n')
    await writeFile(journal, lines.with(3, '00000000 5 {}').join('\n'), 'latin1')
    const opened = await open()
    expect(opened).toMatchObject({ document: scriptedDocument(seed, 4), recovered: { count: 2 } })
    expect(opened.warnings.map(({ remedy }) => remedy)).toEqual([expect.stringContaining('.aside-1')])
    expect(opened.warnings[0]?.found).toMatch(
      /^2 edits recovered; lines 4 to 5 of the journal damaged .*, 2 edits/,
    )
    const aside = await readFile(`${journal}.aside-1`, 'latin1')
    expect(aside.split('\n').length).toBe(lines.length)
    await editUpTo(opened, 5)
    expect(await open()).toMatchObject({ document: scriptedDocument(seed, 5), warnings: [] })
  })

  test('puts a journal without a readable head aside and warns', async () => {
    const { journals, open } = await desk()
    await mkdir(journals)
    await writeFile(path.join(journals, 'scripted.journal'), 'garbage\n')
    await writeFile(path.join(journals, 'scripted-2.journal'), '')
    expect((await open()).warnings.length).toBe(1)
    expect((await readdir(journals)).toSorted()).toEqual(['scripted.journal', 'scripted.journal.aside-1'])
  })

  test('does not replay onto a file that was put back to an earlier state, and keeps the journal', async () => {
    const { file, journals, open } = await desk()
    const opened = await open()
    await editUpTo(opened, 9)
    const document = scriptedDocument(seed, 9)
    value(
      await saveProduction({
        document,
        id: 'scripted',
        lastSequence: 9,
        path: file,
        journal: opened.journal,
      }),
    )
    await editUpTo({ ...opened, lastSequence: 9 }, 11)
    await writeFile(file, textAfter(2))
    const restored = await open()
    expect(restored).toMatchObject({ document: scriptedDocument(seed, 2), lastSequence: 2, isSaved: true })
    expect(restored.warnings[0]?.remedy).toContain('scripted.journal.aside-1')
    expect((await readdir(journals)).toSorted()).toEqual(['scripted.journal', 'scripted.journal.aside-1'])
  })

  test('a copy of a production leaves the journal of the original alone', async () => {
    const { folder, file, open } = await desk()
    await editUpTo(await open(), 5)
    const copy = path.join(folder, 'copy.needledrop')
    await copyFile(file, copy)
    const copied = await open(copy)
    expect(copied).toMatchObject({ lastSequence: 2, recovered: { count: 0 }, warnings: [] })
    await editUpTo(copied, 3)
    expect(await open(file)).toMatchObject({ lastSequence: 5, recovered: { count: 3 } })
    expect(await open(copy)).toMatchObject({ lastSequence: 3, recovered: { count: 1 } })
  })

  test('a production that was moved takes its journal along', async () => {
    const { folder, file, journals, open } = await desk()
    await editUpTo(await open(), 5)
    const moved = path.join(folder, 'moved.needledrop')
    await rename(file, moved)
    const opened = await open(moved)
    expect(opened).toMatchObject({ lastSequence: 5, recovered: { count: 3 } })
    await editUpTo(opened, 7)
    await copyFile(moved, file)
    expect(await open(moved)).toMatchObject({ document: scriptedDocument(seed, 7), isSaved: false })
    expect(await open(file)).toMatchObject({ lastSequence: 2, isSaved: true })
    expect((await readdir(journals)).length).toBe(2)
  })

  test('through a link is opening the file itself', async () => {
    const { folder, file, open } = await desk()
    await symlink('tide.needledrop', path.join(folder, 'link'))
    await editUpTo(await open(path.join(folder, 'link')), 5)
    expect(await open(file)).toMatchObject({ path: file, lastSequence: 5 })
  })

  test('works without a journal, with a warning, when none can be written', async () => {
    const { file, folder } = await desk()
    const blocked = path.join(folder, 'blocked')
    await writeFile(blocked, 'a file where the folder should be')
    const opened = value(await openProduction(file, blocked))
    expect(opened).toMatchObject({ lastSequence: 2, isSaved: true, journal: null })
    expect(opened.warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('cannot be kept safe'),
    ])
  })
})

describe('a file that cannot be opened', () => {
  const problemOf = async (file: string) => {
    const opened = await openProduction(file, await scratchFolder())
    return opened.ok ? null : opened.problem
  }

  test('is refused in words: missing, a folder, too large, not text, not ours', async () => {
    const folder = await scratchFolder()
    const file = path.join(folder, 'x.needledrop')
    expect((await problemOf(file))?.found).toContain('no file')
    expect((await problemOf(folder))?.found).toContain('folder')
    await writeFile(file, Buffer.from([0x7b, 0xff, 0xfe]))
    expect((await problemOf(file))?.expected).toBe('text in UTF-8')
    await writeFile(file, Buffer.alloc(largestProductionBytes + 1))
    expect((await problemOf(file))?.message).toContain('too large')
    await writeFile(file, '{}')
    expect((await problemOf(file))?.message).toContain('not a Needledrop production')
  })

  test('may begin with a byte-order mark, and the warning of its checksum is passed on', async () => {
    const file = path.join(await scratchFolder(), 'x.needledrop')
    await writeFile(file, `\ufeff${textAfter(0)}`)
    expect(value(await readProduction(file))).toMatchObject({ document: sampleDocument, warnings: [] })
    await writeFile(file, textAfter(0).replace('Undertow', 'Underton'))
    const opened = value(await openProduction(file, await scratchFolder()))
    onTestFinished(async () => opened.journal?.close())
    expect(opened.warnings[0]?.message).toContain('changed outside Needledrop')
  })
})
