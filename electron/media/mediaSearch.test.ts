import { mkdir, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { SearchOutcome, SearchProgress, WantedFile } from '../../shared/ipc/mediaLinks.ts'
import { scratchFolder } from '../production/fixtures/scratchFolder.ts'
import { contentIdentity } from './contentIdentity.ts'
import { runs, sourceScript } from './fixtures/sourceThreads.ts'
import { type SearchBounds, searchMedia } from './mediaSearch.ts'
import { MediaSearches } from './mediaSearches.ts'

/** A folder with three levels, the films of two reels renamed and moved in it, and namesakes of another content. */
async function disk() {
  const root = await scratchFolder()
  const deep = path.join(root, 'a', 'b', 'c')
  await mkdir(deep, { recursive: true })
  const files = {
    'a/b/c/locked.mov': 'reel one',
    'a/b/R2.MOV': 'reel two',
    'a/r3.mov': 'reel 3b',
    'a/x.txt': 'reel one',
  }
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(root, name), content)
  await symlink(root, path.join(root, 'a', 'circle'))
  const wanted: WantedFile[] = [
    { path: '/gone/r1.mov', identity: await contentIdentity(path.join(deep, 'locked.mov')) },
    { path: 'C:\\gone\\r2.mov', identity: await contentIdentity(path.join(root, 'a/b/R2.MOV')) },
    { path: '/gone/r3.mov', identity: '7-0000' },
    { path: '/gone/r4.mov', identity: '' },
  ]
  return { root, wanted, at: (name: string) => path.join(root, name) }
}

function searched(root: string, wanted: readonly WantedFile[], bounds?: SearchBounds): SearchOutcome {
  const steps = searchMedia(root, wanted, bounds)
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

describe('searching a folder', () => {
  test('finds renamed and moved files by their content, and tells namesakes of another content', async () => {
    const { root, wanted, at } = await disk()
    expect(searched(root, wanted)).toEqual({
      files: 5,
      folders: 4,
      unreadable: 0,
      cut: null,
      found: [
        { path: '/gone/r1.mov', file: at('a/b/c/locked.mov'), by: 'content' },
        { path: 'C:\\gone\\r2.mov', file: at('a/b/R2.MOV'), by: 'content' },
        { path: '/gone/r3.mov', file: at('a/r3.mov'), by: 'name' },
      ],
    })
  })

  test('ends as soon as everything is found, and at its bounds', async () => {
    const { root, wanted } = await disk()
    const second = wanted.slice(1, 2)
    expect(searched(root, second)).toMatchObject({ cut: null, folders: 3 })
    expect(searched(root, wanted, { files: 2, depth: 9 })).toMatchObject({ cut: 'tooMuch', files: 2 })
    expect(searched(root, wanted, { files: 99, depth: 1 })).toMatchObject({ folders: 2 })
    expect(searched(`${root}/none`, wanted)).toMatchObject({ unreadable: 1, found: [] })
  })

  test('runs in a thread, tells how far it is, and can be stopped', async () => {
    const { root, wanted } = await disk()
    const told: SearchProgress[] = []
    const searches = new MediaSearches(
      (progress) => told.push(progress),
      sourceScript,
      runs('../searchWorker.ts'),
    )
    const whole = await searches.search({ folder: root, wanted })
    expect(whole).toMatchObject({ ok: true, value: { files: 5, cut: null } })
    const begun = searches.search({ folder: '/', wanted })
    searches.stop()
    expect(await begun).toMatchObject({ ok: true, value: { cut: 'stopped', found: [] } })
  })
})
