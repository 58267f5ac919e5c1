import { existsSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../scripts/projectRoot.ts'
import { runProgram } from '../scripts/runProgram.ts'
import { median } from './benchWindow.ts'
import { isEnough, measureDrags } from './mediaDrag.ts'

/*
 * `npm run bench:media`: peaks of a two-hour film, pictures during a drag and while playing backwards, each the median of
 * three in one run, beside what is required.
 */

const peaks = path.join(projectRoot, 'bench', 'mediaPeaks.ts')
const peaksCode = existsSync(peaks) ? await runProgram(process.execPath, ['--import', 'tsx', peaks]) : 0

const measurements = await measureDrags()
console.log(`\n${'measured'.padEnd(52)}${'median'.padStart(10)}${'required'.padStart(12)}   each round`)
for (const measurement of measurements) {
  const { what, values, unit, atLeast } = measurement
  const sign = isEnough(measurement) ? 'ok' : 'MISSED'
  const each = values.map((value) => value.toFixed(1)).join(' ')
  console.log(
    `${what.padEnd(52)}${median(values).toFixed(1).padStart(10)}${`≥ ${atLeast}`.padStart(12)}   ${each} ${unit} ${sign}`,
  )
}
process.exitCode = peaksCode === 0 && measurements.every(isEnough) ? 0 : 1
