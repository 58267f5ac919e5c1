import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type CrashCounts, tryCrashes } from '../electron/production/fixtures/crashTrial.ts'
import { projectRoot } from './projectRoot.ts'

/* The power cuts of `npm run torture`: sessions on a model of a disk, each cut at every byte in every way, as many
 * whole sessions as leave enough disks. `--changes N`: changes of one session. */

type Progress = {
  disks: number
  seconds: number
  session: number
  place: number
  counts: Omit<CrashCounts, 'faults' | 'place'>
  faults: string[]
}

const { values } = parseArgs({
  options: {
    crashes: { type: 'string', default: '100000' },
    changes: { type: 'string', default: '6' },
    seed: { type: 'string', default: '1' },
    fresh: { type: 'boolean', default: false },
  },
  strict: false,
})
const [crashes, seed, changes] = [Number(values.crashes), Number(values.seed), Number(values.changes)]
const folder = path.join(projectRoot, '.cache', 'torture')
const log = path.join(folder, `crashes-${seed}.json`)
mkdirSync(folder, { recursive: true })

const none = { cuts: 0, disks: 0, whileRecovering: 0, warned: 0 }
const progress: Progress =
  existsSync(log) && values.fresh !== true
    ? (JSON.parse(readFileSync(log, 'utf8')) as Progress)
    : { disks: 0, seconds: 0, session: 0, place: 0, counts: none, faults: [] }

console.log(`Seed ${seed}: ${progress.counts.disks} of ${crashes} disks tried before.`)
let toldAt = Date.now()
while (progress.counts.disks < crashes && progress.faults.length === 0) {
  const before = progress.counts
  const begun = Date.now() - progress.seconds * 1000
  const take = (counts: CrashCounts, isEnded: boolean) => {
    progress.counts = sum(before, counts)
    progress.place = isEnded ? 0 : counts.place
    progress.session += isEnded ? 1 : 0
    progress.seconds = (Date.now() - begun) / 1000
    progress.faults = counts.faults
    writeFileSync(log, JSON.stringify(progress))
    if (Date.now() - toldAt < 20_000 && !isEnded) return
    toldAt = Date.now()
    if (!isEnded) tell()
  }
  const plan = { seed: seed * 1000 + progress.session, changes, every: 1, skip: progress.place }
  take(await tryCrashes({ ...plan, tell: (counts) => take(counts, false) }), true)
}
tell()
for (const fault of progress.faults) console.log(fault)
process.exitCode = progress.faults.length === 0 ? 0 : 1

function sum(before: Progress['counts'], now: CrashCounts): Progress['counts'] {
  const keys = Object.keys(none) as (keyof typeof none)[]
  return Object.fromEntries(keys.map((key) => [key, before[key] + now[key]])) as Progress['counts']
}

function tell(): void {
  const { cuts, disks, whileRecovering, warned } = progress.counts
  const rate = Math.round(disks / Math.max(1, progress.seconds))
  console.log(
    `${disks} of ${crashes} disks after a power cut opened, ${rate} a second; ${cuts} moments and ways in ${progress.session} ` +
      `whole sessions; ${whileRecovering} while recovering, ${warned} with a warning; faults ${progress.faults.length}`,
  )
}
