import { readdir, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { scratchFolder } from './production/fixtures/scratchFolder.ts'
import { scriptedEdits } from './production/fixtures/scriptedEdits.ts'
import { RefusedWorks } from './refusedWorks.ts'

const first = scriptedEdits(3).next().value
const { change } = first.entry
const work = { id: 'tide', title: 'Tide', count: 2, last: ['Rename cue'], change }
const day = 86_400_000

test('refused work is listed by production, the latest first, and reads back', async () => {
  const refused = new RefusedWorks(path.join(await scratchFolder(), 'refused'))
  expect(await refused.list('tide')).toEqual([])
  const now = new Date('2026-11-23T12:00:00Z')
  await refused.keep(work, now)
  const later = await refused.keep({ ...work, count: 3 }, new Date(now.getTime() + 1000))
  await refused.keep({ ...work, id: 'tide-2' }, now)
  const list = await refused.list('tide')
  expect(list.map(({ count }) => count)).toEqual([3, 2])
  expect(later).toEqual({ ok: true, value: list[0] })
  expect(list[1]).toMatchObject({
    at: now.toISOString(),
    until: new Date(now.getTime() + 30 * day).toISOString(),
  })
  expect(await refused.read(list[1]?.name ?? '')).toEqual({ ok: true, value: work })
})

test('only what is older than thirty days is removed', async () => {
  const folder = path.join(await scratchFolder(), 'refused')
  const refused = new RefusedWorks(folder)
  const now = new Date('2026-11-23T12:00:00Z')
  await refused.keep(work, new Date(now.getTime() - 31 * day))
  await refused.keep(work, new Date(now.getTime() - 29 * day))
  await refused.keep(work, new Date(now.getTime() + 400 * day))
  await writeFile(path.join(folder, 'notes.txt'), '')
  await utimes(path.join(folder, 'notes.txt'), 0, 0)
  await refused.tidy(now)
  expect((await readdir(folder)).length).toBe(3)
  expect((await refused.list('tide')).length).toBe(2)
})

test('a name that leads out of the folder finds nothing', async () => {
  const refused = new RefusedWorks(await scratchFolder())
  expect((await refused.read('../../etc/passwd')).ok).toBe(false)
})
