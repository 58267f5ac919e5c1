import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { projectRoot } from './projectRoot.ts'

const address = (file: string): string =>
  JSON.stringify(pathToFileURL(path.join(projectRoot, 'scripts', file)).href)

/** Starts a script like ours, which runs a program if `program` is given, and waits until either says "ready". */
async function startRelay(
  program: string | undefined,
): Promise<ChildProcess & { readonly stdout: Readable }> {
  const runs = `process.exitCode = await runProgram(process.execPath, ['-e', ${JSON.stringify(program)}])`
  const idles =
    "setInterval(() => {}, 1000); process.on('exit', () => console.log('left in order')); console.log('ready')"
  const script = `
    import { relaySignals } from ${address('signals.ts')}
    import { runProgram } from ${address('runProgram.ts')}
    relaySignals()
    ${program === undefined ? idles : runs}`
  const relay = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(relay.stdout, 'data')
  return relay
}

async function end(relay: ChildProcess): Promise<unknown> {
  const [code] = await once(relay, 'exit')
  return code
}

describe.skipIf(process.platform === 'win32')('relaySignals', () => {
  test('passes a signal to the running program once, and ends with its exit code', async () => {
    const program = `
      let count = 0
      process.on('SIGINT', () => {
        count += 1
        console.log('received')
        setTimeout(() => process.exit(40 + count), 300)
      })
      setInterval(() => {}, 1000)
      console.log('ready')`
    const relay = await startRelay(program)
    const received = once(relay.stdout, 'data')
    relay.kill('SIGINT')
    await received
    relay.kill('SIGINT')
    expect(await end(relay)).toBe(41)
  })

  test('ends in order, with 128 and the number of the signal, where no program runs', async () => {
    const relay = await startRelay(undefined)
    const words = once(relay.stdout, 'data')
    relay.kill('SIGTERM')
    expect(await end(relay)).toBe(143)
    expect(String((await words)[0])).toContain('left in order')
  })
})
