import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { KeptView } from '../shared/ipc/keptView.ts'
import { scratchFolder } from './production/fixtures/scratchFolder.ts'
import { Views } from './views.ts'

const view = (frame: number): KeptView => ({
  place: { reel: 'r1', frame },
  selection: ['c1'],
  picked: null,
  timeline: { first: 12.5, pixelsPerFrame: 0.25, width: 1400 },
  panel: 'review',
  isMixOpen: false,
  room: 'rights',
  scroll: { cues: 40, review: 0 },
})

test('where one was is there after another start, the last of many moves', async () => {
  const folder = path.join(await scratchFolder(), 'views')
  const views = new Views(folder)
  expect(await views.get('a')).toBe(null)
  const moves = [1, 2, 3, 4].map((frame) => views.keep('a', view(frame)))
  expect(await views.get('a')).toEqual(view(4))
  await Promise.all([...moves, views.keep('b', view(9))])
  const next = new Views(folder)
  expect(await next.get('a')).toEqual(view(4))
  expect(await next.get('b')).toEqual(view(9))
  expect((await readdir(folder)).toSorted()).toEqual(['a.json', 'b.json'])
})

test('a file that cannot be read is nothing, and is written anew', async () => {
  const folder = await scratchFolder()
  const views = new Views(folder)
  for (const text of ['', '{"place":', JSON.stringify({ ...view(1), panel: 'none' })]) {
    await writeFile(path.join(folder, 'a.json'), text)
    expect(await views.get('a')).toBe(null)
  }
  await views.keep('a', view(2))
  expect(await views.get('a')).toEqual(view(2))
})

test('a folder that cannot be written loses the place and nothing else', async () => {
  const file = path.join(await scratchFolder(), 'file')
  await writeFile(file, '')
  await new Views(path.join(file, 'views')).keep('a', view(1))
})
