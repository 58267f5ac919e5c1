import { mkdtemp, readdir, readlink, rename, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fileStream, firstPieceSize } from './fileStream.ts'
import { readsFromSource } from './fixtures/sourceThreads.ts'

const size = 3_000_000

describe('fileStream', () => {
  let folder = ''
  let file = ''
  const reads = readsFromSource()
  const content = Buffer.alloc(size, 0).map((_, index) => (index * 31 + (index >> 8)) & 255)
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'needledrop-stream-'))
    file = path.join(folder, 'film.mp4')
    await writeFile(file, content)
  })
  afterEach(() => rm(folder, { recursive: true }))
  afterAll(() => reads.end())

  const streamOf = async (first: number, last: number) => {
    const start = await reads.first(file, `bytes=${first}-${last}`, firstPieceSize)
    if (!start.ok || !start.value) throw new Error('the file is not read')
    return fileStream(reads, file, start.value, { first, last })
  }

  test.each([
    [0, size - 1],
    [0, 0],
    [size - 1, size - 1],
    [firstPieceSize, 2 * firstPieceSize - 1],
    [firstPieceSize - 1, 2 * firstPieceSize],
    [17, 1_500_017],
  ])('bytes %d to %d come out as they are in the file', async (first, last) => {
    const bytes = await new Response(await streamOf(first, last)).arrayBuffer()
    expect(Buffer.compare(Buffer.from(bytes), content.subarray(first, last + 1))).toBe(0)
  })

  test.each([
    ['became shorter', () => truncate(file, 1000)],
    ['is gone', () => rm(file)],
    [
      'was replaced',
      async () => {
        await writeFile(`${file}.new`, content)
        await rename(`${file}.new`, file)
      },
    ],
    ['was written to', () => utimes(file, 1, 1)],
  ])('a file that %s breaks off with an error', async (_, change) => {
    const stream = await streamOf(0, size - 1)
    await change()
    await expect(new Response(stream).arrayBuffer()).rejects.toThrow(/film\.mp4 was changed/)
  })

  test('no descriptor is left, whether the answer is read, left or not begun', async () => {
    for (const pieces of [0, 1, 2, 3]) {
      const reader = (await streamOf(0, size - 1)).getReader()
      for (let piece = 0; piece < pieces; piece++) await reader.read()
      const last = reader.read().catch(() => {})
      await reader.cancel()
      await last
      await vi.waitFor(async () => expect(await openDescriptors(file)).toBe(0))
    }
  })

  test('nothing is open while nobody reads', async () => {
    const stream = await streamOf(0, size - 1)
    await vi.waitFor(async () => expect(await openDescriptors(file)).toBe(0))
    await stream.cancel()
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
