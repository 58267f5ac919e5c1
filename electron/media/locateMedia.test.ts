import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { ReelId } from '../../shared/model/ids.ts'
import { blankDocument } from '../../shared/model/newProduction.ts'
import { frames } from '../../shared/time/frames.ts'
import { scratchFolder } from '../production/fixtures/scratchFolder.ts'
import { relativesFrom } from '../production/relativePaths.ts'
import { contentIdentity } from './contentIdentity.ts'
import { readsFromSource } from './fixtures/sourceThreads.ts'
import { locateMedia } from './locateMedia.ts'

const reads = readsFromSource()
afterAll(() => reads.end())

/** A production in `show/cues` that names a film in `show/films` and a stem beside itself. */
async function show() {
  const folder = await scratchFolder()
  const home = path.join(folder, 'show')
  const film = path.join(home, 'films', 'r1.mov')
  const stem = path.join(home, 'cues', 'dx.wav')
  await mkdir(path.dirname(film), { recursive: true })
  await mkdir(path.dirname(stem))
  await writeFile(film, 'the film')
  await writeFile(stem, 'the stem')
  const named = async (file: string) => ({ path: file, identity: await contentIdentity(file) })
  const document = documentWith(await named(film), await named(stem))
  const file = path.join(home, 'cues', 'work.needledrop')
  const relatives = relativesFrom(file, [film, stem])
  return { folder, home, film, stem, document, file, relatives }
}

describe('looking for media', () => {
  test('leaves what is where it was', async () => {
    const { document, file, relatives } = await show()
    const news = await locateMedia(document, file, relatives, reads)
    expect(news).toEqual({ moved: [], others: [], missing: [], expected: new Map() })
  })

  test('finds what was moved together with the production, by the relative path', async () => {
    const { folder, home, film, stem, document, relatives } = await show()
    await rename(home, path.join(folder, 'elsewhere'))
    const cues = path.join(folder, 'elsewhere', 'cues')
    const { moved } = await locateMedia(document, path.join(cues, 'work.needledrop'), relatives, reads)
    expect(moved).toEqual([
      { from: film, to: path.join(folder, 'elsewhere', 'films', 'r1.mov') },
      { from: stem, to: path.join(cues, 'dx.wav') },
    ])
  })

  test('finds without a relative path what lies beside the production or in folders of the same names', async () => {
    const { home, film, document, file } = await show()
    await mkdir(path.join(home, 'cues', 'films'))
    await rename(film, path.join(home, 'cues', 'films', 'r1.mov'))
    const { moved } = await locateMedia(document, file, new Map(), reads)
    expect(moved).toEqual([{ from: film, to: path.join(home, 'cues', 'films', 'r1.mov') }])
  })

  test('does not take another content under the same name, and says where the film should be', async () => {
    const { folder, home, film, stem, document, relatives } = await show()
    await rename(home, path.join(folder, 'elsewhere'))
    const there = path.join(folder, 'elsewhere', 'films', 'r1.mov')
    await writeFile(there, 'another cut')
    const file = path.join(folder, 'elsewhere', 'cues', 'work.needledrop')
    const news = await locateMedia(document, file, relatives, reads)
    expect(news.moved.map(({ from }) => from)).toEqual([stem])
    expect(news).toMatchObject({ others: [{ from: film, to: there }], missing: [film] })
    expect(news.expected).toEqual(new Map([[film, there]]))
  })

  test('takes a file of unknown content by its name', async () => {
    const { home, document: known, file } = await show()
    const beside = path.join(home, 'cues', 'r9.mov')
    await writeFile(beside, 'anything')
    const [stem] = known.reels.r?.stems ?? []
    const document = documentWith(
      { path: 'C:\\films\\r9.mov', identity: '' },
      stem ?? { path: '', identity: '' },
    )
    const { moved } = await locateMedia(document, file, new Map(), reads)
    expect(moved).toEqual([{ from: 'C:\\films\\r9.mov', to: beside }])
  })

  test('without a production’s file only tells what is missing', async () => {
    const { document, film } = await show()
    await rename(film, `${film}.gone`)
    expect(await locateMedia(document, null, new Map(), reads)).toMatchObject({ moved: [], missing: [film] })
  })

  test('leaves alone what a folder that does not answer may hold', async () => {
    const { document, file } = await show()
    const silent = { isThere: async () => null, identity: async () => null }
    expect(await locateMedia(document, file, new Map(), silent)).toMatchObject({ moved: [], missing: [] })
  })
})

type Named = { readonly path: string; readonly identity: string }

function documentWith(film: Named, { path: stem, identity }: Named): ProductionDocument {
  const blank = blankDocument({ num: 24, den: 1, dropFrame: false })
  const id = 'r' as ReelId
  const facts = {
    startFrame: frames(0),
    frameCount: frames(10),
    hasPicture: true,
    hasSound: true,
    proxy: null,
  }
  const reel = {
    ...{ id, label: 'Reel 1', order: 1, programme: { start: frames(0), end: frames(10) } },
    media: { path: film.path, identity: film.identity, ...facts },
    pictureRate: null,
    stems: [{ path: stem, identity, label: 'DX', start: { samples: 0, sampleRate: 48_000 } }],
  }
  return { ...blank, reels: { [id]: reel } }
}
