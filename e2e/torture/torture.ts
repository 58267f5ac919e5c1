import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { makeScratch, projectRoot, removeScratch } from '../app.ts'
import { seededNumbers } from '../editStream.ts'
import { type TortureKind, TortureProduction, tortureKinds } from './tortureProduction.ts'

/*
 * Rounds of random edits in the real app, each ended by SIGKILL in the middle of an edit, a save, many saves, an undo, an
 * import or a recovery. `--count N --seed S --fresh`; with the same seed it goes on where it was stopped.
 */

type Progress = {
  rounds: number
  seconds: number
  kinds: Partial<Record<TortureKind, number>>
  /** Changes that were confirmed when the kill came, and those that were made but not confirmed. */
  confirmed: number
  unconfirmed: number
  faults: string[]
}

/** Rounds that one production lives through. */
const roundsOfOne = 25
const mostFaults = 5

const words = process.argv.slice(2)
const option = (name: string, otherwise: number) => {
  const at = words.indexOf(`--${name}`)
  return Number(
    at >= 0
      ? words[at + 1]
      : (words.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise),
  )
}
const count = option('count', 500)
const seed = option('seed', 1)
const folder = path.join(projectRoot, '.cache', 'torture')
const log = path.join(folder, `rounds-${seed}.json`)
const print = (text: string) => process.stdout.write(`${text}\n`)
mkdirSync(folder, { recursive: true })

const nothing: Progress = { rounds: 0, seconds: 0, kinds: {}, confirmed: 0, unconfirmed: 0, faults: [] }
const progress: Progress =
  existsSync(log) && !words.includes('--fresh')
    ? (JSON.parse(readFileSync(log, 'utf8')) as Progress)
    : nothing

print(`Seed ${seed}: ${progress.rounds} of ${count} rounds done before.`)
while (progress.rounds < count && progress.faults.length < mostFaults) await liveOnce()
tell()
for (const fault of progress.faults) print(fault)
process.exitCode = progress.faults.length === 0 ? 0 : 1

/** Lets one production live through its rounds. */
async function liveOnce(): Promise<void> {
  const first = progress.rounds
  const random = seededNumbers(seed * 100_003 + first)
  const scratch = await makeScratch()
  const production = new TortureProduction(scratch, random)
  let begun = Date.now()
  let kind: TortureKind = 'edit'
  try {
    for (let round = 0; round < roundsOfOne && progress.rounds < count; round++) {
      kind = tortureKinds[Math.floor(random() * tortureKinds.length)] ?? 'edit'
      const { base, made, safe, recovered } = await production.round(kind)
      progress.rounds++
      progress.kinds[kind] = (progress.kinds[kind] ?? 0) + 1
      progress.confirmed += safe - base
      progress.unconfirmed += made - safe
      progress.seconds += (Date.now() - begun) / 1000
      begun = Date.now()
      writeFileSync(log, JSON.stringify(progress))
      if (words.includes('--tell'))
        print(`${progress.rounds} ${kind}: made ${made}, safe ${safe}, recovered ${recovered}`)
      if (progress.rounds % 25 === 0) tell()
    }
    await production.end()
    await removeScratch(scratch)
  } catch (error) {
    progress.rounds++
    progress.faults.push(
      `round ${progress.rounds}, ${kind}, in ${scratch}: ${error instanceof Error ? error.stack : error}`,
    )
    writeFileSync(log, JSON.stringify(progress))
    await production.abandon()
  }
}

function tell(): void {
  const { rounds, seconds, kinds, confirmed, unconfirmed, faults } = progress
  const each = Object.entries(kinds).map(([kind, number]) => `${kind} ${number}`)
  print(
    `${rounds} of ${count} rounds, ${(seconds / Math.max(1, rounds)).toFixed(1)} s each: ${each.join(', ')}; ` +
      `confirmed changes ${confirmed}, made and not confirmed ${unconfirmed}; faults ${faults.length}`,
  )
}
