import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'

const largestLog = 1024 * 1024

/** The app's own log, kept on this machine: one file and the one before it. */
export class Log {
  readonly #file: string

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true })
    this.#file = path.join(folder, 'needledrop.log')
  }

  /** Writes down what went wrong, with its stack. */
  fault(where: string, error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    this.#write(`${new Date().toISOString()} ${where}: ${text}\n`)
  }

  #write(line: string): void {
    try {
      if ((statSync(this.#file, { throwIfNoEntry: false })?.size ?? 0) > largestLog) {
        renameSync(this.#file, `${this.#file}.1`)
      }
      appendFileSync(this.#file, line)
    } catch {
      process.stderr.write(line)
    }
  }
}
