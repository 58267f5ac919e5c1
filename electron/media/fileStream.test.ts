import { mkdtemp, readdir, readlink, rm, truncate, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fileStream } from './fileStream.ts'

const size = 700_000

describe('fileStream', () => {
  let folder = ''
  let file = ''
  const content = Buffer.alloc(size, 0).map((_, index) => (index * 31 + (index >> 8)) & 255)
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'needledrop-stream-'))
    file = path.join(folder, 'film.mp4')
    await writeFile(file, content)
  })
  afterEach(() => rm(folder, { recursive: true }))

  test.each([
    [0, size - 1],
    [0, 0],
    [size - 1, size - 1],
    [262_144, 524_287],
    [262_143, 524_288],
  ])('bytes %d to %d come out as they are in the file', async (first, last) => {
    const bytes = await new Response(await fileStream(file, { first, last })).arrayBuffer()
    expect(Buffer.compare(Buffer.from(bytes), content.subarray(first, last + 1))).toBe(0)
    expect(await openDescriptors(file)).toBe(0)
  })

  test('a file that is not there is refused at once', async () => {
    await expect(fileStream(`${file}.gone`, { first: 0, last: 1 })).rejects.toThrow('ENOENT')
  })

  test('a file that became shorter ends where it ends now', async () => {
    const stream = await fileStream(file, { first: 0, last: size - 1 })
    await truncate(file, 1000)
    const bytes = await new Response(stream).arrayBuffer()
    expect(bytes.byteLength).toBeLessThan(size)
    expect(await openDescriptors(file)).toBe(0)
  })

  test('the file is closed when the reader goes away, read or not', async () => {
    for (const pieces of [0, 1, 2]) {
      const reader = (await fileStream(file, { first: 0, last: size - 1 })).getReader()
      for (let piece = 0; piece < pieces; piece++) await reader.read()
      await reader.cancel()
      await vi.waitFor(async () => expect(await openDescriptors(file)).toBe(0))
    }
  })

  test('only a little is read ahead of a reader who does not take it', async () => {
    const stream = await fileStream(file, { first: 0, last: size - 1 })
    expect(await openDescriptors(file)).toBe(1)
    await stream.cancel()
    await vi.waitFor(async () => expect(await openDescriptors(file)).toBe(0))
  })
})

/** How often this process has the file open; 0 where the system does not tell. */
async function openDescriptors(file: string): Promise<number> {
  if (process.platform !== 'linux') return 0
  const links = await Promise.all(
    (await readdir('/proc/self/fd')).map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')),
  )
  return links.filter((link) => link === file).length
}
