import { constants } from 'node:fs'
import { access, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { type FileState, type GuardState, type Hold, isOnlyLookedAt } from '../../shared/ipc/guardState.ts'
import { type ConflictedCopy, conflictedCopies } from './conflictedCopies.ts'
import { codeOf } from './errorCode.ts'
import { type FileSight, outsideOf, sightOf } from './fileStamp.ts'
import { lockHolder, releaseLock, renewLock, takeLock } from './lockFile.ts'
import type { LockIdentity } from './lockIdentity.ts'

/** Milliseconds between two looks while the window has the keyboard, and while it has not. */
const attentive = 2000
const idle = 10_000
/** A disk that takes long to answer is asked seldom: the pause is so many times as long as the look. */
const pausePerLook = 10
/** Milliseconds after which a lock is said anew to be meant. */
const renewal = 4 * 60_000
/** Milliseconds that a file which is just being written is given. */
const settling = 300

/** What a guard watches over. */
export type Guarded = {
  readonly id: string
  /** The production file, symbolic links followed. */
  readonly path: string
  readonly stamp: string
  readonly hold: Hold
}

/** Watches over the file of one open production: who has it open, and whether anybody else changed it. */
export class FileGuard {
  readonly path: string
  /** Names of the copies that keep other programs' versions, by the stamps of those. */
  readonly kept = new Map<string, string>()
  readonly #id: string
  readonly #self: LockIdentity
  readonly #tell: (state: GuardState) => void
  #state: GuardState
  /** States of the file that this window read or wrote itself. */
  #own: Set<string>
  #outside = ''
  #inode = 0n
  /** Counts what this window wrote. */
  #writes = 0
  #folderTime = 0n
  #device: bigint | null = null
  /** Copies beside the file that were there from the beginning and may be a person's own. */
  #ignored = new Set<string>()
  #looking: Promise<void> | null = null
  #ready: Promise<void> = Promise.resolve()
  #timer: NodeJS.Timeout | undefined
  #renewed = performance.now()
  #pause = attentive
  #hasEnded = false

  constructor(guarded: Guarded, self: LockIdentity, tell: (state: GuardState) => void) {
    this.path = guarded.path
    this.#id = guarded.id
    this.#self = self
    this.#tell = tell
    this.#own = new Set([guarded.stamp])
    this.#state = { hold: guarded.hold, file: { kind: 'same' }, isReadOnly: false, copies: [] }
  }

  get state(): GuardState {
    return this.#state
  }

  /**
   * Begins to look by itself; opening and saving do not wait for the first look. It reads the file if what this window has goes on from
   * another state of it.
   */
  async begin(isAsRead = true): Promise<void> {
    this.#outside = isAsRead ? await outsideOf(this.path).catch(() => '') : ''
    await this.#noteInode()
    this.#ready = this.#ignoreKnownCopies()
    void this.look()
  }

  /** Looks seldom while the user is elsewhere, and at once when they come back. */
  setAttentive(isAttentive: boolean): void {
    this.#pause = isAttentive ? attentive : idle
    if (isAttentive) void this.look()
  }

  /** Looks once; one look at a time, so that a folder that does not answer holds up one thread only. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null
    })
    return this.#looking
  }

  /** Reads the file itself, as before each save. */
  async read(): Promise<FileSight> {
    const sight = await sightOf(this.path)
    await this.#judge(sight)
    const { file } = this.#state
    return sight.kind === 'gone' && file.kind === 'unreachable' ? file : sight
  }

  /** Whether a state of the file was read or written by this window. */
  isOwn(stamp: string): boolean {
    return this.#own.has(stamp)
  }

  /** The states of the file that this window read or wrote so far. */
  ownStamps(): ReadonlySet<string> {
    return new Set(this.#own)
  }

  /** Notes what is about to be written, so that it is known again if it was written though an error was told. */
  willWrite(stamp: string): void {
    this.#writes++
    this.#own.add(stamp)
  }

  /** Notes a file that this window is about to write beside: it is no sync client's. */
  willWriteBeside(file: string, stamp: string): void {
    if (path.dirname(file) === path.dirname(this.path))
      this.#ignored.add(keyOf({ name: path.basename(file), stamp }))
  }

  /** Notes a state of the file that this window wrote or has taken for its own. */
  async wrote(stamp: string): Promise<void> {
    this.#writes++
    this.#own = new Set([stamp])
    this.#outside = await outsideOf(this.path).catch(() => '')
    await this.#noteInode()
    this.#show({ file: { kind: 'same' } })
  }

  /** Ends the watch and gives the lock back. */
  async end(): Promise<void> {
    this.#hasEnded = true
    clearTimeout(this.#timer)
    const { kind } = this.#state.hold
    if (kind === 'mine') await releaseLock(this.path, this.#self)
  }

  async #ignoreKnownCopies(): Promise<void> {
    const copies = await conflictedCopies(this.path, this.#id)
    for (const copy of copies) if (!copy.isSure) this.#ignored.add(keyOf(copy))
  }

  async #look(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#ready
    const begun = performance.now()
    try {
      await this.#lookAtFile()
      await this.#lookAtLock()
    } finally {
      const pause = Math.max(this.#pause, (performance.now() - begun) * pausePerLook)
      if (!this.#hasEnded) this.#timer = setTimeout(() => void this.look(), pause).unref()
    }
  }

  async #lookAtFile(): Promise<void> {
    const folder = path.dirname(this.path)
    const folderTime = await stat(folder, { bigint: true }).then(
      ({ mtimeNs }) => mtimeNs,
      (error: unknown) => codeOf(error) || String(error),
    )
    if (typeof folderTime === 'string') {
      this.#show({ file: { kind: 'unreachable', found: folderTime } })
      return
    }
    const isReadOnly = await isUnwritable(folder, this.path)
    const outside = await outsideOf(this.path).catch(() => null)
    const wasAway = ['gone', 'unreachable'].includes(this.#state.file.kind)
    if (outside === null || outside !== this.#outside || wasAway) {
      const writes = this.#writes
      const sight = await settledSight(this.path)
      // What was read before this window saved says nothing any more.
      if (writes !== this.#writes) return
      await this.#judge(sight)
      this.#outside = outside ?? ''
    }
    if (folderTime !== this.#folderTime) {
      this.#folderTime = folderTime
      const copies = await conflictedCopies(this.path, this.#id)
      const told = copies.filter((copy) => !this.#ignored.has(keyOf(copy)) && !this.#own.has(copy.stamp))
      this.#show({ copies: told.map(({ name, stamp }) => ({ name, stamp })) })
    }
    this.#show({ isReadOnly })
  }

  async #lookAtLock(): Promise<void> {
    const { hold } = this.#state
    const holder = await lockHolder(this.path, this.#self)
    if (isOnlyLookedAt(this.#state)) {
      this.#show({ hold: holder ? { kind: 'theirs', holder } : { kind: 'free' } })
      return
    }
    if (holder) {
      this.#show({ hold: { kind: 'lost', holder } })
      return
    }
    if (hold.kind === 'mine' && performance.now() - this.#renewed < renewal) return
    this.#renewed = performance.now()
    await renewLock(this.path, this.#self, new Date())
    if (this.#state.isReadOnly || this.#state.file.kind === 'unreachable') return
    const answer = await takeLock(this.path, this.#self, new Date())
    if (this.#hasEnded) await releaseLock(this.path, this.#self)
    else if (answer.kind !== 'theirs') this.#show({ hold: answer })
  }

  async #judge(sight: FileSight): Promise<void> {
    if (sight.kind === 'unreachable') {
      this.#show({ file: sight })
      return
    }
    if (sight.kind === 'gone') {
      this.#show({ file: await this.#goneOrUnreachable() })
      return
    }
    if (!this.#own.has(sight.stamp)) {
      this.#show({ file: { kind: 'changed', stamp: sight.stamp } })
      return
    }
    await this.#noteInode()
    this.#show({ file: { kind: 'same' } })
  }

  async #goneOrUnreachable(): Promise<FileState> {
    const folder = path.dirname(this.path)
    const names = await readdir(folder).catch((error: unknown) => codeOf(error) || String(error))
    if (typeof names === 'string') return { kind: 'unreachable', found: names }
    // Where a disk was mounted its folder stays when it is pulled: an empty one of another disk.
    if ((await deviceOf(folder)) !== this.#device) return { kind: 'unreachable', found: 'ENODEV' }
    for (const name of names.filter((entry) => entry.endsWith('.needledrop'))) {
      const file = path.join(folder, name)
      const found = await stat(file, { bigint: true }).catch(() => null)
      if (found?.ino !== this.#inode) continue
      const sight = await sightOf(file)
      if (sight.kind === 'there' && this.#own.has(sight.stamp)) return { kind: 'gone', movedTo: name }
    }
    return { kind: 'gone', movedTo: null }
  }

  /** By its number in the folder the file is known again under another name. */
  async #noteInode(): Promise<void> {
    const found = await stat(this.path, { bigint: true }).catch(() => null)
    if (found) this.#inode = found.ino
    this.#device = await deviceOf(path.dirname(this.path))
  }

  #show(fields: Partial<GuardState>): void {
    const next = { ...this.#state, ...fields }
    if (this.#hasEnded || JSON.stringify(next) === JSON.stringify(this.#state)) return
    this.#state = next
    this.#tell(next)
  }
}

function keyOf({ name, stamp }: Pick<ConflictedCopy, 'name' | 'stamp'>): string {
  return `${name}\n${stamp}`
}

async function deviceOf(folder: string): Promise<bigint | null> {
  return stat(folder, { bigint: true }).then(
    ({ dev }) => dev,
    () => null,
  )
}

/** A file that a program is just writing is looked at again before anybody is told. */
async function settledSight(file: string): Promise<FileSight> {
  const before = await outsideOf(file).catch(() => null)
  await new Promise((resolve) => setTimeout(resolve, settling))
  const after = await outsideOf(file).catch(() => null)
  if (before !== after) await new Promise((resolve) => setTimeout(resolve, settling))
  return sightOf(file)
}

async function isUnwritable(...places: readonly string[]): Promise<boolean> {
  for (const place of places) {
    const refusal = await access(place, constants.W_OK).then(
      () => '',
      (error: unknown) => codeOf(error),
    )
    if (['EACCES', 'EPERM', 'EROFS'].includes(refusal)) return true
  }
  return false
}
