import { spawn, spawnSync } from 'node:child_process'

/** Stops with a clear message if ffmpeg is missing; only the makers of films need it. */
export function requireFfmpeg(): void {
  const found = spawnSync('ffmpeg', ['-version'], { stdio: 'ignore' })
  if (found.error === undefined && found.status === 0) return
  throw new Error(
    'Making films needs the program ffmpeg with libx264, and it was not found. Install it (on Debian: apt-get install ffmpeg) and try again. The app and its tests do not need it.',
  )
}

/** Runs ffmpeg and answers what it wrote to its standard output; throws with its message if it fails. */
export async function runFfmpeg(
  args: readonly string[],
  feed?: (write: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
): Promise<Buffer> {
  const child = spawn('ffmpeg', ['-hide_banner', '-nostdin', '-loglevel', 'error', '-y', ...args], {
    stdio: [feed === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  })
  const output: Buffer[] = []
  const complaints: Buffer[] = []
  child.stdout?.on('data', (piece: Buffer) => output.push(piece))
  child.stderr?.on('data', (piece: Buffer) => complaints.push(piece))
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  const { stdin } = child
  if (feed !== undefined && stdin !== null) {
    stdin.on('error', () => undefined)
    await feed(
      (bytes) =>
        new Promise((resolve, reject) => {
          stdin.write(bytes, (problem) => (problem ? reject(problem) : resolve()))
        }),
    )
    stdin.end()
  }
  const status = await ended
  if (status !== 0) throw new Error(`ffmpeg ended with ${status}: ${Buffer.concat(complaints).toString()}`)
  return Buffer.concat(output)
}
