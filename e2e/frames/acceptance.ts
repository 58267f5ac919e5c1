import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { projectRoot } from '../app.ts'
import type { TriedFilm } from './filmLabels.ts'
import { runTrials, type TrialCounts, type TrialKind, type TrialResult } from './runTrials.ts'

/*
 * Proves that the frame shown, the frame named and the frame marked are the same: thousands of random seeks and held steps,
 * and marks in every motion, in each film that `npm run frames` made. A film that was tried with this build, seed and
 * counts is not tried again. Words name the films to try; --seed=N and --fresh are understood.
 */

type Listed = TriedFilm & { readonly file: string }
type Kept = { readonly stamp: string; readonly result: TrialResult }

const kinds: readonly TrialKind[] = ['seeks', 'steps', 'forwards', 'backwards', 'scrubbing']
const counts: TrialCounts = { seeks: 100, steps: 100, forwards: 9, backwards: 9, scrubbing: 9 }
const required: TrialCounts = { seeks: 2000, steps: 2000, forwards: 200, backwards: 200, scrubbing: 200 }

const folder = path.join(projectRoot, '.cache', 'frames')
const results = path.join(folder, 'results')
const words = process.argv.slice(2)
const seed = Number(words.find((word) => word.startsWith('--seed='))?.slice(7) ?? 1)
const names = words.filter((word) => !word.startsWith('--'))
const print = (text: string) => process.stdout.write(`${text}\n`)

async function tryFilm(film: Listed, index: number): Promise<TrialResult> {
  const kept = path.join(results, `${film.file}.json`)
  const build = readFileSync(path.join(projectRoot, '.cache', 'build.json'), 'utf8')
  const stamp = JSON.stringify([seed, counts, build])
  if (existsSync(kept) && !words.includes('--fresh')) {
    const found = JSON.parse(readFileSync(kept, 'utf8')) as Kept
    if (found.stamp === stamp) return found.result
  }
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'needledrop-frames-'))
  try {
    const result = await runTrials(scratch, film, counts, seed * 1000 + index)
    writeFileSync(kept, JSON.stringify({ stamp, result } satisfies Kept))
    return result
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

function cells(result: Readonly<Record<TrialKind, { right: number; wrong: readonly string[] }>>): string {
  return kinds
    .map((kind) => `${result[kind].right}/${result[kind].right + result[kind].wrong.length}`.padStart(10))
    .join('')
}

const films = JSON.parse(readFileSync(path.join(folder, 'films.json'), 'utf8')) as readonly Listed[]
mkdirSync(results, { recursive: true })
print(`${'film'.padEnd(30)}${kinds.map((kind) => kind.padStart(10)).join('')}   right/tried`)
const total = Object.fromEntries(kinds.map((kind) => [kind, { right: 0, wrong: [] as string[] }])) as Record<
  TrialKind,
  { right: number; wrong: string[] }
>
for (const [index, film] of films.entries()) {
  if (names.length > 0 && !names.includes(film.file)) continue
  const result = await tryFilm(film, index)
  print(film.file.padEnd(30) + cells(result))
  for (const kind of kinds) {
    total[kind].right += result[kind].right
    total[kind].wrong.push(...result[kind].wrong.map((text) => `${film.file}: ${text}`))
  }
}
print('in all'.padEnd(30) + cells(total))
const wrong = kinds.flatMap((kind) => total[kind].wrong)
for (const text of wrong) print(`  ${text}`)
const short = names.length > 0 ? [] : kinds.filter((kind) => total[kind].right < required[kind])
for (const kind of short) print(`  ${kind}: fewer than ${required[kind]} agree`)
const tried = kinds.reduce((sum, kind) => sum + total[kind].right, wrong.length)
print(`seed ${seed}: ${tried} comparisons, ${wrong.length} disagreements`)
process.exitCode = wrong.length + short.length === 0 ? 0 : 1
