import type { ChildProcess } from 'node:child_process'
import { constants } from 'node:os'

const relayed = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

let receiver: ChildProcess | undefined

/** From now on signals go to the program that runs; with none running they end us, 'exit' listeners first. */
export function relaySignals(): void {
  const lastSent = new Map<NodeJS.Signals, number>()
  const relay = (signal: NodeJS.Signals): void => {
    // One Ctrl-C can arrive twice, from the terminal and from npm.
    const now = Date.now()
    if (now - (lastSent.get(signal) ?? 0) < 1000) return
    lastSent.set(signal, now)
    if (receiver === undefined) process.exit(128 + constants.signals[signal])
    receiver.kill(signal)
  }
  for (const signal of relayed) process.on(signal, relay)
}

/** Makes this program the one that gets our signals, until it ends. */
export function receiveSignals(program: ChildProcess): void {
  receiver = program
  program.once('exit', () => {
    if (receiver === program) receiver = undefined
  })
}
