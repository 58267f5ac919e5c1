import {
  chmod,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { crc32 } from '../../shared/files/crc32.ts'
import { writeAtomically } from './atomicWrite.ts'
import { scratchFolder } from './fixtures/scratchFolder.ts'
import { writeProblem } from './writeProblem.ts'

const text = (file: string) => readFile(file, 'utf8')
const failure = (file: string) =>
  writeAtomically(file, 'new').then(
    () => null,
    (error: unknown) => error as NodeJS.ErrnoException,
  )

describe('an atomic write', () => {
  test('creates a file, replaces one, and leaves nothing else behind', async () => {
    const folder = await scratchFolder()
    const file = path.join(folder, 'a.needledrop')
    await writeAtomically(file, 'one')
    await writeAtomically(file, new TextEncoder().encode('zwölf'))
    expect(await text(file)).toBe('zwölf')
    expect(await readdir(folder)).toEqual(['a.needledrop'])
  })

  test('keeps the mode of the file, and never writes into the old one', async () => {
    const folder = await scratchFolder()
    const file = path.join(folder, 'a')
    await writeFile(file, 'old')
    await chmod(file, 0o640)
    await link(file, path.join(folder, 'other-name-of-the-old'))
    await writeAtomically(file, 'new')
    expect((await stat(file)).mode & 0o777).toBe(0o640)
    expect(await text(path.join(folder, 'other-name-of-the-old'))).toBe('old')
  })

  test('follows symbolic links to their target, even to one that is not there yet', async () => {
    const folder = await scratchFolder()
    await mkdir(path.join(folder, 'real'))
    await symlink('real/target', path.join(folder, 'middle'))
    await symlink('middle', path.join(folder, 'link'))
    for (const content of ['first', 'second']) {
      await writeAtomically(path.join(folder, 'link'), content)
      expect(await text(path.join(folder, 'real', 'target'))).toBe(content)
      expect(await readlink(path.join(folder, 'link'))).toBe('middle')
      expect((await lstat(path.join(folder, 'real', 'target'))).isSymbolicLink()).toBe(false)
    }
    expect(await readdir(path.join(folder, 'real'))).toEqual(['target'])
  })

  test('refuses a folder, a device, a circle of links, a missing folder and too long a name', async () => {
    const folder = await scratchFolder()
    await symlink('b', path.join(folder, 'a'))
    await symlink('a', path.join(folder, 'b'))
    await mkdir(path.join(folder, 'sub'))
    const codes: string[] = []
    for (const target of ['sub', '/dev/null', 'a', 'none/file', 'sub/x'.repeat(80), 'x'.repeat(300)]) {
      codes.push((await failure(path.resolve(folder, target)))?.code ?? 'written')
    }
    expect(codes).toEqual(['EISDIR', 'EINVAL', 'ELOOP', 'ENOENT', 'ENOENT', 'ENAMETOOLONG'])
    expect((await readdir(folder)).toSorted()).toEqual(['a', 'b', 'sub'])
    expect((await lstat('/dev/null')).isCharacterDevice()).toBe(true)
  })

  test('leaves the old file and no temporary one when the disk fails in the middle', async () => {
    const folder = await scratchFolder()
    const file = path.join(folder, 'a')
    await writeFile(file, 'old')
    const handle = await open(file)
    const prototype = Object.getPrototypeOf(handle) as typeof handle
    await handle.close()
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
    const sync = vi.spyOn(prototype, 'sync').mockRejectedValueOnce(full)
    onTestFinished(() => sync.mockRestore())
    expect(await failure(file)).toBe(full)
    expect(await text(file)).toBe('old')
    expect(await readdir(folder)).toEqual(['a'])
  })

  test('clears temporary files of this file that a crash left long ago, and no others', async () => {
    const folder = await scratchFolder()
    const left = `.needledrop-${crc32('a')}-0123456789ab.tmp`
    const fresh = `.needledrop-${crc32('a')}-ba9876543210.tmp`
    const foreign = `.needledrop-${crc32('b')}-0123456789ab.tmp`
    for (const name of [left, fresh, foreign]) await writeFile(path.join(folder, name), '')
    for (const name of [left, foreign]) await utimes(path.join(folder, name), 1, 1)
    await writeAtomically(path.join(folder, 'a'), 'new')
    expect((await readdir(folder)).toSorted()).toEqual([fresh, foreign, 'a'].toSorted())
  })
})

test.each([
  ['ENOSPC', 'a full disk'],
  ['EACCES', 'a place that this user may not write to'],
  ['EROFS', 'a disk that can only be read'],
  ['ENOENT', 'a folder that does not exist'],
  ['EISDIR', 'a folder of that name'],
  ['ENAMETOOLONG', 'a name that is too long'],
  ['EBUSY', 'a file that another program holds'],
])('%s is put into words', (code, found) => {
  const problem = writeProblem(Object.assign(new Error(code), { code }), '/films/a.needledrop')
  expect(problem).toMatchObject({ message: 'a.needledrop cannot be written.', found })
  expect(problem.remedy).not.toBe('')
})

test('a failure nobody foresaw keeps its own words', () => {
  expect(writeProblem(new Error('odd'), '/a').found).toBe('odd')
  expect(writeProblem('odd', '/a').found).toBe('odd')
})
