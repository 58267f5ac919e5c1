import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileToOpen } from './startFile.ts'

const isThere = (file: string) =>
  stat(file).then(
    (facts) => facts.isFile(),
    () => false,
  )

describe('fileToOpen', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'needledrop-start-'))
    await mkdir(path.join(folder, 'app'))
    await writeFile(path.join(folder, 'app', 'electron'), '')
    await writeFile(path.join(folder, 'film.mp4'), '')
    await writeFile(path.join(folder, '--odd.mp4'), '')
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('the first file is taken, however many folders and switches stand before it', async () => {
    const argv = [
      'app/electron',
      '--no-sandbox',
      '.',
      'app',
      '--user-data-dir=x',
      'gone.mp4',
      'film.mp4',
      'app/electron',
    ]
    expect(await fileToOpen(argv, folder, isThere)).toBe(path.join(folder, 'film.mp4'))
  })

  test('the executable itself is not opened', async () => {
    expect(await fileToOpen(['app/electron'], folder, isThere)).toBeNull()
    expect(await fileToOpen([path.join(folder, 'app', 'electron'), '.'], folder, isThere)).toBeNull()
  })

  test('a file that is not there, a folder and a switch are not opened', async () => {
    expect(await fileToOpen(['electron', 'gone.mp4', 'app', '--odd.mp4'], folder, isThere)).toBeNull()
    expect(await fileToOpen([], folder, isThere)).toBeNull()
  })

  test('a relative name is seen from the folder in which it was typed', async () => {
    expect(await fileToOpen(['electron', '../film.mp4'], path.join(folder, 'app'), isThere)).toBe(
      path.join(folder, 'film.mp4'),
    )
    expect(await fileToOpen(['electron', 'film.mp4'], path.join(folder, 'app'), isThere)).toBeNull()
    expect(await fileToOpen(['electron', path.join(folder, 'film.mp4')], '/', isThere)).toBe(
      path.join(folder, 'film.mp4'),
    )
  })

  test('a name in a folder that does not answer is taken for a file', async () => {
    expect(await fileToOpen(['electron', '/net/film.mp4'], folder, async () => null)).toBe('/net/film.mp4')
  })
})
