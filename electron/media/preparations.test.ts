import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Preparing } from '../../shared/ipc/film.ts'
import { Ffmpeg } from './ffmpeg.ts'
import { expectedBytes, type Original, Preparations } from './preparations.ts'
import { PreparedCache } from './preparedCache.ts'
import { Stopped } from './prepareThread.ts'
import { ProbeThread } from './probeThread.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'preparations-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const facts: Original['facts'] = {
  ...{ container: 'MPEG-4', size: 1000, picture: null, sounds: [], durationSeconds: 10, timeReference: null },
  isInexact: false,
}
const film = (name: string): Original => ({ path: `/films/${name}`, name, identity: name, facts })

function preparations(told: Preparing[] = []): Preparations {
  return new Preparations({
    cache: new PreparedCache(folder),
    ffmpeg: new Ffmpeg({ get: () => null, set: () => {} }),
    probes: new ProbeThread(),
    serve: (file) => `media://film/${file}`,
    tell: (preparing) => told.push(preparing),
  })
}

/** Work that goes on until it is stopped. */
function untilStopped(_draft: string, _progress: unknown, signal: AbortSignal): Promise<void> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Stopped())))
}

describe('preparations', () => {
  it('wait for one another; one that is stopped while it waits is over at once', async () => {
    const all = preparations()
    const begun: string[] = []
    const first = all.enqueue(film('a'), 'proxy', (...args) => {
      begun.push('a')
      return untilStopped(...args)
    })
    const second = all.enqueue(film('b'), 'proxy', async () => {
      begun.push('b')
    })
    all.cancel('/films/b')
    expect(await second).toMatchObject({ ok: false, problem: { message: 'The copy of b was stopped.' } })
    await expect.poll(() => begun).toEqual(['a'])
    all.cancel('/films/a')
    expect(await first).toMatchObject({ ok: false, problem: { message: 'The copy of a was stopped.' } })
    expect(begun).toEqual(['a'])
    expect(readdirSync(folder)).toEqual([])
  })

  it('of the quick kind do not wait for the long ones', async () => {
    const all = preparations()
    const long = all.enqueue(film('long'), 'proxy', untilStopped)
    const begun = new Promise<void>((resolve) => {
      void all.enqueue(film('quick'), 'rewrap', async (...args) => {
        resolve()
        return untilStopped(...args)
      })
    })
    await begun
    all.end()
    expect((await long).ok).toBe(false)
  })

  it('that are stopped while room is looked for never begin', async () => {
    const all = preparations()
    const begun: string[] = []
    const stopped = all.enqueue(film('d'), 'proxy', (...args) => {
      begun.push('d')
      return untilStopped(...args)
    })
    for (let turn = 0; turn < 3; turn += 1) await Promise.resolve()
    all.cancel('/films/d')
    expect((await stopped).ok).toBe(false)
    expect(begun).toEqual([])
    expect(readdirSync(folder)).toEqual([])
  })

  it('that fail say why, and leave nothing behind', async () => {
    const told: Preparing[] = []
    const failed = await preparations(told).enqueue(film('c'), 'proxy', async () => {
      throw new Error('Unknown encoder')
    })
    expect(failed).toMatchObject({ ok: false, problem: { found: 'Unknown encoder' } })
    expect(told).toEqual([{ path: '/films/c', remedy: 'proxy', fraction: 0, secondsLeft: null }])
    expect(readdirSync(folder)).toEqual([])
  })

  it('count no film whose index leads nowhere, since that comes to no end', async () => {
    const picture = { frameCount: 240 } as unknown as NonNullable<Original['facts']['picture']>
    const damaged = { path: '/films/never', facts: { ...facts, picture, hasBrokenIndex: true as const } }
    let isCounted = false
    const all = preparations()
    all.count = async () => {
      isCounted = true
      return { frames: 240, sounds: 0 }
    }
    expect(await all.countFilm(damaged)).toBeNull()
    expect(isCounted).toBe(false)
    expect(await all.countFilm({ ...damaged, facts: { ...facts, picture } })).toEqual({
      frames: 240,
      sounds: 0,
    })
  })

  it('count on as much room as the film takes when it is only rewrapped', () => {
    expect(expectedBytes({ facts: { ...facts, size: 10 ** 10 } }, 'rewrap')).toBeGreaterThan(10 ** 10)
    expect(expectedBytes({ facts: { ...facts, size: 10 ** 10 } }, 'proxy')).toBeLessThan(10 ** 8)
  })
})
