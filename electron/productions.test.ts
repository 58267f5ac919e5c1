import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { compare } from '../shared/edits/change.ts'
import { sampleDocument } from '../shared/edits/fixtures/sampleDocument.ts'
import { updateProduction } from '../shared/edits/productionEdits.ts'
import { productionFileText } from '../shared/files/productionFile.ts'
import type { ProductionDocument } from '../shared/model/document.ts'
import type { Result } from '../shared/result.ts'
import { mayMount, mountDisk } from './production/fixtures/mountedDisk.ts'
import { scratchFolder } from './production/fixtures/scratchFolder.ts'
import { Productions } from './productions.ts'

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.message} ${result.problem.found}`)
  return result.value
}

const titled = (document: ProductionDocument, title: string) =>
  value(updateProduction({ title }).run(document))

async function desk() {
  const folder = await scratchFolder()
  const journals = path.join(folder, 'journals')
  const file = path.join(folder, 'tide.needledrop')
  const productions = new Productions(journals)
  onTestFinished(() => productions.closeAll())
  const { id } = value(await productions.create(sampleDocument))
  value(await productions.save(id, sampleDocument, 0, file))
  return { folder, journals, file, productions, id }
}

/** The same machine, another Needledrop with journals of its own. */
async function another() {
  const productions = new Productions(path.join(await scratchFolder(), 'journals'))
  onTestFinished(() => productions.closeAll())
  return productions
}

const entry = (sequence: number, before: ProductionDocument, after: ProductionDocument) =>
  ({ sequence, kind: 'edit', label: 'Rename', change: compare(before, after) }) as const

describe('a production that two have open', () => {
  test('is locked for the second, who may save it elsewhere, and edit it once the first has closed', async () => {
    const { folder, file, productions, id } = await desk()
    const second = await another()
    const looked = value(await second.open(file))
    expect(looked.guard.hold.kind).toBe('theirs')
    const changed = titled(sampleDocument, 'Ebb')
    expect(await second.save(id, changed, 1, file)).toMatchObject({
      ok: false,
      problem: { message: 'Read-only.' },
    })
    expect((await second.append(id, entry(1, sampleDocument, changed))).ok).toBe(false)
    const copy = value(await second.save(id, changed, 1, path.join(folder, 'copy.needledrop')))
    expect(copy).toMatchObject({ title: 'copy.needledrop', guard: { hold: { kind: 'mine' } } })
    expect((await second.append(id, entry(2, changed, titled(changed, 'Flow')))).ok).toBe(true)
    await second.close(id)
    await productions.close(id)
    expect(value(await second.open(file)).guard.hold.kind).toBe('mine')
  })

  test('says of unsaved work that was asked for that it waits, and brings it back once the other has closed', async () => {
    const { file, productions, id } = await desk()
    const changed = titled(sampleDocument, 'Ebb')
    value(await productions.append(id, entry(1, sampleDocument, changed)))
    await productions.close(id)
    const second = await another()
    value(await second.open(file))
    const looked = value(await productions.recover(id))
    expect(looked.document.production.title).toBe('')
    expect(looked.warnings).toMatchObject([
      {
        message: expect.stringContaining('Your unsaved work is not shown: tide.needledrop is open on'),
        found: expect.stringContaining('your change waits in the journal'),
      },
    ])
    await second.close(id)
    const back = value(await productions.open(file))
    expect([back.document.production.title, back.recovered.length, back.warnings]).toEqual(['Ebb', 1, []])
  })

  test('cannot be saved over by a third under its name', async () => {
    const { file } = await desk()
    const third = await another()
    const { id } = value(await third.create(sampleDocument))
    const saved = await third.save(id, sampleDocument, 0, file)
    expect(saved).toMatchObject({ ok: false, problem: { expected: 'a name that nobody else works under' } })
  })
})

describe('a file that another program changed', () => {
  test('into something that cannot be opened leaves the window with what it had, journal and lock', async () => {
    const { folder, file, productions, id } = await desk()
    await writeFile(file, 'no production')
    expect((await productions.open(file)).ok).toBe(false)
    const mine = titled(sampleDocument, 'Mine')
    expect(value(await productions.append(id, entry(1, sampleDocument, mine)))).toBeNull()
    expect(await readdir(folder)).toContain('.tide.needledrop.lock')
    expect(value(await productions.save(id, mine, 1, file))).toBe('changed')
  })

  const theirs = (text: string) =>
    text.replace(/^"checksum".*\n/m, '').replace('"title": ""', '"title": "Theirs"')

  test('is replaced only as the version that was seen, which is kept byte for byte', async () => {
    const { folder, file, productions, id } = await desk()
    const mine = titled(sampleDocument, 'Mine')
    const text = theirs(await readFile(file, 'utf8'))
    await writeFile(file, text)
    expect(value(await productions.save(id, mine, 1, file))).toBe('changed')
    const { stamp, document } = value(await productions.theirs(id, null))
    expect(document.production.title).toBe('Theirs')
    await writeFile(file, `${text} `)
    expect(value(await productions.save(id, mine, 1, file, stamp))).toBe('changed')
    const latest = value(await productions.theirs(id, null))
    const saved = value(await productions.save(id, mine, 1, file, latest.stamp))
    if (saved === 'changed') throw new Error('it was seen')
    expect(saved.kept).toMatch(/^tide \(theirs \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\)\.needledrop$/)
    expect(await readFile(path.join(folder, saved.kept ?? ''), 'utf8')).toBe(`${text} `)
    expect(await readFile(file, 'utf8')).toContain('"title": "Mine"')
  })

  test('into what this window has as well is no matter', async () => {
    const { folder, file, productions, id } = await desk()
    const mine = titled(sampleDocument, 'Theirs')
    await writeFile(file, theirs(await readFile(file, 'utf8')))
    expect(value(await productions.save(id, mine, 1, file))).toMatchObject({ kept: null })
    expect((await readdir(folder)).filter((name) => name.includes('theirs'))).toEqual([])
  })

  test('into something that cannot be read is not overwritten either', async () => {
    const { file, productions, id } = await desk()
    await writeFile(file, new Uint8Array([0xff, 0, 0xff]))
    expect(value(await productions.save(id, sampleDocument, 1, file))).toBe('changed')
    expect((await readFile(file)).length).toBe(3)
  })

  test('that was removed is made again, and a folder that is away is told', async () => {
    const { folder, file, productions, id } = await desk()
    await rm(file)
    value(await productions.save(id, sampleDocument, 1, file))
    await rename(folder, `${folder}-away`)
    expect((await productions.save(id, sampleDocument, 1, file)).ok).toBe(false)
    await rename(`${folder}-away`, folder)
    expect(value(await productions.save(id, sampleDocument, 1, file))).toMatchObject({ kept: null })
  })
})

describe('a journal that is lost', () => {
  test('asks for the whole document, and holds all changes after that', async () => {
    const { journals, file, productions, id } = await desk()
    const [one, two, three] = ['One', 'Two', 'Three'].map((title) => titled(sampleDocument, title))
    if (!one || !two || !three) throw new Error('there are three')
    value(await productions.append(id, entry(1, sampleDocument, one)))
    await rm(journals, { recursive: true })
    expect(value(await productions.append(id, entry(2, one, two)))).toBe('restart')
    value(await productions.restartJournal(id, two, 2))
    expect(value(await productions.append(id, entry(3, two, three)))).toBeNull()
    await productions.close(id)
    const again = value(await productions.open(file))
    expect(again.document.production.title).toBe('Three')
    expect(again.guard.file.kind).toBe('same')
    expect(value(await productions.save(id, three, 3, file))).toMatchObject({ kept: null })
  })

  test('does not let its document replace what another program wrote meanwhile', async () => {
    const { journals, file, productions, id } = await desk()
    const [one, two] = ['One', 'Two'].map((title) => titled(sampleDocument, title))
    if (!one || !two) throw new Error('there are two')
    await rm(journals, { recursive: true })
    expect(value(await productions.append(id, entry(1, sampleDocument, one)))).toBe('restart')
    value(await productions.restartJournal(id, one, 1))
    await productions.close(id)
    const text = productionFileText(two, { id, lastSequence: 0 })
    await writeFile(file, text)
    const again = value(await productions.open(file))
    expect(again.document.production.title).toBe('One')
    await expect.poll(() => productions.guardOf(id).file.kind, { timeout: 10_000 }).toBe('changed')
    expect(value(await productions.save(id, one, 1, file))).toBe('changed')
    expect(await readFile(file, 'utf8')).toBe(text)
    await productions.close(id)
    await writeFile(file, productionFileText(two, { id, lastSequence: 7 }))
    const later = value(await productions.open(file))
    expect(later.document.production.title).toBe('Two')
    expect(later.warnings.map(({ message }) => message)).toEqual([expect.stringContaining('does not belong')])
    expect((await readdir(journals)).some((name) => name.includes('aside'))).toBe(true)
  })

  test.skipIf(!mayMount)('on a full disk refuses in order, and goes on when there is room', async () => {
    const folder = await scratchFolder()
    const journals = path.join(folder, 'journals')
    await mountDisk(journals, 64)
    const productions = new Productions(journals)
    onTestFinished(() => productions.closeAll())
    const { id } = value(await productions.create(sampleDocument))
    const long = titled(sampleDocument, 'x'.repeat(19_000))
    await writeFile(path.join(journals, 'filler'), Buffer.alloc(200_000)).catch(() => {})
    expect(await productions.append(id, entry(1, sampleDocument, long))).toMatchObject({
      ok: false,
      problem: { found: 'a full disk' },
    })
    await rm(path.join(journals, 'filler'))
    expect(value(await productions.append(id, entry(1, sampleDocument, long)))).toBeNull()
  })
})
