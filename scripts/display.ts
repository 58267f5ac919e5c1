import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { ok, type Result, refuse } from '../shared/result.ts'

/** A display that was started for one run and is closed at its end. */
export type VirtualDisplay = {
  /** The value for DISPLAY, such as ":99". */
  readonly name: string
  readonly close: () => Promise<void>
}

/** True where windows can only be shown on a display of our own making. */
export function needsVirtualDisplay(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): boolean {
  return platform === 'linux' && !environment.DISPLAY && !environment.WAYLAND_DISPLAY
}

/** Starts Xvfb on a display number that it finds free. */
export async function openVirtualDisplay(): Promise<Result<VirtualDisplay>> {
  // Detached, so that Ctrl-C reaches the programs on the display and not the display under them.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const kill = (): void => {
    server.kill('SIGTERM')
  }
  process.once('exit', kill)
  const ended = waitForEnd(server)
  const answer = await Promise.race([readDisplayNumber(server), ended])
  if (!/^\d+$/.test(answer)) {
    kill()
    return refuse({
      message: 'The virtual display could not be started',
      expected: 'Xvfb to report a display number',
      found: answer,
      remedy: 'set DISPLAY to a running X server',
    })
  }
  letGo(server)
  const close = async (): Promise<void> => {
    server.ref()
    kill()
    await ended
  }
  return ok({ name: `:${answer}`, close })
}

/** Lets this process end while the server still runs; its pipes stay open, since it may complain at any time. */
function letGo(server: ChildProcess): void {
  server.unref()
  if (server.stderr instanceof Socket) server.stderr.unref()
  if (server.stdio[3] instanceof Socket) server.stdio[3].unref()
}

async function readDisplayNumber(server: ChildProcess): Promise<string> {
  const [chunk] = await once(server.stdio[3] as Readable, 'data')
  return String(chunk).trim()
}

/** Settles when Xvfb has ended, with its last words. */
function waitForEnd(server: ChildProcess): Promise<string> {
  let complaint = ''
  server.stderr?.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${chunk}`.slice(-2000)
  })
  return new Promise((resolve) => {
    server.once('error', (error) => resolve(error.message))
    server.once('exit', () => resolve(complaint.trim().replaceAll('\n', '; ') || 'it ended at once'))
  })
}
