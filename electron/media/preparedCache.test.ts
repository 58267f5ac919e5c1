import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { frames } from '../../shared/time/frames.ts'
import { type CopyFacts, PreparedCache } from './preparedCache.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'prepared-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const facts: CopyFacts = {
  ...{
    width: 960,
    height: 540,
    rate: { num: 24, den: 1, dropFrame: false },
    frameCount: frames(48),
    soundCount: 1,
  },
}

async function keep(
  cache: PreparedCache,
  identity: string,
  remedy: 'proxy' | 'rewrap' = 'proxy',
  size = 100,
) {
  const draft = await cache.draft()
  writeFileSync(draft, Buffer.alloc(size))
  return cache.keep(identity, remedy, draft, facts)
}

describe('copies of films', () => {
  it('are found again by the content of the film, also in another run', async () => {
    const kept = await keep(new PreparedCache(folder), 'film')
    expect(await new PreparedCache(folder).find('film')).toEqual(kept)
    expect(await new PreparedCache(folder).find('other')).toBeNull()
  })

  it('prefer the one that leaves nothing out', async () => {
    const cache = new PreparedCache(folder)
    await keep(cache, 'film', 'proxy')
    await keep(cache, 'film', 'rewrap')
    expect((await cache.find('film'))?.remedy).toBe('rewrap')
  })

  it('are not found once they are damaged, and are removed', async () => {
    const cache = new PreparedCache(folder)
    const { file } = await keep(cache, 'film')
    writeFileSync(file, 'half')
    expect(await cache.find('film')).toBeNull()
    expect(readdirSync(folder)).not.toContain(path.basename(file))
  })

  it('that were left half-made are removed', async () => {
    const cache = new PreparedCache(folder)
    writeFileSync(await cache.draft(), 'half')
    await cache.tidy()
    expect(readdirSync(folder)).toEqual([])
  })

  it('give way when they take too much room, the longest unused first, and never one of this run', async () => {
    const earlier = new PreparedCache(folder, 1000)
    const old = await keep(earlier, 'old', 'proxy', 400)
    const older = await keep(earlier, 'older', 'proxy', 400)
    utimesSync(old.file, 2000, 2000)
    utimesSync(older.file, 1000, 1000)
    const cache = new PreparedCache(folder, 1000)
    await keep(cache, 'new', 'proxy', 400)
    expect(await cache.find('older')).toBeNull()
    expect(await cache.find('old')).not.toBeNull()
    await keep(cache, 'newer', 'proxy', 400)
    expect(await cache.find('new')).not.toBeNull()
  })

  it('are not begun on a disk without room, which is said', async () => {
    const cache = new PreparedCache(folder)
    expect(await cache.lacksRoom(1000)).toBeNull()
    expect(await cache.lacksRoom(2 ** 60)).toMatchObject({
      message: expect.stringContaining('not enough room'),
    })
  })
})
