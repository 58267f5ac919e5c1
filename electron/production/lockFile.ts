import { randomBytes } from 'node:crypto'
import { link, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { type LockText, lockText, readLockText } from '../../shared/files/lockText.ts'
import type { LockHolder } from '../../shared/ipc/guardState.ts'
import { codeOf } from './errorCode.ts'
import { hasEnded, isOfThisMachine, type LockIdentity } from './lockIdentity.ts'

/*
 * The lock of a production is a small hidden file beside it: the one place that every machine sees which sees the production.
 * It tells people who has it open; it is not what keeps a file from being overwritten, since a lock can be late or lost on a
 * synced folder. That is `fileGuard`, which reads the file before each save.
 */

/** What came of asking for a lock. */
export type LockAnswer =
  | { readonly kind: 'mine' }
  | { readonly kind: 'theirs'; readonly holder: LockHolder }
  /** The folder takes no lock: it cannot be written to, is full, or is gone. */
  | { readonly kind: 'unlocked' }

/** Milliseconds after which a lock without words, or a file on its way to be a lock, was left by a machine that stopped meanwhile. */
const longestWriting = 10_000
const mostTries = 3
/** Stands for the session of a lock that cannot be read. */
const unreadable = 'unreadable'

/** Where the lock of a production lies. */
export function lockPath(file: string): string {
  return path.join(path.dirname(file), `.${path.basename(file)}.lock`)
}

/**
 * Takes the lock of a production. One that a process of this machine left when it was killed is taken over, and so is the one
 * whose session is `over`, which the user was asked about.
 */
export async function takeLock(
  file: string,
  self: LockIdentity,
  now: Date,
  over: string | null = null,
): Promise<LockAnswer> {
  const lock = lockPath(file)
  const text = lockText({ ...self, since: now.toISOString() })
  for (let attempt = 1; ; attempt++) {
    try {
      await writeNew(lock, text)
      await removeLeftovers(lock)
      return { kind: 'mine' }
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return { kind: 'unlocked' }
    }
    const found = await readLock(lock)
    if (found?.text.session === self.session) return { kind: 'mine' }
    if (found && (found.text.session === over || (await hasEnded(found.text)))) {
      if (attempt <= mostTries && (await moveAway(lock, found.text.session, self.session))) continue
    } else if (!found && attempt <= mostTries && (await removeWordless(lock, over))) continue
    return { kind: 'theirs', holder: await holderOf(found) }
  }
}

/** Who has a production open, other than the session; null when nobody has, or nobody who still runs on this machine. */
export async function lockHolder(file: string, self: LockIdentity): Promise<LockHolder | null> {
  const found = await readLock(lockPath(file))
  if (!found || found.text.session === self.session || (await hasEnded(found.text))) return null
  return holderOf(found)
}

/** Says that the lock is still meant, if it is this session's; its time is what others read as last heard of. */
export async function renewLock(file: string, self: LockIdentity, now: Date): Promise<void> {
  const lock = lockPath(file)
  const found = await readLock(lock).catch(() => null)
  if (found?.text.session === self.session) await utimes(lock, now, now).catch(() => undefined)
}

/** Removes the lock, if it is this session's. */
export async function releaseLock(file: string, self: LockIdentity): Promise<void> {
  const lock = lockPath(file)
  const found = await readLock(lock).catch(() => null)
  if (found?.text.session === self.session) await rm(lock, { force: true }).catch(() => undefined)
}

type FoundLock = { readonly text: LockText; readonly seen: Date }

/** What a lock says; null where there is none, or none that can be read. */
async function readLock(lock: string): Promise<FoundLock | null> {
  try {
    const text = readLockText(await readFile(lock, 'utf8'))
    return text && { text, seen: (await stat(lock)).mtime }
  } catch {
    return null
  }
}

async function holderOf(found: FoundLock | null): Promise<LockHolder> {
  const unknown = { user: 'somebody', machine: 'another machine', session: unreadable, isHere: false }
  const now = new Date().toISOString()
  if (!found) return { ...unknown, since: now, seen: now }
  const { user, machine, session, since } = found.text
  return {
    user,
    machine,
    session,
    since,
    seen: found.seen.toISOString(),
    isHere: await isOfThisMachine(found.text),
  }
}

/** The lock appears with all of its words, where the folder gives a file a second name: a stop at any instant leaves no empty one. */
async function writeNew(lock: string, text: string): Promise<void> {
  const beside = `${lock}-${randomBytes(4).toString('hex')}`
  await writeInPlace(beside, text)
  try {
    await link(beside, lock)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error
    await writeInPlace(lock, text)
  } finally {
    await rm(beside, { force: true }).catch(() => undefined)
  }
}

async function writeInPlace(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o644)
  try {
    await handle.writeFile(text)
    await handle.close()
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(file, { force: true }).catch(() => undefined)
    throw error
  }
}

/** What was on its way to be a lock, or away from being one, when a machine stopped. */
async function removeLeftovers(lock: string): Promise<void> {
  const folder = path.dirname(lock)
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((entry) => entry.startsWith(`${path.basename(lock)}-`))) {
    const file = path.join(folder, name)
    const found = await stat(file).catch(() => null)
    if (found && Math.abs(Date.now() - found.mtimeMs) > longestWriting)
      await rm(file, { force: true }).catch(() => undefined)
  }
}

/** Moves a lock away that is no longer meant. Another may have replaced it since it was read: then that one stays. */
async function moveAway(lock: string, session: string, own: string): Promise<boolean> {
  const away = `${lock}-${own.slice(0, 8)}`
  try {
    await rename(lock, away)
  } catch (error) {
    return codeOf(error) === 'ENOENT'
  }
  const moved = await readLock(away)
  const isMeant = moved?.text.session === session
  if (!isMeant) await link(away, lock).catch(() => undefined)
  await rm(away, { force: true }).catch(() => undefined)
  return isMeant
}

/**
 * A lock that is empty is being written just now, or was left by a machine that stopped while it did. One with words that
 * cannot be read, such as a later version's, stays unless the user was asked. Resolves to whether to try again.
 */
async function removeWordless(lock: string, over: string | null): Promise<boolean> {
  const found = await stat(lock).catch(() => null)
  if (found === null) return true
  if (found.size > 0 && over !== unreadable) return false
  if (Math.abs(Date.now() - found.mtimeMs) < longestWriting) {
    await new Promise((resolve) => setTimeout(resolve, 200))
    return true
  }
  await rm(lock, { force: true }).catch(() => undefined)
  return true
}
