import { type FileHandle, mkdir, open, readFile, rm } from 'node:fs/promises'
import pathOf from 'node:path'
import {
  type JournalEntry,
  type JournalHead,
  journalEntryText,
  journalHeadText,
  type ReadJournal,
  readJournal,
} from '../../shared/files/journal.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { flushFolder, writeAtomically } from './atomicWrite.ts'
import { writeProblem } from './writeProblem.ts'

/*
 * One open journal. Everything goes through a queue, so that lines are written in the order of the calls. An append
 * resolves only after its line was flushed to the disk; one that fails takes back what it had written, so that a later
 * line never stands behind half of another.
 */

/** What a rewritten journal rests on; its id and version stay. */
export type JournalBase = Pick<JournalHead, 'path' | 'sequence' | 'base'>

/** An append-only file of one production's changes. */
export class JournalFile {
  readonly file: string
  /** Takes over the changes that a save is about to drop; while it refuses, they stay. */
  beforeCut: ((dropped: readonly JournalEntry[], saved: JournalBase, stamp: string) => Promise<void>) | null =
    null
  #head: JournalHead
  #handle: FileHandle | null
  /** Bytes that are written and flushed; nobody else writes here. */
  #size: number
  #lastSequence: number
  #lastLine = ''
  #isLost = false
  #isClosed = false
  #queue: Promise<unknown> = Promise.resolve()

  private constructor(file: string, handle: FileHandle, head: JournalHead, size: number, last: number) {
    this.file = file
    this.#handle = handle
    this.#head = head
    this.#size = size
    this.#lastSequence = last
  }

  /** Writes a journal without changes and opens it. Rejects with Node's error. */
  static async start(file: string, head: JournalHead): Promise<JournalFile> {
    const text = journalHeadText(head)
    await writeAtomically(file, text)
    return new JournalFile(file, await open(file, 'a'), head, text.length, head.sequence)
  }

  /** Opens a journal that was read, and cuts off what was damaged. Rejects with Node's error. */
  static async goOn(file: string, journal: ReadJournal): Promise<JournalFile> {
    const handle = await open(file, 'a')
    try {
      await handle.truncate(journal.goodBytes)
      await handle.datasync()
    } catch (error) {
      await handle.close()
      throw error
    }
    const last = journal.entries.at(-1)?.sequence ?? journal.head.sequence
    return new JournalFile(file, handle, journal.head, journal.goodBytes, last)
  }

  /** What the journal rests on. */
  get head(): JournalHead {
    return this.#head
  }

  /** Whether no further line can be added, so that only the whole document brings safety (`restart`). */
  get isLost(): boolean {
    return this.#isLost
  }

  /** Sequence number of the last change that is safe here or in the saved file. */
  get lastSequence(): number {
    return this.#lastSequence
  }

  /** Writes a change and flushes it; once this resolves well, the change survives a power cut. */
  append(entry: JournalEntry): Promise<Result<null>> {
    return this.#next(async () => {
      const line = journalEntryText(this.#head.id, entry)
      const isStored = entry.sequence <= this.#head.sequence || line === this.#lastLine
      if (isStored) return ok(null)
      if (entry.sequence !== this.#lastSequence + 1)
        return this.#lost(outOfSequence(this.#lastSequence, entry))
      return this.#store(line, entry.sequence)
    })
  }

  /** Puts a whole document in place of whatever is left of the journal, with all changes up to a number. */
  restart(base: Omit<JournalHead, 'id' | 'version'>): Promise<Result<null>> {
    return this.#next(async () => {
      try {
        await this.#closeHandle()
        await mkdir(pathOf.dirname(this.file), { recursive: true })
        await writeAtomically(this.file, journalHeadText({ ...this.#head, ...base }))
        return ok(null)
      } catch (error) {
        return refuse(writeProblem(error, this.file))
      } finally {
        await this.#reopen()
      }
    })
  }

  /**
   * Starts the journal anew on another base, in one step; changes after the base's sequence number stay in it. After a save, `stamp`
   * tells the text of the file.
   */
  rewrite(base: JournalBase, stamp: string | null = null): Promise<Result<null>> {
    return this.#next(async () => {
      try {
        const present = readJournal(await readFile(this.file, 'latin1').catch(emptyIfMissing))
        const entries = present.ok ? present.value.entries : []
        const kept = entries.filter(({ sequence }) => sequence > base.sequence)
        if (stamp !== null)
          await this.beforeCut?.(entries.slice(0, entries.length - kept.length), base, stamp)
        const head = { ...this.#head, ...base }
        await this.#closeHandle()
        const lines = kept.map((entry) => journalEntryText(head.id, entry))
        await writeAtomically(this.file, [journalHeadText(head), ...lines].join(''))
        return ok(null)
      } catch (error) {
        return refuse(writeProblem(error, this.file))
      } finally {
        await this.#reopen()
      }
    })
  }

