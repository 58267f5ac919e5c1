import path from 'node:path'
import { buildIfStale } from './buildApp.ts'
import { prepareElectron } from './prepareElectron.ts'
import { problemLine } from './problemLine.ts'
import { projectRoot } from './projectRoot.ts'
import { runProgram } from './runProgram.ts'
import { readSandboxFacts, sandboxObstacle } from './sandbox.ts'
import { relaySignals } from './signals.ts'

/** Prints the pages in one file to a PDF in another, by an Electron that shows no window. */
async function print(pages: string, pdf: string): Promise<number> {
  const buildCode = await buildIfStale()
  if (buildCode !== 0) return buildCode
  const prepared = await prepareElectron()
  if (!prepared.ok) {
    console.error(problemLine(prepared.problem))
    return 1
  }
  const { runtime, environment, close } = prepared.value
  const facts = readSandboxFacts(runtime.folder)
  const isOpen = facts !== undefined && sandboxObstacle(facts) !== undefined
  const switches = [...(isOpen ? ['--no-sandbox'] : []), '--disable-gpu']
  const program = path.join(projectRoot, 'out/main/printMain.js')
  try {
    return await runProgram(runtime.executable, [...switches, program, pages, pdf], { environment })
  } finally {
    await close()
  }
}

relaySignals()
const [pages = '', pdf = ''] = process.argv.slice(2)
process.exitCode = await print(path.resolve(pages), path.resolve(pdf))
