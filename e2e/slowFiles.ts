import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'

/** Calls by which a process asks a disk for something. */
const calls = 'openat,open,read,pread64,statx,newfstatat,fstat,close'

/** A disk that makes a process wait: every call about certain files takes so many seconds. */
export class SlowFiles {
  readonly #tracer: ChildProcess

  private constructor(tracer: ChildProcess) {
    this.#tracer = tracer
  }

  /** Why it cannot be had here; null where it can. */
  static complaint(): string | null {
    return spawnSync('strace', ['-V']).status === 0 ? null : 'strace is not installed here'
  }

  /** Begins to slow a process; resolves to the complaint where strace may not attach to it. */
  static async slow(process: number, files: readonly string[], seconds: number): Promise<SlowFiles | string> {
    const tracer = spawn('strace', [
      ...['-f', '-q', '-e', 'signal=none', '-o', '/dev/null', '-p', String(process)],
      ...files.flatMap((file) => ['-P', file]),
      ...['-e', `trace=${calls}`, '-e', `inject=${calls}:delay_enter=${seconds * 1_000_000}`],
    ])
    let said = ''
    tracer.stderr?.on('data', (piece) => (said += piece))
    const isAttached = await attached(process, tracer)
    return isAttached ? new SlowFiles(tracer) : said.trim()
  }

  /** Lets everything that waits go on at once. */
  async end(): Promise<void> {
    if (this.#tracer.exitCode !== null || this.#tracer.signalCode !== null) return
    const ended = once(this.#tracer, 'exit')
    this.#tracer.kill('SIGINT')
    // While it delays a process that is ending, it hears nothing else; the system lets go of what it held.
    const impatience = setTimeout(() => this.#tracer.kill('SIGKILL'), 2000)
    await ended
    clearTimeout(impatience)
  }
}

/** Resolves to whether the tracer holds the process; false when it ends instead. */
async function attached(process: number, tracer: ChildProcess): Promise<boolean> {
  let isGone = false
  tracer.on('exit', () => (isGone = true))
  while (!isGone) {
    const status = await readFile(`/proc/${process}/status`, 'utf8')
    if (new RegExp(`^TracerPid:\\s*${tracer.pid}$`, 'm').test(status)) return true
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return false
}
