import path from 'node:path'
import { buildIfStale } from './buildApp.ts'
import { prepareElectron } from './prepareElectron.ts'
import { problemLine } from './problemLine.ts'
import { projectRoot } from './projectRoot.ts'
import { runProgram } from './runProgram.ts'
import { relaySignals } from './signals.ts'

/** `npm run bench:NAME`: runs `bench/NAME.ts` with Electron and a display at hand. */
relaySignals()
const [name = '', ...rest] = process.argv.slice(2)
const built = await buildIfStale()
const prepared = built === 0 ? await prepareElectron() : null
if (prepared?.ok) {
  const words = ['--import', 'tsx', path.join(projectRoot, 'bench', `${name}.ts`), ...rest]
  process.exitCode = await runProgram(process.execPath, words, { environment: prepared.value.environment })
  await prepared.value.close()
} else {
  if (prepared) console.error(problemLine(prepared.problem))
  process.exitCode = 1
}
