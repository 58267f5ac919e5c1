import path from 'node:path'
import { buildIfStale } from './buildApp.ts'
import { prepareElectron } from './prepareElectron.ts'
import { problemLine } from './problemLine.ts'
import { projectRoot } from './projectRoot.ts'
import { runProgram } from './runProgram.ts'
import { relaySignals } from './signals.ts'

/*
 * `npm run torture -- --count 500 --crashes 100000 --seed 1`: first the power cuts on a model of a disk, then rounds of SIGKILL
 * in the real app. Both go on where they were stopped; `--fresh` begins anew. `--only crashes` or `--only rounds` runs one.
 */
relaySignals()
const words = process.argv.slice(2)
const only = words[words.indexOf('--only') + 1]
const isWanted = (part: string) => !words.includes('--only') || only === part
const run = (script: string, environment: Readonly<Record<string, string>> = {}) =>
  runProgram(process.execPath, ['--import', 'tsx', path.join(projectRoot, script), ...words], { environment })

async function rounds(): Promise<number> {
  const built = await buildIfStale()
  if (built !== 0) return built
  const prepared = await prepareElectron()
  if (!prepared.ok) {
    console.error(problemLine(prepared.problem))
    return 1
  }
  const code = await run('e2e/torture/torture.ts', prepared.value.environment)
  await prepared.value.close()
  return code
}

const crashed = isWanted('crashes') ? await run('scripts/tortureCrashes.ts') : 0
const killed = isWanted('rounds') ? await rounds() : 0
process.exitCode = crashed === 0 && killed === 0 ? 0 : 1
