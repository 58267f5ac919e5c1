import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PeaksCache } from './peaksCache.ts'

const key = 'a'.repeat(40)

describe('PeaksCache', () => {
  let scratch = ''
  let folder = ''
  let cache: PeaksCache
  beforeEach(async () => {
    scratch = await mkdtemp(path.join(os.tmpdir(), 'needledrop-peaks-'))
    folder = path.join(scratch, 'peaks')
    cache = new PeaksCache(folder)
  })
  afterEach(() => rm(scratch, { recursive: true }))

  test('what was written under an admitted key is read back, by another run as well', async () => {
    cache.admit(key)
    expect(await cache.read(key)).toBeNull()
    expect(await cache.write(key, streamOf('first ', 'peaks'))).toBe(true)
    expect(String(await cache.read(key))).toBe('first peaks')
    const next = new PeaksCache(folder)
    next.admit(key)
    expect(String(await next.read(key))).toBe('first peaks')
  })

  test('writing again replaces the whole entry', async () => {
    cache.admit(key)
    await cache.write(key, streamOf('a long first entry'))
    await cache.write(key, streamOf('short'))
    expect(String(await cache.read(key))).toBe('short')
    expect(await readdir(folder)).toHaveLength(1)
  })

  test('under a key that was not admitted nothing is written, and nothing is read', async () => {
    cache.admit(key)
    await cache.write(key, streamOf('peaks'))
    const stranger = new PeaksCache(folder)
    expect(await stranger.write('b'.repeat(40), streamOf('x'))).toBe(false)
    expect(await stranger.read(key)).toBeNull()
    expect(await readdir(folder)).toHaveLength(1)
  })

  test('an entry that breaks off leaves the one before it, and no rest', async () => {
    cache.admit(key)
    await cache.write(key, streamOf('whole'))
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(Buffer.from('half'))
        controller.error(new Error('the page went away'))
      },
    })
    await expect(cache.write(key, broken)).rejects.toThrow('the page went away')
    expect(String(await cache.read(key))).toBe('whole')
    expect(await readdir(folder)).toHaveLength(1)
  })

  test('two writes of one entry at a time leave one of them, whole', async () => {
    cache.admit(key)
    const [first, second] = ['1'.repeat(300_000), '2'.repeat(200_000)]
    await Promise.all([cache.write(key, slowly(first)), cache.write(key, slowly(second))])
    expect([first, second]).toContain(String(await cache.read(key)))
    expect(await readdir(folder)).toHaveLength(1)
  })
})

function streamOf(...pieces: readonly string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(Buffer.from(piece))
      controller.close()
    },
  })
}

/** A text in many pieces, each in a turn of its own. */
function slowly(text: string): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream({
    async pull(controller) {
      await new Promise((resolve) => setImmediate(resolve))
      controller.enqueue(Buffer.from(text.slice(at, at + 10_000)))
      at += 10_000
      if (at >= text.length) controller.close()
    },
  })
}
