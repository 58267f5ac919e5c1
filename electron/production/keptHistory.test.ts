import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { apply } from '../../shared/edits/change.ts'
import { HistoryWalk } from '../../shared/edits/historyWalk.ts'
import type { KeptSteps } from '../../shared/files/keptSteps.ts'
import { productionFileText } from '../../shared/files/productionFile.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Result } from '../../shared/result.ts'
import { Productions } from '../productions.ts'
import { scratchFolder } from './fixtures/scratchFolder.ts'
import { scriptedDocument, scriptedEdits } from './fixtures/scriptedEdits.ts'
import { textStamp } from './keptHistory.ts'
import { lockPath } from './lockFile.ts'

const seed = 11
const id = 'scripted'

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.message} ${result.problem.found}`)
  return result.value
}

const textAfter = (count: number) =>
  productionFileText(scriptedDocument(seed, count), { id, lastSequence: count })
const labelsUpTo = (count: number, from = 0) => {
  const labels: string[] = []
  for (const { entry } of scriptedEdits(seed)) {
    if (entry.sequence > from) labels.push(entry.label)
    if (entry.sequence === count) return labels
  }
  return labels
}

/** A production file that holds the sample, and what the app keeps of it. */
class Desk {
  readonly folder: string
  readonly journals: string
  readonly file: string
  productions: Productions

  private constructor(folder: string) {
    this.folder = folder
    this.journals = path.join(folder, 'journals')
    this.file = path.join(folder, 'tide.needledrop')
    this.productions = new Productions(this.journals)
  }

  static async set(): Promise<Desk> {
    const desk = new Desk(await scratchFolder())
    await writeFile(desk.file, textAfter(0))
    await desk.open()
    return desk
  }

  /** As if the app had been killed and started again. */
  kill(): void {
    const productions = new Productions(this.journals)
    onTestFinished(() => productions.closeAll())
    this.productions = productions
  }

  async open(file = this.file) {
    this.kill()
    // The lock of a process that was killed is taken over; this one still runs.
    await rm(lockPath(file), { force: true })
    return value(await this.productions.open(file))
  }

  /** Journals the scripted changes from one to another. */
  async edit(from: number, to: number): Promise<void> {
    for (const { entry } of scriptedEdits(seed)) {
      if (entry.sequence >= from) value(await this.productions.append(id, { ...entry, made: entry.sequence }))
      if (entry.sequence === to) return
    }
  }

  async save(count: number, file = this.file): Promise<void> {
    value(await this.productions.save(id, scriptedDocument(seed, count), count, file))
  }

  async history(): Promise<KeptSteps> {
    return value(await this.productions.history(id, 0))
  }

  async names(ending: string): Promise<readonly string[]> {
    return (await readdir(this.journals)).filter((name) => name.includes(ending))
  }

  get kept(): string {
    return path.join(this.journals, `${id}.history`)
  }
}

/** Undoes every step of a history that is at its end. */
function undone(document: ProductionDocument, { steps }: KeptSteps): ProductionDocument {
  const walk = new HistoryWalk(document)
  for (const [index, { texts }] of steps.toReversed().entries())
    if (!walk.step({ texts }, 'undo')) throw new Error(`step ${steps.length - index} does not fit`)
  return apply(document, walk.change)
}

async function expectWhole(desk: Desk, count: number): Promise<KeptSteps> {
  const history = await desk.history()
  expect(history.steps.map(({ label }) => label)).toEqual(labelsUpTo(count))
  expect([history.position, history.warnings]).toEqual([count, []])
  expect(undone(scriptedDocument(seed, count), history)).toEqual(scriptedDocument(seed, 0))
  return history
}

describe('a kept history', () => {
  test('has every step, across saves and without one', async () => {
    const desk = await Desk.set()
    await desk.edit(1, 20)
    await desk.save(20)
    await desk.edit(21, 30)
    await desk.save(30)
    await desk.productions.closeAll()
    await desk.open()
    await desk.edit(31, 37)
    await desk.open()
    expect((await expectWhole(desk, 37)).steps[4]?.made).toBe(5)
  })

  test('of a production that was never saved is in its journal, and goes on after its first save', async () => {
    const desk = await Desk.set()
    const created = value(await desk.productions.create(scriptedDocument(seed, 0)))
    const first = [...take(3)]
    for (const entry of first) value(await desk.productions.append(created.id, entry))
    desk.kill()
    value(await desk.productions.recover(created.id))
    const before = value(await desk.productions.history(created.id, 0))
    expect(before.steps.map(({ label }) => label)).toEqual(labelsUpTo(3))
    const file = path.join(desk.folder, 'new.needledrop')
    value(await desk.productions.save(created.id, scriptedDocument(seed, 3), 3, file))
    await desk.open(file)
    expect(value(await desk.productions.history(created.id, 0)).count).toBe(3)
  })

  test('survives a stop between the file and the journal, at any byte of what moves over', async () => {
    const desk = await Desk.set()
    await desk.edit(1, 3)
    await desk.save(3)
    await desk.edit(4, 6)
    const before = await readFile(desk.kept, 'latin1')
    const journal = path.join(desk.journals, `${id}.journal`)
    const uncut = await readFile(journal)
    await desk.save(6)
    const after = await readFile(desk.kept, 'latin1')
    expect(after.startsWith(before)).toBe(true)
    await desk.productions.closeAll()
    for (let bytes = before.length; bytes <= after.length; bytes += bytes < after.length - 40 ? 3 : 1) {
      await writeFile(desk.kept, after.slice(0, bytes), 'latin1')
      await writeFile(journal, uncut)
      await desk.open()
      const history = await desk.history()
      expect([bytes, history.steps.map(({ label }) => label), history.warnings]).toEqual([
        bytes,
        labelsUpTo(6),
        [],
      ])
      await desk.productions.closeAll()
    }
    await desk.open()
    await expectWhole(desk, 6)
  }, 60_000)

  test('keeps what is newer than a damaged line, and says so', async () => {
    const desk = await Desk.set()
    await desk.edit(1, 12)
    await desk.save(12)
    await desk.productions.closeAll()
    const lines = (await readFile(desk.kept, 'latin1')).split('\n')
    lines[5] = `${lines[5]?.slice(0, -3)}x`
    await writeFile(desk.kept, lines.join('\n'), 'latin1')
    await desk.open()
    const history = await desk.history()
    expect(history.steps.map(({ label }) => label)).toEqual(labelsUpTo(12, 5))
    expect(history.warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('Part of the undo history could not be read'),
    ])
    expect(undone(scriptedDocument(seed, 12), history)).toEqual(scriptedDocument(seed, 5))
  })

  test('that does not lead to the file is set aside, said, and never applied', async () => {
    const desk = await Desk.set()
    await desk.edit(1, 5)
    await desk.save(5)
    await desk.productions.closeAll()
    const elsewhere = { ...scriptedDocument(seed, 5) }
    const production = { ...elsewhere.production, title: 'Elsewhere' }
    await writeFile(desk.file, productionFileText({ ...elsewhere, production }, { id, lastSequence: 5 }))
    await desk.open()
    const history = await desk.history()
    expect([history.count, history.position]).toEqual([0, 0])
    expect(history.warnings[0]?.message).toContain('begins anew')
    expect(await desk.names('.history.aside')).toEqual([`${id}.history.aside-1`])
  })

  test('of a file that was saved on another machine begins anew', async () => {
    const desk = await Desk.set()
    await desk.edit(1, 5)
    await desk.save(5)
    await desk.productions.closeAll()
    await writeFile(desk.file, textAfter(9))
    await desk.open()
    expect((await desk.history()).count).toBe(0)
    await desk.edit(10, 12)
    await desk.save(12)
    await desk.productions.closeAll()
    await desk.open()
    expect((await desk.history()).steps.map(({ label }) => label)).toEqual(labelsUpTo(12, 9))
  })

  test('of a file that was put back to an earlier save goes as far as that, and keeps the rest aside', async () => {
    const desk = await Desk.set()
    await desk.edit(1, 5)
    await desk.save(5)
    await desk.edit(6, 9)
    await desk.save(9)
    await desk.productions.closeAll()
    await writeFile(desk.file, textAfter(5))
    await desk.open()
    const history = await desk.history()
    expect(history.steps.map(({ label }) => label)).toEqual(labelsUpTo(5))
    expect(history.warnings[0]?.message).toContain('earlier state')
    expect(await desk.names('.history.aside')).toHaveLength(1)
    await desk.edit(6, 7)
    await desk.save(7)
    await desk.productions.closeAll()
    await desk.open()
    await expectWhole(desk, 7)
  })

  test('ends at the saved file when what was not saved is discarded', async () => {
    const desk = await Desk.set()
    await desk.edit(1, 4)
    await desk.save(4)
    await desk.edit(5, 8)
    desk.kill()
    value(await desk.productions.discard(id))
    await desk.open()
    await expectWhole(desk, 4)
  })

  test('of a file whose journal was refused begins anew with it', async () => {
    const desk = await Desk.set()
    await desk.edit(1, 4)
    await desk.save(4)
    await desk.edit(5, 8)
    const elsewhere = scriptedDocument(seed + 1, 6)
    await writeFile(desk.file, productionFileText(elsewhere, { id, lastSequence: 6 }))
    const opened = await desk.open()
    expect(opened.document).toEqual(elsewhere)
    const history = await desk.history()
    expect([history.count, history.warnings.length]).toEqual([0, 1])
    expect(await desk.names('.journal.aside')).toHaveLength(1)
  })

  test('goes with a file that is moved, and is shared out when a file is copied', async () => {
    const desk = await Desk.set()
    await desk.edit(1, 4)
    await desk.save(4)
    await desk.productions.closeAll()
    const moved = path.join(desk.folder, 'moved.needledrop')
    await rename(desk.file, moved)
    await desk.open(moved)
    await expectWhole(desk, 4)
    await desk.productions.closeAll()
    const copy = path.join(desk.folder, 'copy.needledrop')
    await copyFile(moved, copy)
    await desk.open(copy)
    await expectWhole(desk, 4)
    await desk.edit(5, 6)
    await desk.save(6, copy)
    await desk.productions.closeAll()
    await desk.open(moved)
    await expectWhole(desk, 4)
    await desk.productions.closeAll()
    await desk.open(copy)
    await expectWhole(desk, 6)
  })

  test('goes on under a new name, and the file of the old name keeps its own', async () => {
    const desk = await Desk.set()
    await desk.edit(1, 4)
    await desk.save(4)
    const other = path.join(desk.folder, 'other.needledrop')
    await desk.edit(5, 8)
    await desk.save(8, other)
    await desk.productions.closeAll()
    await desk.open(other)
    await expectWhole(desk, 8)
    await desk.productions.closeAll()
    await desk.open()
    await expectWhole(desk, 4)
  })

  test('that cannot be written leaves its lines in the journal until a later save, which is not held up', async () => {
    const desk = await Desk.set()
    await desk.edit(1, 4)
    await desk.save(4)
    await desk.edit(5, 8)
    const text = await readFile(desk.kept)
    await rm(desk.kept)
    await mkdir(desk.kept)
    await desk.save(8)
    await rm(desk.kept, { recursive: true })
    await writeFile(desk.kept, text)
    await desk.open()
    await expectWhole(desk, 8)
    await desk.edit(9, 10)
    await desk.save(10)
    await desk.productions.closeAll()
    await desk.open()
    await expectWhole(desk, 10)
  })

  test('knows a text by what it says of the production, not by where films lie from the file', () => {
    const document = scriptedDocument(seed, 0)
    const [film = ''] = Object.values(document.reels).flatMap(({ media }) => (media ? [media.path] : []))
    const relatives = new Map([[film, '../a "quoted" \\ place/film.mov']])
    const text = productionFileText(document, { id, lastSequence: 4, relatives })
    expect(text).toContain('place/film.mov')
    expect(textStamp(text)).toBe(textStamp(productionFileText(document, { id, lastSequence: 4 })))
    expect(textStamp(text)).not.toBe(textStamp(productionFileText(document, { id, lastSequence: 5 })))
    const titled = { ...document, production: { ...document.production, title: ',"relative":""' } }
    const other = productionFileText(titled, { id, lastSequence: 4, relatives })
    expect(textStamp(text)).not.toBe(textStamp(other))
  })

  test('is not looked at where the production is only looked at', async () => {
    const desk = await Desk.set()
    await desk.edit(1, 4)
    await desk.save(4)
    const kept = await readFile(desk.kept)
    const other = new Productions(desk.journals)
    onTestFinished(() => other.closeAll())
    expect(value(await other.open(desk.file)).guard.hold.kind).toBe('theirs')
    expect(value(await other.history(id, 0))).toMatchObject({ count: 0, warnings: [] })
    expect(await readFile(desk.kept)).toEqual(kept)
  })

  test('is read in slices', async () => {
    const desk = await Desk.set()
    await desk.edit(1, 700)
    await desk.save(700)
    await desk.productions.closeAll()
    await desk.open()
    const first = await desk.history()
    const second = value(await desk.productions.history(id, first.steps.length))
    expect([first.steps.length, second.steps.length, second.count]).toEqual([500, 200, 700])
    expect([...first.steps, ...second.steps].map(({ label }) => label)).toEqual(labelsUpTo(700))
  }, 60_000)
})

function* take(count: number) {
  for (const { entry } of scriptedEdits(seed)) {
    yield entry
    if (entry.sequence === count) return
  }
}

vi.setConfig({ testTimeout: 30_000 })
