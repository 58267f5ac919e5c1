import { spawn } from 'node:child_process'
import { parentPort, workerData } from 'node:worker_threads'
import { ColumnsFolder } from './columnsFolder.ts'

/** The ffmpeg to start, and what it is told. */
export type ColumnsOrder = { readonly program: string; readonly args: readonly string[] }

/** Columns in order; then null at the end of the sound, or the reason why there is no more. */
export type ColumnsMessage = Uint8Array<ArrayBuffer> | string | null

const { program, args } = workerData as ColumnsOrder
const tell = (message: ColumnsMessage) => parentPort?.postMessage(message)
const child = spawn(program, ['-nostdin', '-hide_banner', '-nostats', '-loglevel', 'error', ...args], {
  stdio: ['ignore', 'pipe', 'ignore'],
  windowsHide: true,
  shell: false,
})
const folder = new ColumnsFolder(tell)
child.stdout.on('data', (piece: Buffer) => folder.add(piece))
child.on('error', (error) => {
  tell(error.message)
  parentPort?.close()
})
child.on('close', (code) => {
  folder.end()
  tell(code === 0 ? null : `ffmpeg ended with ${code}`)
  parentPort?.close()
})
parentPort?.on('message', () => child.kill('SIGKILL'))
