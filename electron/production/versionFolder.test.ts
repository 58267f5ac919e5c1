import { mkdir, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { crc32 } from '../../shared/files/crc32.ts'
import { versionRule } from '../../shared/files/keptVersions.ts'
import { productionFileText } from '../../shared/files/productionFile.ts'
import { scratchFolder } from './fixtures/scratchFolder.ts'
import { scriptedDocument } from './fixtures/scriptedEdits.ts'
import { VersionFolder, type VersionOrder } from './versionFolder.ts'

const minute = 60_000
const start = Date.UTC(2026, 10, 23, 9)

function textAt(lastSequence: number): string {
  return productionFileText(scriptedDocument(23, lastSequence), { id: 'scripted', lastSequence })
}

async function desk() {
  const scratch = await scratchFolder()
  const folder = path.join(scratch, 'app', 'versions')
  const file = path.join(scratch, 'work', 'tide.needledrop')
  await mkdir(path.dirname(file))
  const versions = new VersionFolder(folder)
  const save = async (text: string, at: number, others: Partial<VersionOrder> = {}) => {
    const order = { id: 'scripted', path: file, text, fileStamp: crc32(text), at, offset: 0, ...others }
    const kept = await versions.keep(order)
    if (!kept.ok) throw new Error(`${kept.problem.message} ${kept.problem.found}`)
  }
  const fileOf = (key: string) => path.join(folder, key)
  return { scratch, folder, file, versions, save, fileOf }
}

test('each save is kept as a production file of its own, in the app’s folder and not beside the production', async () => {
  const { file, versions, save, fileOf } = await desk()
  await save(textAt(1), start)
  await save(textAt(2), start + minute)
  const found = await versions.ofProduction('scripted')
  expect(found).toMatchObject([
    { order: 2, at: start + minute, kind: 'saved', path: file, isGood: true },
    { order: 1, at: start, kind: 'saved', path: file, isGood: true },
  ])
  expect(await readFile(fileOf(found[1]?.key ?? ''), 'utf8')).toBe(textAt(1))
  expect(await versions.read(found[0]?.key ?? '')).toEqual({ ok: true, value: textAt(2) })
  expect(await readdir(path.dirname(file))).toEqual([])
})

test('saving again what is the newest version already keeps nothing more', async () => {
  const { versions, save } = await desk()
  for (const [index, sequence] of [1, 1, 2, 1].entries()) await save(textAt(sequence), start + index)
  expect((await versions.ofProduction('scripted')).map(({ order }) => order)).toEqual([3, 2, 1])
})

test('versions are let go by age, and their folder holds nothing else', async () => {
  const { versions, save, folder } = await desk()
  for (let index = 0; index < 40; index += 1) await save(textAt(index + 1), start + index * 10 * minute)
  const found = await versions.ofProduction('scripted')
  // Ten newest, and the last of each of the six hours before them.
  expect(found.map(({ order }) => order).toReversed()).toEqual([6, 12, 18, 24, ...range(30, 40)])
  const [origin = ''] = await readdir(path.join(folder, 'scripted'))
  expect(await readdir(path.join(folder, 'scripted', origin))).toHaveLength(found.length + 1)
})

test('a damaged version is named as such, refused, and replaced by a good one at the next save', async () => {
  const { versions, save, fileOf } = await desk()
  await save(textAt(1), start)
  await save(textAt(2), start + minute)
  const [newest, first] = await versions.ofProduction('scripted')
  const damaged = fileOf(newest?.key ?? '')
  await truncate(damaged, (await stat(damaged)).size - 40)
  expect((await versions.ofProduction('scripted')).map(({ isGood }) => isGood)).toEqual([false, true])
  expect(await versions.read(newest?.key ?? '')).toMatchObject({
    ok: false,
    problem: { message: 'This version is damaged.' },
  })
  expect((await versions.read(first?.key ?? '')).ok).toBe(true)
  await save(textAt(2), start + 2 * minute)
  expect((await versions.ofProduction('scripted')).map(({ isGood }) => isGood)).toEqual([true, false, true])
})

test('one altered byte is noticed, also where size and time stay the same', async () => {
  const { folder, save, versions, fileOf } = await desk()
  await save(textAt(3), start)
  const [only] = await versions.ofProduction('scripted')
  const file = fileOf(only?.key ?? '')
  const { mtime } = await stat(file)
  const bytes = await readFile(file)
  bytes[200] = (bytes[200] ?? 0) ^ 1
  await writeFile(file, bytes)
  await utimes(file, mtime, mtime)
  expect((await new VersionFolder(folder).ofProduction('scripted'))[0]?.isGood).toBe(false)
  expect((await versions.read(only?.key ?? '')).ok).toBe(false)
})

test('a file that is opened is kept if it is sound and not among the versions yet', async () => {
  const { file, versions, save } = await desk()
  const opened = async (text: string) => {
    await writeFile(file, text)
    await save('', start, { text: null, fileStamp: crc32(text) })
  }
  await opened(textAt(1))
  await opened(textAt(1))
  await opened(textAt(4))
  await opened(textAt(5).replace('"title":"', '"title":"altered '))
  await opened('no production')
  const found = await versions.ofProduction('scripted')
  expect(found.map(({ kind, order }) => [kind, order])).toEqual([
    ['opened', 2],
    ['opened', 1],
  ])
  // Another program has written it since it was opened.
  await writeFile(file, textAt(9))
  await save('', start, { text: null, fileStamp: crc32(textAt(6)) })
  expect(await versions.ofProduction('scripted')).toHaveLength(2)
})

test('versions are found by the path of a file that is gone, and by what a damaged file says of itself', async () => {
  const { scratch, file, versions, save } = await desk()
  await save(textAt(1), start)
  await save(textAt(2), start + minute)
  expect((await versions.ofFile(file)).map(({ order }) => order)).toEqual([2, 1])
  const moved = path.join(scratch, 'moved.needledrop')
  expect(await versions.ofFile(moved)).toEqual([])
  await writeFile(moved, textAt(2).slice(0, 300))
  expect((await versions.ofFile(moved)).map(({ order }) => order)).toEqual([2, 1])
  expect(await versions.ofFile(scratch)).toEqual([])
})

test('a copy under another name has versions of its own, in one line of time with the others', async () => {
  const { scratch, file, versions, save } = await desk()
  const other = path.join(scratch, 'other.needledrop')
  await save(textAt(1), start)
  await save(textAt(2), start + minute, { path: other })
  await save(textAt(3), start - 500 * minute)
  expect((await versions.ofProduction('scripted')).map(({ order, path: of }) => [order, of])).toEqual([
    [3, file],
    [2, other],
    [1, file],
  ])
  expect((await versions.ofFile(other)).map(({ order }) => order)).toEqual([2])
})

test('a stop in the middle of keeping leaves nothing that is taken for a version', async () => {
  const { folder, versions, save } = await desk()
  await save(textAt(1), start)
  const [origin = ''] = await readdir(path.join(folder, 'scripted'))
  await writeFile(
    path.join(folder, 'scripted', origin, '.needledrop-00000000-abc.tmp'),
    textAt(2).slice(0, 99),
  )
  await rm(path.join(folder, 'scripted', origin, 'origin.json'))
  expect(await versions.ofProduction('scripted')).toEqual([])
  await save(textAt(2), start + minute)
  expect(await versions.ofProduction('scripted')).toHaveLength(2)
})

test('where versions cannot be kept, that is said in words that promise the file is saved', async () => {
  const { scratch, file } = await desk()
  const place = path.join(scratch, 'occupied')
  await writeFile(place, 'a file where a folder should be')
  const order = { id: 'x', path: file, text: textAt(1), fileStamp: '', at: start, offset: 0 }
  expect(await new VersionFolder(place).keep(order)).toMatchObject({
    ok: false,
    problem: {
      message: 'The production is saved, but no copy of it was kept among its versions.',
      found: expect.stringMatching(/file where a folder should be|not a directory|of that name/),
      remedy: expect.stringContaining('The next save tries again'),
    },
  })
})

test('keys from elsewhere lead nowhere', async () => {
  const { versions, save, folder } = await desk()
  await save(textAt(1), start)
  const [only] = await versions.ofProduction('scripted')
  const name = path.basename(only?.key ?? '')
  await writeFile(path.join(folder, name), textAt(1))
  for (const key of ['', name, `../${name}`, `scripted/../${name}`, `x/0123456789abcdef/${name}`])
    expect((await versions.read(key)).ok, key).toBe(false)
})

test('all files together take no more than their bound, and each keeps its newest', async () => {
  const { folder, scratch } = await desk()
  const bounds = { ...versionRule, mostBytesOfAll: 1 }
  const keep = async (name: string, sequence: number) => {
    const text = textAt(sequence)
    const file = path.join(scratch, name)
    const order = { id: 'scripted', path: file, text, fileStamp: '', at: start + sequence, offset: 0 }
    await new VersionFolder(folder, name === 'c' ? bounds : versionRule).keep(order)
  }
  for (const [name, sequence] of [
    ['a', 1],
    ['a', 2],
    ['b', 3],
    ['b', 4],
    ['c', 5],
  ] as const)
    await keep(name, sequence)
  const found = await new VersionFolder(folder).ofProduction('scripted')
  expect(found.map(({ order }) => order)).toEqual([5, 4, 2])
})

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
