import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { ReelId } from '../../shared/model/ids.ts'
import { blankDocument } from '../../shared/model/newProduction.ts'
import type { Reel } from '../../shared/model/production.ts'
import { frames } from '../../shared/time/frames.ts'
import { type Presence, withFilmsNearby } from './filmsNearby.ts'

const presence: Presence = (file) =>
  stat(file).then(
    () => true,
    () => false,
  )

describe('withFilmsNearby', () => {
  let folder = ''
  let production = ''
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'needledrop-nearby-'))
    production = path.join(folder, 'work.needledrop')
    await writeFile(path.join(folder, 'reel one.mp4'), '')
  })
  afterEach(() => rm(folder, { recursive: true }))

  const found = async (film: string | null, file: string | null = production) => {
    const document = await withFilmsNearby(documentWith(film), file, presence)
    return Object.values(document.reels)[0]?.media?.path ?? null
  }

  test('a film that moved together with its production is found beside it', async () => {
    const nearby = path.join(folder, 'reel one.mp4')
    expect(await found('/gone/elsewhere/reel one.mp4')).toBe(nearby)
    expect(await found('C:\\Films\\Cut 7\\reel one.mp4')).toBe(nearby)
    expect(await found('reel one.mp4')).toBe(nearby)
  })

  test('a film that is where it was is left there, even with a namesake beside the production', async () => {
    await mkdir(path.join(folder, 'films'))
    const there = path.join(folder, 'films', 'reel one.mp4')
    await writeFile(there, '')
    expect(await found(there)).toBe(there)
  })

  test('a film that is nowhere keeps its path, so that it can be asked for', async () => {
    expect(await found('/gone/reel two.mp4')).toBe('/gone/reel two.mp4')
    expect(await found('/gone/')).toBe('/gone/')
    expect(await found('')).toBe('')
    expect(await found(null)).toBeNull()
  })

  test('a film whose folder does not answer keeps its path', async () => {
    const document = documentWith('/net/reel one.mp4')
    const silent: Presence = async (file) => (file.startsWith('/net/') ? null : presence(file))
    expect(await withFilmsNearby(document, production, silent)).toBe(document)
  })

  test('a proxy and stems are found beside it as well, each for itself', async () => {
    await writeFile(path.join(folder, 'proxy.mp4'), '')
    await writeFile(path.join(folder, 'MX.wav'), '')
    const document = documentWith('/gone/reel one.mp4')
    const [reel] = Object.values(document.reels)
    if (!reel?.media) throw new Error('the reel has no film')
    const stem = (file: string) => ({
      ...{ path: file, identity: '', label: '' },
      start: { samples: 0, sampleRate: 48_000 },
    })
    const media = { ...reel.media, proxy: { path: 'D:\\Proxies\\proxy.mp4', identity: '' } }
    const stems = [stem('/gone/MX.wav'), stem('/gone/DX.wav')]
    const moved = { ...document, reels: { [reel.id]: { ...reel, media, stems } } }
    const after = Object.values((await withFilmsNearby(moved, production, presence)).reels)[0]
    expect(after?.media?.path).toBe(path.join(folder, 'reel one.mp4'))
    expect(after?.media?.proxy?.path).toBe(path.join(folder, 'proxy.mp4'))
    expect(after?.stems.map((each) => each.path)).toEqual([path.join(folder, 'MX.wav'), '/gone/DX.wav'])
  })

  test('a production without a file has no place beside it', async () => {
    expect(await found('/gone/reel one.mp4', null)).toBe('/gone/reel one.mp4')
  })

  test('a document in which nothing is found is the same one', async () => {
    const document = documentWith('/gone/reel two.mp4')
    expect(await withFilmsNearby(document, production, presence)).toBe(document)
  })
})

function documentWith(film: string | null): ProductionDocument {
  const id = 'R1' as ReelId
  const media =
    film === null ? null : { path: film, identity: '', startFrame: frames(0), frameCount: frames(10) }
  const reel: Reel = {
    id,
    label: 'R1',
    order: 1,
    programme: { start: frames(0), end: frames(10) },
    media: media && { ...media, hasPicture: true, hasSound: true, proxy: null },
    stems: [],
    pictureRate: null,
  }
  return { ...blankDocument({ num: 24, den: 1, dropFrame: false }), reels: { [id]: reel } }
}