  /** Waits for what is under way and closes the file; a journal that holds nothing unsaved is removed. */
  close(): Promise<void> {
    return this.#next(async () => {
      this.#isClosed = true
      const isEmpty = this.#head.base === null && this.#lastSequence === this.#head.sequence
      await this.#closeHandle()
      if (isEmpty) await this.#remove()
    })
  }

  /** Closes and removes the journal: what is unsaved is given up. */
  discard(): Promise<void> {
    return this.#next(async () => {
      this.#isClosed = true
      await this.#closeHandle()
      await this.#remove()
    })
  }

  #next<T>(task: () => Promise<T>): Promise<T> {
    const run = this.#queue.then(task)
    this.#queue = run.catch(() => undefined)
    return run
  }

  async #store(line: string, sequence: number): Promise<Result<null>> {
    if (!this.#handle && !this.#isClosed) await this.#carryOn()
    const handle = this.#handle
    if (!handle) return this.#lost(notWritable('a journal that is closed'))
    if (line === this.#lastLine) return ok(null)
    if (sequence !== this.#lastSequence + 1) return this.#lost(notWritable('a journal with other changes'))
    try {
      const { size, nlink } = await handle.stat()
      if (nlink === 0) return this.#lost(notWritable('a journal that was removed'))
      if (size !== this.#size) return this.#lost(notWritable('a journal that another program writes to'))
      await handle.appendFile(line, 'latin1')
      await handle.datasync()
    } catch (error) {
      await this.#takeBack()
      return refuse(writeProblem(error, this.file))
    }
    this.#size += line.length
    this.#lastSequence = sequence
    this.#lastLine = line
    return ok(null)
  }

  /** After a failed write. If not even this works, the journal stays closed until the next change. */
  async #takeBack(): Promise<void> {
    try {
      await this.#handle?.truncate(this.#size)
      await this.#handle?.datasync()
    } catch {
      await this.#closeHandle()
    }
  }

  /** Goes on with a journal that could not be put in order after a failed write, now that the disk may answer again. */
  async #carryOn(): Promise<void> {
    try {
      const text = await readFile(this.file, 'latin1')
      const present = readJournal(text)
      if (!present.ok || present.value.head.id !== this.#head.id) return
      const { goodBytes, entries, head } = present.value
      const handle = await open(this.file, 'a')
      this.#handle = handle
      await handle.truncate(goodBytes)
      await handle.datasync()
      this.#head = head
      this.#size = goodBytes
      this.#lastSequence = entries.at(-1)?.sequence ?? head.sequence
      this.#lastLine = entries.length > 0 ? `${text.slice(0, goodBytes).trimEnd().split('\n').at(-1)}\n` : ''
    } catch {
      await this.#closeHandle()
    }
  }

  #lost(problem: Problem): Result<null> {
    this.#isLost = true
    return refuse(problem)
  }

  /** After a rewrite, which has left either the old journal or the new one, whole. */
  async #reopen(): Promise<void> {
    await this.#closeHandle()
    try {
      const text = await readFile(this.file, 'latin1')
      const present = readJournal(text)
      if (!present.ok) return
      const { head, entries } = present.value
      this.#head = head
      this.#lastSequence = entries.at(-1)?.sequence ?? head.sequence
      this.#size = text.length
      this.#lastLine = ''
      this.#handle = await open(this.file, 'a')
      this.#isLost = false
    } catch {
      await this.#closeHandle()
    }
  }

  async #closeHandle(): Promise<void> {
    const handle = this.#handle
    this.#handle = null
    await handle?.close().catch(() => undefined)
  }

  async #remove(): Promise<void> {
    await rm(this.file, { force: true })
    await flushFolder(pathOf.dirname(this.file))
  }
}

function emptyIfMissing(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
  throw error
}

function notWritable(found: string): Problem {
  return {
    message: 'Changes can no longer be kept safe as you make them.',
    expected: 'a journal that only this Needledrop writes to',
    found,
    remedy: 'Save the production now; that starts a new journal.',
  }
}

function outOfSequence(last: number, entry: JournalEntry): Problem {
  return {
    message: 'A change could not be kept safe, because one before it is missing.',
    expected: `change ${last + 1}`,
    found: `change ${entry.sequence}`,
    remedy: 'Save the production now.',
  }
}
