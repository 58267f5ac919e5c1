import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readsFromSource } from './fixtures/sourceThreads.ts'

describe('FilmReads', () => {
  let folder = ''
  const reads = readsFromSource()
  const file = (name: string) => path.join(folder, name)
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'needledrop-reads-'))
    await writeFile(file('film.mp4'), '0123456789')
    await symlink(file('film.mp4'), file('link.mp4'))
  })
  afterAll(async () => {
    await reads.end()
    await rm(folder, { recursive: true })
  })

  const textOf = async (name: string, range: string | null, most = 100) => {
    const first = await reads.first(file(name), range, most)
    return first.ok && first.value ? [Buffer.from(first.value.bytes).toString(), first.value.size] : first
  }

  test('the beginning of an answer comes with what the file is', async () => {
    expect(await textOf('film.mp4', null)).toEqual(['0123456789', 10])
    expect(await textOf('film.mp4', 'bytes=3-6')).toEqual(['3456', 10])
    expect(await textOf('film.mp4', 'bytes=3-', 2)).toEqual(['34', 10])
    expect(await textOf('film.mp4', 'bytes=20-')).toEqual(['', 10])
    expect(await textOf('link.mp4', 'bytes=-2')).toEqual(['89', 10])
  })

  test('what is no file is nothing', async () => {
    const nothing = { ok: true, value: null }
    expect(await textOf('gone.mp4', null)).toEqual(nothing)
    expect(await textOf('.', null)).toEqual(nothing)
    expect(await textOf('film.mp4/x', null)).toEqual(nothing)
    expect(await reads.first('/dev/null', null, 10)).toEqual(nothing)
    expect(await reads.first('film\0.mp4', null, 10)).toEqual(nothing)
  })

  test.skipIf(process.platform === 'win32')('a pipe is nothing, and nobody waits for it', async () => {
    execFileSync('mkfifo', [file('pipe')])
    expect(await textOf('pipe', null)).toEqual({ ok: true, value: null })
    expect(await reads.isThere(file('pipe'), 5000)).toBe(false)
  })

  test('whether a file is there is told, also where it may not be read', async () => {
    expect(await reads.isThere(file('film.mp4'), 5000)).toBe(true)
    expect(await reads.isThere(file('gone.mp4'), 5000)).toBe(false)
    expect(await reads.isThere(folder, 5000)).toBe(false)
    await writeFile(file('closed.mp4'), '')
    await chmod(file('closed.mp4'), 0)
    expect(await reads.isThere(file('closed.mp4'), 5000)).toBe(true)
  })

  test('patience ends without an answer', async () => {
    const silent = readsFromSource({ most: 0 })
    expect(await silent.isThere(file('film.mp4'), 10)).toBeNull()
  })
})
