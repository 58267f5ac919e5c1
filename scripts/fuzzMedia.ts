import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { damagedFilm, soundFilms } from '../electron/media/fixtures/damagedFilm.ts'
import { FilmTrial } from '../electron/media/fixtures/filmTrial.ts'
import { projectRoot } from './projectRoot.ts'

/*
 * `npm run fuzz:media -- --count 5000 --seed 1`: damages the small test films in every way and opens them by the probe and
 * by Mediabunny. With the same seed it goes on where it was stopped; `--fresh` begins anew. A film at which something fails
 * is kept.
 */

/** How far a run has come. */
type Progress = { done: number; counts: Record<string, number>; faults: string[] }

const atOnce = 2
const folder = path.join(projectRoot, '.cache', 'fuzz')
const films = path.join(projectRoot, 'e2e', 'fixtures', 'films')

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
    fresh: { type: 'boolean', default: false },
  },
})
const count = Number(values.count)
const seed = Number(values.seed)
if (!Number.isSafeInteger(count) || !Number.isSafeInteger(seed) || count < 1) {
  throw new Error(`expected whole numbers, found --count ${values.count} --seed ${values.seed}`)
}

const sources = soundFilms([films, path.join(films, 'kinds')].filter(existsSync))
mkdirSync(folder, { recursive: true })
const log = path.join(folder, `media-${seed}.json`)
const progress = readProgress()
console.log(`Seed ${seed}: ${sources.length} films, ${progress.done} of ${count} done before.`)

const trial = new FilmTrial(atOnce)
while (progress.done < count) {
  const numbers = Array.from(
    { length: Math.min(atOnce, count - progress.done) },
    (_, index) => progress.done + index,
  )
  await Promise.all(numbers.map(tryFilm))
  progress.done += numbers.length
  if (progress.done % 100 < atOnce) tell()
}
await trial.end()
tell()
for (const fault of progress.faults) console.log(fault)
process.exitCode = progress.faults.length === 0 ? 0 : 1

async function tryFilm(number: number): Promise<void> {
  const film = damagedFilm(sources, seed, number)
  const file = path.join(folder, `media-${seed}-${number}${path.extname(film.name)}`)
  writeFileSync(file, film.content)
  const { probe, packets, faults } = await trial.try(file)
  for (const outcome of [`probe ${probe}`, `packets ${packets}`]) {
    progress.counts[outcome] = (progress.counts[outcome] ?? 0) + 1
  }
  for (const fault of faults)
    progress.faults.push(`${file}: ${film.name}, ${film.damage.join(', ')}: ${fault}`)
  if (faults.length === 0) rmSync(file)
}

function tell(): void {
  writeFileSync(log, JSON.stringify(progress))
  const counts = Object.entries(progress.counts).map(([name, number]) => `${name} ${number}`)
  console.log(`${progress.done} of ${count}: ${counts.join(', ')}, faults ${progress.faults.length}`)
}

function readProgress(): Progress {
  const isThere = existsSync(log) && !values.fresh
  return isThere ? JSON.parse(readFileSync(log, 'utf8')) : { done: 0, counts: {}, faults: [] }
}
