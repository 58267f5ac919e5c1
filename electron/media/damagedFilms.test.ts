import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { damagedFilm, soundFilms } from './fixtures/damagedFilm.ts'
import { FilmTrial } from './fixtures/filmTrial.ts'

const seed = 7
const count = 150
const folders = ['films', 'films/kinds'].map((name) =>
  fileURLToPath(new URL(`../../e2e/fixtures/${name}/`, import.meta.url)),
)

/** `npm run fuzz:media` does the same with as many films as one has time for. */
test('damaged films are opened or refused in words, without a crash or a hang', {
  timeout: 600_000,
}, async () => {
  const sources = soundFilms(folders)
  const trial = new FilmTrial(2)
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'needledrop-damaged-'))
  const faults: string[] = []
  const outcomes = new Set<string>()
  for (let number = 0; number < count; number++) {
    const film = damagedFilm(sources, seed, number)
    const file = path.join(scratch, `${number}${path.extname(film.name)}`)
    await writeFile(file, film.content)
    const verdict = await trial.try(file)
    for (const fault of verdict.faults)
      faults.push(`${number} ${film.name}, ${film.damage.join(', ')}: ${fault}`)
    outcomes.add(verdict.probe)
  }
  await trial.end()
  await rm(scratch, { recursive: true })
  expect(faults).toEqual([])
  expect([...outcomes]).toEqual(expect.arrayContaining(['opened', 'refused']))
})
