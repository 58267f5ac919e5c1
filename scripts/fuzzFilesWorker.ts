import { parentPort, workerData } from 'node:worker_threads'
import { damagedFile } from '../electron/production/fixtures/damagedFile.ts'
import { type Surroundings, surroundingsOf, tryFile } from '../electron/production/fixtures/fileTrial.ts'
import { soundFiles } from '../electron/production/fixtures/soundFiles.ts'

/** Numbers of damaged files to try: from the first to before the last. */
export type Batch = { readonly seed: number; readonly from: number; readonly to: number }

/** What a batch showed. */
export type BatchResult = {
  readonly counts: Readonly<Record<string, number>>
  readonly faults: readonly { readonly number: number; readonly text: string }[]
  /** Milliseconds of the file that took longest. */
  readonly slowest: number
}

/** The number of the file that is being read: a sign of life. */
const current = new Int32Array((workerData as { readonly current: SharedArrayBuffer }).current)
/** Milliseconds that one file may take. */
const longest = 1000

const sources = soundFiles()
const surroundings = surroundingsOf(sources)

parentPort?.on('message', ({ seed, from, to }: Batch) => {
  const counts: Record<string, number> = {}
  const faults: { number: number; text: string }[] = []
  let slowest = 0
  for (let number = from; number < to; number++) {
    Atomics.store(current, 0, number)
    const file = damagedFile(sources, seed, number)
    const around = surroundings.get(file.source) as Surroundings
    let { elapsed, verdict } = timed(() => tryFile(file, around))
    // A busy machine may stand still for a moment; a slow file is slow again.
    if (elapsed > longest) elapsed = timed(() => tryFile(file, around)).elapsed
    slowest = Math.max(slowest, elapsed)
    counts[verdict.outcome] = (counts[verdict.outcome] ?? 0) + 1
    const texts = [...verdict.faults, ...(elapsed > longest ? [`took ${Math.round(elapsed)} ms`] : [])]
    for (const text of texts)
      faults.push({ number, text: `${file.source.name}; ${file.damage.join(', ')}: ${text}` })
  }
  parentPort?.postMessage({ counts, faults, slowest } satisfies BatchResult)
})

function timed<Value>(work: () => Value): { readonly elapsed: number; readonly verdict: Value } {
  const begun = performance.now()
  const verdict = work()
  return { elapsed: performance.now() - begun, verdict }
}
