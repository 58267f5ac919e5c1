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
    expect(await cache.read(key, '0', null)).toBe('none')
    expect(await cache.write(key, '0', streamOf('first ', 'peaks'))).toBe(true)
    expect(await text(cache)).toBe('first peaks')
    const next = new PeaksCache(folder)
    next.admit(key)
    expect(await text(next)).toBe('first peaks')
  })

  test('writing again replaces the whole entry', async () => {
    cache.admit(key)
    await cache.write(key, '0', streamOf('a long first entry'))
    await cache.write(key, '0', streamOf('short'))
    expect(await text(cache)).toBe('short')
    expect(await readdir(folder)).toHaveLength(1)
  })

  test('each stream has its own entry, and a range of it is read without the rest', async () => {
    cache.admit(key)
    await cache.write(key, '0', streamOf('first'))
    await cache.write(key, '1p', streamOf('0123456789'))
    expect(await text(cache)).toBe('first')
    expect(await text(cache, '1p', 'bytes=3-5')).toBe('345')
    expect(await text(cache, '1p', 'bytes=8-99')).toBe('89')
    expect(await text(cache, '1p', 'bytes=10-')).toBe('impossible')
    expect(await text(cache, '2')).toBe('none')
  })

  test('an entry that cannot be used is removed, and the log says so', async () => {
    const notes: string[] = []
    const noting = new PeaksCache(folder, (note) => notes.push(note))
    noting.admit(key)
    expect(await noting.remove(key, '0')).toBe(false)
    await noting.write(key, '0', streamOf('damaged'))
    expect(await new PeaksCache(folder).remove(key, '0')).toBe(false)
    expect(await noting.remove(key, '0')).toBe(true)
    expect(await text(noting)).toBe('none')
    expect(notes).toEqual([`The kept waveform ${key}-0.peaks could not be used and is made anew.`])
  })

  test('under a key that was not admitted nothing is written, and nothing is read', async () => {
    cache.admit(key)
    await cache.write(key, '0', streamOf('peaks'))
    const stranger = new PeaksCache(folder)
    expect(await stranger.write('b'.repeat(40), '0', streamOf('x'))).toBe(false)
    expect(await stranger.read(key, '0', null)).toBeNull()
    expect(await readdir(folder)).toHaveLength(1)
  })

  test('an entry that breaks off leaves the one before it, and no rest', async () => {
    cache.admit(key)
    await cache.write(key, '0', streamOf('whole'))
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(Buffer.from('half'))
        controller.error(new Error('the page went away'))
      },
    })
    await expect(cache.write(key, '0', broken)).rejects.toThrow('the page went away')
    expect(await text(cache)).toBe('whole')
    expect(await readdir(folder)).toHaveLength(1)
  })

  test('two writes of one entry at a time leave one of them, whole', async () => {
    cache.admit(key)
    const [first, second] = ['1'.repeat(300_000), '2'.repeat(200_000)]
    await Promise.all([cache.write(key, '0', slowly(first)), cache.write(key, '0', slowly(second))])
    expect([first, second]).toContain(await text(cache))
    expect(await readdir(folder)).toHaveLength(1)
  })
})

/** All that is kept of a stream, as text. */
async function text(cache: PeaksCache, stream = '0', range: string | null = null): Promise<string> {
  const piece = await cache.read(key, stream, range)
  return piece === null || typeof piece === 'string' ? String(piece) : Buffer.from(piece.bytes).toString()
}

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
