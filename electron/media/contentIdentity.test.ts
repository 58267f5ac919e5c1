import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentIdentity, peaksKey } from './contentIdentity.ts'

const megabyte = 1024 * 1024

describe('contentIdentity', () => {
  let folder = ''
  const identityOf = async (content: Buffer | string) => {
    const file = path.join(folder, 'film.mp4')
    await writeFile(file, content)
    return contentIdentity(file)
  }
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'needledrop-identity-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('is the same for the same content under another name', async () => {
    const first = await identityOf(Buffer.alloc(3 * megabyte, 7))
    await rename(path.join(folder, 'film.mp4'), path.join(folder, 'other.mov'))
    expect(await contentIdentity(path.join(folder, 'other.mov'))).toBe(first)
    expect(first).toMatch(/^3145728-[0-9a-f]{40}$/)
  })

  test('differs with the size, and with any byte of a small file', async () => {
    const small = Buffer.alloc(1000, 7)
    const changed = Buffer.from(small)
    changed[500] = 8
    const identities = [
      await identityOf(small),
      await identityOf(changed),
      await identityOf(Buffer.alloc(1001, 7)),
    ]
    expect(new Set(identities).size).toBe(3)
  })

  test('differs with the first and the last bytes of a large file', async () => {
    const large = Buffer.alloc(3 * megabyte, 7)
    const identities = [await identityOf(large)]
    for (const at of [0, large.length - 1]) {
      const changed = Buffer.from(large)
      changed[at] = 8
      identities.push(await identityOf(changed))
    }
    expect(new Set(identities).size).toBe(3)
  })

  test('an empty file has one too', async () => {
    expect(await identityOf('')).toMatch(/^0-[0-9a-f]{40}$/)
  })

  test('peaks are kept under a key that no other identity has', () => {
    expect(peaksKey('1-a')).toMatch(/^[0-9a-f]{40}$/)
    expect(peaksKey('1-a')).toBe(peaksKey('1-a'))
    expect(peaksKey('1-a')).not.toBe(peaksKey('1-b'))
  })
})
