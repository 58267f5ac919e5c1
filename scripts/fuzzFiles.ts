import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { runs, sourceScript } from '../electron/media/fixtures/sourceThreads.ts'
import { damagedFile } from '../electron/production/fixtures/damagedFile.ts'
import { soundFiles } from '../electron/production/fixtures/soundFiles.ts'
import type { BatchResult } from './fuzzFilesWorker.ts'
import { projectRoot } from './projectRoot.ts'

/*
 * `npm run fuzz:files -- --count 1000000 --seed 1`: damages production files and journals in every way and reads them as the
 * app does. With the same seed it goes on where it was stopped; `--fresh` begins anew. A file at which something fails is
 * kept in .cache/fuzz. `--only NUMBER` tries one again and tells all.
 */

type Progress = {
  done: number
  seconds: number
  slowest: number
  counts: Record<string, number>
  faults: string[]
}

/** Files of one batch, after which the place is kept. */
const batchSize = 1000
/** Milliseconds without a sign of life after which a file counts as one that hangs. */
const patience = 15_000
const mostFaults = 200

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    fresh: { type: 'boolean', default: false },
    threads: { type: 'string', default: String(Math.max(1, Math.min(8, os.availableParallelism()))) },
    only: { type: 'string' },
  },
})
const [count, seed, threads] = [values.count, values.seed, values.threads].map(Number) as [
  number,
  number,
  number,
]
if (![count, seed, threads].every((value) => Number.isSafeInteger(value) && value > 0)) {
  throw new Error(
    `expected whole numbers, found --count ${values.count} --seed ${values.seed} --threads ${values.threads}`,
  )
}

const folder = path.join(projectRoot, '.cache', 'fuzz')
mkdirSync(folder, { recursive: true })
const log = path.join(folder, `files-${seed}.json`)
const sources = soundFiles()

/** A thread that reads damaged files, with a watch over it. */
class Reader {
  #worker: Worker | null = null
  readonly #current = new Int32Array(new SharedArrayBuffer(4))

  read(from: number, to: number): Promise<BatchResult> {
    const worker = this.#worker ?? this.#start()
    let seen = -1
    let heardAt = Date.now()
    return new Promise((resolve) => {
      const end = (result: BatchResult) => {
        clearInterval(watch)
        worker.off('error', failed).off('exit', left).off('message', end)
        resolve(result)
      }
      const give = (text: string) => {
        this.#worker = null
        void worker.terminate()
        const number = Math.max(from, Atomics.load(this.#current, 0))
        end({ counts: { lost: to - number }, faults: [{ number, text }], slowest: 0 })
      }
      const watch = setInterval(() => {
        const number = Atomics.load(this.#current, 0)
        if (number !== seen) heardAt = Date.now()
        seen = number
        if (Date.now() - heardAt > patience) give('hangs')
      }, 500)
      const failed = (error: unknown) => give(`ended the thread: ${String(error)}`)
      const left = (code: number) => give(`ended the thread with ${code}`)
      worker.on('error', failed).on('exit', left).on('message', end)
      worker.postMessage({ seed, from, to })
    })
  }

  async end(): Promise<void> {
    await this.#worker?.terminate()
  }

  #start(): Worker {
    const { workerData } = runs(new URL('./fuzzFilesWorker.ts', import.meta.url).href)
    this.#worker = new Worker(sourceScript, { workerData: { ...workerData, current: this.#current.buffer } })
    return this.#worker
  }
}

async function run(): Promise<void> {
  const progress = readProgress()
  console.log(
    `Seed ${seed}: ${sources.length} sound files, ${progress.done} of ${count} done before; ${threads} threads.`,
  )
  const readers = Array.from({ length: threads }, () => new Reader())
  let toldAt = Date.now()
  while (progress.done < count) {
    const begun = Date.now()
    const results = await Promise.all(
      readers.map((reader, index) => {
        const from = Math.min(count, progress.done + index * batchSize)
        const to = Math.min(count, from + batchSize)
        return from < to ? reader.read(from, to) : { counts: {}, faults: [], slowest: 0 }
      }),
    )
    for (const result of results) take(progress, result)
    progress.done = Math.min(count, progress.done + threads * batchSize)
    progress.seconds += (Date.now() - begun) / 1000
    writeFileSync(log, JSON.stringify(progress))
    if (Date.now() - toldAt > 20_000) {
      tell(progress)
      toldAt = Date.now()
    }
    if (progress.faults.length > mostFaults) break
  }
  await Promise.all(readers.map((reader) => reader.end()))
  tell(progress)
  for (const fault of progress.faults) console.log(fault)
  process.exitCode = progress.faults.length === 0 ? 0 : 1
}

function take(progress: Progress, { counts, faults, slowest }: BatchResult): void {
  for (const [outcome, number] of Object.entries(counts))
    progress.counts[outcome] = (progress.counts[outcome] ?? 0) + number
  progress.slowest = Math.max(progress.slowest, slowest)
  for (const { number, text } of faults) {
    const { bytes, source } = damagedFile(sources, seed, number)
    const file = path.join(folder, `files-${seed}-${number}.${source.kind}`)
    writeFileSync(file, bytes)
    progress.faults.push(`${file}: ${text}`)
  }
}

function tell({ done, seconds, slowest, counts, faults }: Progress): void {
  const rate = Math.round(done / Math.max(0.001, seconds))
  const outcomes = Object.entries(counts)
    .toSorted()
    .map(([name, number]) => `${name} ${number}`)
    .join(', ')
  console.log(
    `${done} of ${count}, ${rate} a second, the slowest ${Math.round(slowest)} ms: ${outcomes}; faults ${faults.length}`,
  )
}

function readProgress(): Progress {
  if (existsSync(log) && !values.fresh) return JSON.parse(readFileSync(log, 'utf8')) as Progress
  return { done: 0, seconds: 0, slowest: 0, counts: {}, faults: [] }
}

async function tryOne(number: number): Promise<void> {
  const { bytes, source, damage, isSummed } = damagedFile(sources, seed, number)
  console.log(
    `${source.name}; ${damage.join(', ')}${isSummed ? '; summed anew' : ''}\n${bytes.toString('latin1')}`,
  )
  const reader = new Reader()
  console.log(await reader.read(number, number + 1))
  await reader.end()
}

await (values.only === undefined ? run() : tryOne(Number(values.only)))
