import { buildIfStale } from './buildApp.ts'
import { prepareElectron } from './prepareElectron.ts'
import { problemLine } from './problemLine.ts'
import { projectRoot } from './projectRoot.ts'
import { runProgram } from './runProgram.ts'
import { readSandboxFacts, sandboxObstacle } from './sandbox.ts'
import { relaySignals } from './signals.ts'

/** Runs the app with these arguments; relative files among them start where the user stood. */
async function start(words: readonly string[]): Promise<number> {
  const buildCode = await buildIfStale()
  if (buildCode !== 0) return buildCode
  const prepared = await prepareElectron()
  if (!prepared.ok) {
    console.error(problemLine(prepared.problem))
    return 1
  }
  const { runtime, environment, isDisplayVirtual, close } = prepared.value
  const facts = readSandboxFacts(runtime.folder)
  const obstacle = facts === undefined ? undefined : sandboxObstacle(facts)
  if (obstacle !== undefined)
    console.log(`Starting without the operating system's sandbox (--no-sandbox): ${obstacle}.`)
  const switches = [
    ...(obstacle === undefined ? [] : ['--no-sandbox']),
    // A virtual display has no graphics card, and looking for one can keep Electron from starting.
    ...(isDisplayVirtual ? ['--disable-gpu'] : []),
  ]
  try {
    return await runProgram(runtime.executable, [...switches, projectRoot, ...words], {
      environment,
      folder: process.env.INIT_CWD ?? process.cwd(),
      isShielded: true,
    })
  } finally {
    await close()
  }
}

relaySignals()
process.exitCode = await start(process.argv.slice(2))
