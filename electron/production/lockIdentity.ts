import { createHash, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import os from 'node:os'
import { codeOf } from './errorCode.ts'

/** One opening of a production by one running Needledrop, as its lock tells it. */
export type LockIdentity = {
  readonly user: string
  readonly machine: string
  /** Tells machines of the same name apart. */
  readonly machineKey: string
  readonly process: number
  /** When the process began, as the system counts it; null where it does not tell. */
  readonly began: string | null
  readonly session: string
}

/** Who opens a production here and now. */
export async function ownIdentity(): Promise<LockIdentity> {
  return {
    user: userName(),
    machine: os.hostname(),
    machineKey: await machineKey(),
    process: process.pid,
    began: await beginningOf(process.pid),
    session: randomUUID(),
  }
}

/** Whether the process of a lock has ended; of another machine that cannot be known, and it counts as running. */
export async function hasEnded(lock: LockIdentity): Promise<boolean> {
  if (lock.machineKey !== (await machineKey())) return false
  if (!isRunning(lock.process)) return true
  const began = await beginningOf(lock.process)
  return lock.began !== null && began !== null && began !== lock.began
}

/** Whether the lock was made on this machine. */
export async function isOfThisMachine(lock: LockIdentity): Promise<boolean> {
  return lock.machineKey === (await machineKey())
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}

/** Linux counts in ticks since the machine was started, so the number of that start belongs to it. */
async function beginningOf(id: number): Promise<string | null> {
  try {
    const [stat, boot] = await Promise.all([
      readFile(`/proc/${id}/stat`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    ])
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return ticks ? `${boot.trim()} ${ticks}` : null
  } catch {
    return null
  }
}

let knownKey: Promise<string> | null = null

function machineKey(): Promise<string> {
  knownKey ??= readFile('/etc/machine-id', 'utf8')
    .catch(() => '')
    .then((id) => createHash('sha256').update(`${os.hostname()}\n${id.trim()}`).digest('hex').slice(0, 16))
  return knownKey
}

/** Who is logged in. */
export function userName(): string {
  try {
    return os.userInfo().username
  } catch {
    return 'somebody'
  }
}
