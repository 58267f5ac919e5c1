import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { projectRoot } from './projectRoot.ts'
import { receiveSignals } from './signals.ts'

export type ProgramOptions = {
  readonly environment?: Readonly<Record<string, string>>
  readonly folder?: string
  /** Keeps the terminal's Ctrl-C from the program, which then gets the signal once, from us. */
  readonly isShielded?: boolean
}

/** The JavaScript file behind a command of an installed package. */
export function packageProgram(packageName: string, command: string): string {
  const folder = path.join(projectRoot, 'node_modules', packageName)
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    readonly bin: Readonly<Record<string, string>>
  }
  const file = manifest.bin[command]
  if (file === undefined) throw new Error(`${packageName} has no command ${command}`)
  return path.join(folder, file)
}

/** Runs a program on our terminal to its end, as the receiver of our signals; the value is its exit code, 128 + n for signal n. */
export function runProgram(
  program: string,
  words: readonly string[],
  options: ProgramOptions = {},
): Promise<number> {
  const child = spawn(program, words, {
    stdio: 'inherit',
    cwd: options.folder ?? projectRoot,
    env: { ...process.env, ...options.environment },
    detached: options.isShielded === true && process.platform !== 'win32',
  })
  receiveSignals(child)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) =>
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])),
    )
  })
}
