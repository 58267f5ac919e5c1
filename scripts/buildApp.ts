import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fingerprint } from './buildStamp.ts'
import { projectRoot } from './projectRoot.ts'
import { packageProgram, runProgram } from './runProgram.ts'

const inputs = [
  'shared',
  'electron',
  'renderer',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]
const stampFile = path.join(projectRoot, '.cache', 'build.json')

/** Builds the app into out/; the value is the exit code. */
export async function buildApp(): Promise<number> {
  rmSync(stampFile, { force: true })
  const sources = fingerprint(projectRoot, inputs)
  const code = await runProgram(process.execPath, [packageProgram('electron-vite', 'electron-vite'), 'build'])
  if (code !== 0) return code
  mkdirSync(path.dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, JSON.stringify({ sources, output: fingerprint(projectRoot, ['out']) }))
  return 0
}

/** Builds only where a source or the output has changed since the last build. */
export async function buildIfStale(): Promise<number> {
  const now = { sources: fingerprint(projectRoot, inputs), output: fingerprint(projectRoot, ['out']) }
  return readStamp() === JSON.stringify(now) ? 0 : buildApp()
}

function readStamp(): string | undefined {
  try {
    return readFileSync(stampFile, 'utf8')
  } catch {
    return undefined
  }
}
