import { spawnSync } from 'node:child_process'
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { crc32 } from '../../shared/files/crc32.ts'
import { healFile, writeAtomically } from './atomicWrite.ts'
import { mayMount, mountDisk, pinFile, setReadOnly } from './fixtures/mountedDisk.ts'
import { scratchFolder } from './fixtures/scratchFolder.ts'

const child = fileURLToPath(new URL('./fixtures/savingChild.ts', import.meta.url))
const hasStrace = spawnSync('strace', ['-e', 'trace=rename', 'true']).status === 0

/** Replaces a file in a process whose system calls about it fail as told; gives how it ended. */
function replaceWithFaults(file: string, ...faults: readonly string[]): string {
  const calls = 'trace=rename,fsync'
  const strace = ['-f', '-o', '/dev/null', '-e', calls, '-e', 'signal=none', ...faults]
  return spawnSync('strace', [...strace, process.execPath, '--import', 'tsx', child, file, 'new'], {
    encoding: 'utf8',
    // strace counts the calls of each thread by itself.
    env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
  }).stdout
}

describe.skipIf(!hasStrace)('on a folder that does not let a rename replace a file', () => {
  for (const code of ['EXDEV', 'EEXIST']) {
    test(`the new file takes the place of one that was moved aside (${code})`, {
      timeout: 20_000,
    }, async () => {
      const folder = await scratchFolder()
      const file = path.join(folder, 'a.needledrop')
      await writeFile(file, 'old')
      expect(replaceWithFaults(file, '-e', `inject=rename:error=${code}:when=1`)).toBe('written')
      expect(await readFile(file, 'utf8')).toBe('new')
      expect(await readdir(folder)).toEqual(['a.needledrop'])
    })
  }

  test('a file that a sync client holds for a moment is replaced a moment later', {
    timeout: 20_000,
  }, async () => {
    const folder = await scratchFolder()
    const file = path.join(folder, 'a.needledrop')
    await writeFile(file, 'old')
    expect(replaceWithFaults(file, '-e', 'inject=rename:error=EBUSY:when=1..4')).toBe('written')
    expect(await readFile(file, 'utf8')).toBe('new')
  })

  test('the old file stays, whole, where nothing can be renamed at all', { timeout: 20_000 }, async () => {
    const folder = await scratchFolder()
    const file = path.join(folder, 'a.needledrop')
    await writeFile(file, 'old')
    expect(replaceWithFaults(file, '-e', 'inject=rename:error=EPERM')).toBe('EPERM')
    expect(await readFile(file, 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['a.needledrop'])
  })

  test('the old file comes back when the new one cannot take its place', { timeout: 20_000 }, async () => {
    const folder = await scratchFolder()
    const file = path.join(folder, 'a.needledrop')
    await writeFile(file, 'old')
    // The first and the third rename are those of the new file, the second moves the old one aside.
    expect(replaceWithFaults(file, '-e', 'inject=rename:error=EXDEV:when=1..3+2')).toBe('EXDEV')
    expect(await readFile(file, 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['a.needledrop'])
  })

  test('a new file is named where a rename is not possible', { timeout: 20_000 }, async () => {
    const folder = await scratchFolder()
    const file = path.join(folder, 'a.needledrop')
    expect(replaceWithFaults(file, '-e', 'inject=rename:error=EXDEV')).toBe('written')
    expect(await readFile(file, 'utf8')).toBe('new')
    expect(await readdir(folder)).toEqual(['a.needledrop'])
  })

  test('files and folders that cannot be flushed are written all the same', { timeout: 20_000 }, async () => {
    const folder = await scratchFolder()
    const file = path.join(folder, 'a.needledrop')
    await writeFile(file, 'old')
    expect(replaceWithFaults(file, '-e', 'inject=fsync:error=EINVAL')).toBe('written')
    expect(await readFile(file, 'utf8')).toBe('new')
  })
})

test('a file that was moved aside when the machine stopped is put back', async () => {
  const folder = await scratchFolder()
  const file = path.join(folder, 'a.needledrop')
  await writeFile(file, 'old')
  await rename(file, path.join(folder, `.needledrop-${crc32('a.needledrop')}-0011.old`))
  await healFile(file)
  expect(await readFile(file, 'utf8')).toBe('old')
})

test('the last look before the replacement may still refuse it', async () => {
  const folder = await scratchFolder()
  const file = path.join(folder, 'a.needledrop')
  await writeFile(file, 'theirs')
  const refuse = async () => Promise.reject(new Error('changed'))
  await expect(writeAtomically(file, 'mine', refuse)).rejects.toThrow('changed')
  expect(await readFile(file, 'utf8')).toBe('theirs')
  expect(await readdir(folder)).toEqual(['a.needledrop'])
})

describe.skipIf(!mayMount)('on real disks', () => {
  test('a full disk, a read-only one and a pinned file leave the old file whole and nothing beside it', async () => {
    const folder = path.join(await scratchFolder(), 'disk')
    await mountDisk(folder, 64)
    const file = path.join(folder, 'a.needledrop')
    await writeAtomically(file, 'old')
    await expect(writeAtomically(file, 'x'.repeat(200_000))).rejects.toMatchObject({ code: 'ENOSPC' })
    setReadOnly(folder, true)
    await expect(writeAtomically(file, 'new')).rejects.toMatchObject({ code: 'EROFS' })
    setReadOnly(folder, false)
    pinFile(file)
    await expect(writeAtomically(file, 'new')).rejects.toMatchObject({ code: 'EBUSY' })
    expect(await readFile(file, 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['a.needledrop'])
  })
})
