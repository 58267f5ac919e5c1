import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileToOpen } from './startFile.ts'

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

  test('the first file is taken, however many folders and switches stand before it', () => {
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
    expect(fileToOpen(argv, folder)).toBe(path.join(folder, 'film.mp4'))
  })

  test('the executable itself is not opened', () => {
    expect(fileToOpen(['app/electron'], folder)).toBeNull()
    expect(fileToOpen([path.join(folder, 'app', 'electron'), '.'], folder)).toBeNull()
  })

  test('a file that is not there, a folder and a switch are not opened', () => {
    expect(fileToOpen(['electron', 'gone.mp4', 'app', '--odd.mp4'], folder)).toBeNull()
    expect(fileToOpen([], folder)).toBeNull()
  })

  test('a relative name is seen from the folder in which it was typed', () => {
    expect(fileToOpen(['electron', '../film.mp4'], path.join(folder, 'app'))).toBe(
      path.join(folder, 'film.mp4'),
    )
    expect(fileToOpen(['electron', 'film.mp4'], path.join(folder, 'app'))).toBeNull()
    expect(fileToOpen(['electron', path.join(folder, 'film.mp4')], '/')).toBe(path.join(folder, 'film.mp4'))
  })
})
