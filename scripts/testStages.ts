import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { buildApp, buildIfStale } from './buildApp.ts'
import { openVirtualDisplay, type VirtualDisplay } from './display.ts'
import { type PreparedElectron, prepareElectron } from './prepareElectron.ts'
import { problemLine } from './problemLine.ts'
import { projectRoot } from './projectRoot.ts'
import { packageProgram, runProgram } from './runProgram.ts'
import { countPlaywright, countVitest, noTests, type TestCounts } from './testCounts.ts'
import { bringTestTools } from './testTools.ts'

/** How one stage of a test run ended. */
export type StageOutcome = {
  readonly counts: TestCounts
  /** Why the stage failed; undefined where it passed. */
  readonly failure: string | undefined
}

/** One step of a test run. */
export type Stage = { readonly name: string; readonly run: () => Promise<StageOutcome> }

export const typecheckStage: Stage = {
  name: 'typecheck',
  run: async () => judgeExit(await runPackage('typescript', 'tsc', ['--build'])),
}

export const checkStage: Stage = {
  name: 'check',
  run: async () => judgeExit(await runPackage('@biomejs/biome', 'biome', ['check'])),
}

export const buildStage: Stage = { name: 'build', run: async () => judgeExit(await buildApp()) }

export const staleBuildStage: Stage = { name: 'build', run: async () => judgeExit(await buildIfStale()) }

/** The tests beside the code; the words go to vitest. */
export function unitStage(words: readonly string[]): Stage {
  const run = async (): Promise<StageOutcome> => {
    const report = freshReport('unit.json')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await runPackage('vitest', 'vitest', ['run', ...reporters, ...words])
    return judgeTests(code, report, countVitest)
  }
  return { name: 'unit', run }
}

/** The tests that drive the built app, one after the other; the words go to Playwright. */
export function e2eStage(words: readonly string[]): Stage {
  return { name: 'e2e', run: () => driveApp(words, {}) }
}

/** Those of them that bear another window beside them, two at a time where there is room for that. */
export const e2eTogetherStage: Stage = {
  name: 'e2e, two at a time',
  run: () => driveApp([], { NEEDLEDROP_E2E_PART: 'together' }),
}

/** Those that do not. */
export const e2eAloneStage: Stage = {
  name: 'e2e, one at a time',
  run: () => driveApp([], { NEEDLEDROP_E2E_PART: 'alone' }),
}

async function driveApp(
  words: readonly string[],
  part: Readonly<Record<string, string>>,
): Promise<StageOutcome> {
  const prepared = await prepareElectron()
  if (!prepared.ok) return { counts: noTests, failure: problemLine(prepared.problem) }
  bringTestTools()
  const report = freshReport('e2e.json')
  const other = await openSecondDisplay(prepared.value)
  const environment = {
    ...prepared.value.environment,
    ...(other ? { NEEDLEDROP_DISPLAYS: `${prepared.value.environment.DISPLAY} ${other.name}` } : {}),
    ...part,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  }
  try {
    const command = ['test', '--reporter=list,json', ...words]
    const code = await runPackage('@playwright/test', 'playwright', command, environment)
    return judgeTests(code, report, countPlaywright)
  } finally {
    await Promise.all([prepared.value.close(), other?.close()])
  }
}

/** Where the first display is of our own making and the machine has two cores, two tests run at a time, each with a display. */
async function openSecondDisplay({ isDisplayVirtual }: PreparedElectron): Promise<VirtualDisplay | null> {
  if (!isDisplayVirtual || availableParallelism() < 2) return null
  const opened = await openVirtualDisplay()
  return opened.ok ? opened.value : null
}

function runPackage(
  packageName: string,
  command: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<number> {
  return runProgram(process.execPath, [packageProgram(packageName, command), ...words], { environment })
}

function judgeExit(code: number): StageOutcome {
  return { counts: noTests, failure: code === 0 ? undefined : `exit code ${code}` }
}

/** A runner that ran nothing has failed, whatever its exit code says. */
function judgeTests(code: number, report: string, count: (report: unknown) => TestCounts): StageOutcome {
  if (!existsSync(report)) return { counts: noTests, failure: `no report was written, exit code ${code}` }
  const counts = count(JSON.parse(readFileSync(report, 'utf8')))
  if (counts.passed + counts.failed === 0) return { counts, failure: `no test was run, exit code ${code}` }
  if (counts.failed > 0) return { counts, failure: `${counts.failed} failed` }
  return { counts, failure: code === 0 ? undefined : `exit code ${code}` }
}

function freshReport(name: string): string {
  const folder = path.join(projectRoot, '.cache', 'reports')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, name)
  rmSync(file, { force: true })
  return file
}
