import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'

/** A disk that tells a process of an error whenever it is asked to keep what was written. */
export class FailingFlush {
  readonly #tracer: ChildProcess

  private constructor(tracer: ChildProcess) {
    this.#tracer = tracer
  }

  /** Lets every flush of a process fail; resolves to why not where strace may not attach to it. */
  static async begin(process: number): Promise<FailingFlush | string> {
    if (spawnSync('strace', ['-V']).status !== 0) return 'strace is not installed here'
    const calls = 'fsync,fdatasync'
    const tracer = spawn('strace', [
      ...['-f', '-q', '-e', 'signal=none', '-o', '/dev/null', '-p', String(process)],
      ...['-e', `trace=${calls}`, '-e', `inject=${calls}:error=EIO`],
    ])
    let said = ''
    let isGone = false
    tracer.stderr?.on('data', (piece) => (said += piece))
    tracer.on('exit', () => (isGone = true))
    while (!isGone) {
      const status = await readFile(`/proc/${process}/status`, 'utf8')
      if (new RegExp(`^TracerPid:\\s*${tracer.pid}$`, 'm').test(status)) return new FailingFlush(tracer)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return `strace may not attach here: ${said.trim()}`
  }

  /** Lets flushes do their work again. */
  async end(): Promise<void> {
    const ended = once(this.#tracer, 'exit')
    this.#tracer.kill('SIGINT')
    await ended
  }
}
