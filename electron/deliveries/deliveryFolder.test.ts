import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DeliveryRecord } from '../../shared/delivery/deliveryRecord.ts'
import { DeliveryFolder } from './deliveryFolder.ts'
import { presentFiles, writeDelivered } from './writeDelivered.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'needledrop-deliveries-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const delivery = (at: string): DeliveryRecord => ({
  production: 'film',
  at,
  by: { user: 'ana', machine: 'room-2' },
  details: {
    title: 'Film',
    preparedBy: 'Ana',
    client: '',
    folder: '/out',
    isDraft: false,
    files: [{ format: 'full-csv', name: 'film.csv', size: 3, sha256: 'a'.repeat(64) }],
  },
  sheet: { header: { Title: 'Film' }, rows: [{ cue: 'a', words: { Title: 'One' } }] },
})

describe('the records of deliveries', () => {
  test('come back after a restart, the latest first, with the rows as delivered', async () => {
    const first = new DeliveryFolder(folder)
    for (const at of ['2026-11-20T10:00:00.000Z', '2026-11-24T09:30:00.000Z'])
      expect((await first.keep(delivery(at))).ok).toBe(true)
    const listed = await new DeliveryFolder(folder).list('film')
    if (!listed.ok) throw new Error('not listed')
    expect(listed.value.problems).toEqual([])
    expect(listed.value.deliveries.map(({ at }) => at)).toEqual([
      '2026-11-24T09:30:00.000Z',
      '2026-11-20T10:00:00.000Z',
    ])
    const [latest] = listed.value.deliveries
    const read = await new DeliveryFolder(folder).read('film', latest?.name ?? '')
    expect(read).toEqual({ ok: true, value: delivery('2026-11-24T09:30:00.000Z') })
  })

  test('a production that was never delivered has none', async () => {
    expect(await new DeliveryFolder(folder).list('other')).toEqual({
      ok: true,
      value: { deliveries: [], problems: [] },
    })
  })

  test('a damaged record is told, and the others are listed', async () => {
    const records = new DeliveryFolder(folder)
    await records.keep(delivery('2026-11-20T10:00:00.000Z'))
    const kept = await records.keep(delivery('2026-11-24T09:30:00.000Z'))
    if (!kept.ok) throw new Error('not kept')
    await writeFile(path.join(folder, 'film', kept.value.name), '{"needledropDelivery": 1, "at')
    const listed = await records.list('film')
    if (!listed.ok) throw new Error('not listed')
    expect(listed.value.deliveries).toHaveLength(1)
    expect(listed.value.problems[0]?.message).toContain(kept.value.name)
  })

  test('a disk that refuses is told', async () => {
    const kept = await new DeliveryFolder('/dev/null').keep(delivery('2026-11-20T10:00:00.000Z'))
    expect(kept).toMatchObject({ ok: false, problem: { found: 'a file where a folder should be' } })
  })
})

describe('delivered files', () => {
  test('are written as they stand and known by their digest', async () => {
    const text = '\uFEFFSeq\r\n'
    expect(await writeDelivered(folder, 'a.csv', text, false)).toEqual({
      ok: true,
      value: { size: 8, sha256: createHash('sha256').update(text).digest('hex') },
    })
    expect(await readFile(path.join(folder, 'a.csv'), 'utf8')).toBe(text)
  })

  test('replace nothing that the user was not asked about', async () => {
    await writeFile(path.join(folder, 'a.csv'), 'theirs')
    await symlink('nowhere', path.join(folder, 'b.csv'))
    expect(await presentFiles(folder, ['a.csv', 'b.csv', 'c.csv'])).toEqual({
      ok: true,
      value: ['a.csv', 'b.csv'],
    })
    const refused = await writeDelivered(folder, 'a.csv', 'ours', false)
    expect(refused).toMatchObject({ ok: false, problem: { found: 'a file of that name' } })
    expect(await readFile(path.join(folder, 'a.csv'), 'utf8')).toBe('theirs')
    expect((await readdir(folder)).toSorted()).toEqual(['a.csv', 'b.csv'])
    expect(await writeDelivered(folder, 'a.csv', 'ours', true)).toMatchObject({ ok: true })
    expect(await readFile(path.join(folder, 'a.csv'), 'utf8')).toBe('ours')
  })

  test('a folder that is gone is told in words', async () => {
    const refused = await writeDelivered(path.join(folder, 'gone'), 'a.csv', 'x', false)
    expect(refused).toMatchObject({ ok: false, problem: { found: 'a folder that does not exist' } })
  })
})
