import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inBenchWindow } from './benchWindow.ts'
import { MainThread } from './mainThread.ts'
import { typing } from './tableProbe.ts'
import { openProduction } from './timelineOurs.ts'
import { writeTimelineProduction } from './timelineProduction.ts'

/*
 * The second half of `npm run bench:review`: what each letter typed into a cell of the cue table and into its filter costs the window's
 * thread, with 500 and with 2,000 cues. 95 of 100 letters must stay under 16 ms, and four times the cues must not cost more than four times.
 */

const sizes = [500, 2000] as const
const limit = 16

const folder = mkdtempSync(path.join(os.tmpdir(), 'needledrop-bench-table-'))
try {
  const measured = new Map<number, Awaited<ReturnType<typeof typing>>>()
  for (const count of sizes) {
    const file = writeTimelineProduction(folder, count, '')
    measured.set(
      count,
      await inBenchWindow('', async (window) => {
        const thread = await MainThread.of(window.page)
        await openProduction(window, file, count)
        return typing(window.page, thread)
      }),
    )
  }
  const [few, many] = sizes.map((count) => measured.get(count))
  for (const what of ['cell', 'filter'] as const) {
    const small = few?.[what] ?? { p95: 0, mean: 0 }
    const large = many?.[what] ?? { p95: 0, mean: 0 }
    const growth = large.mean / Math.max(0.5, small.mean)
    const isGood = large.p95 < limit && growth <= 4
    process.stdout.write(
      `${isGood ? 'ok  ' : 'FAIL'} typing in the ${what}: p95 ${small.p95.toFixed(1)} ms at 500, ${large.p95.toFixed(1)} ms at 2,000 ` +
        `(idle ${(many?.idle ?? 0).toFixed(1)}), mean ${small.mean.toFixed(1)} and ${large.mean.toFixed(1)} ms, growth ${growth.toFixed(1)}\n`,
    )
    if (!isGood) process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
