import { randomUUID } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import path from 'node:path'
import type { JournalEntry } from '../shared/files/journal.ts'
import type { KeptSteps } from '../shared/files/keptSteps.ts'
import { productionFileVersion } from '../shared/files/productionFile.ts'
import type { RelativePaths } from '../shared/files/relativePaths.ts'
import type { OpenedProduction, Recoverable, SavedProduction } from '../shared/ipc/contract.ts'
import {
  type GuardState,
  type Hold,
  isOnlyLookedAt,
  type LockHolder,
  unguarded,
} from '../shared/ipc/guardState.ts'
import type { ProductionDocument } from '../shared/model/document.ts'
import { ok, type Problem, type Result, refuse } from '../shared/result.ts'
import { clearTheWay } from './clearTheWay.ts'
import { noSuchVersion, notOpen, onlyLookedAt, openElsewhere, savedElsewhere } from './guardProblems.ts'
import { bringDiscardedBack, discardJournal, listDiscarded } from './production/discardedJournals.ts'
import { FileGuard } from './production/fileGuard.ts'
import { stampOfText } from './production/fileStamp.ts'
import type { JournalFile } from './production/journalFile.ts'
import { startJournal } from './production/journalFolder.ts'
import { KeptHistory } from './production/keptHistory.ts'
import { lockHolder, releaseLock, takeLock } from './production/lockFile.ts'
import { type LockIdentity, ownIdentity } from './production/lockIdentity.ts'
import type { OpenedProduction as Opened, RecoveredWork } from './production/openedProduction.ts'
import { lookAtProduction, openProduction } from './production/openProduction.ts'
import { type Saved, type SaveRequest, saveProduction } from './production/saveProduction.ts'
import {
  createProduction,
  listRecoverable,
  recoverProduction,
  type Recoverable as StoredWork,
} from './production/unsavedProductions.ts'
import { writeProblem } from './production/writeProblem.ts'
import { type ReadVersion, readTheirs } from './theirVersion.ts'
import { withWaitingWork } from './waitingWork.ts'

/** A production file that was just saved, with its text, or opened. */
export type KeptFile = {
  readonly id: string
  readonly path: string
  readonly text: string | null
  readonly fileStamp: string
}

/** Who hears of the files of open productions. */
export type ProductionListeners = {
  /** Told every file that was saved here or opened for editing. */
  readonly keep?: (file: KeptFile) => void
  /** Told what becomes of the files that are open. */
  readonly tellGuard?: (id: string, state: GuardState) => void
}

/** The productions that the window has open, with their journals; the truth on disk. */
export class Productions {
  readonly #folder: string
  readonly #open = new Map<string, Opened>()
  readonly #guards = new Map<string, FileGuard>()
  /** Where missing films, proxies and stems of open productions should be. */
  readonly #expectedMedia = new Map<string, ReadonlyMap<string, string>>()
  readonly #listeners: ProductionListeners
  readonly #histories = new Map<string, KeptHistory>()
  /** The save that was begun last to each file; the next one waits for it, whose file it would take for a stranger's. */
  readonly #saves = new Map<string, Promise<unknown>>()

  /** `folder` is where journals are kept. */
  constructor(folder: string, listeners: ProductionListeners = {}) {
    this.#folder = folder
    this.#listeners = listeners
  }

  /**
   * Opens a production file with the unsaved work that its journal holds; only to look at where somebody else has it open,
   * unless that opening is `takeOver`, which the user was asked about.
   */
  async open(file: string, takeOver: string | null = null): Promise<Result<OpenedProduction>> {
    const target = await realpath(file).catch(() => path.resolve(file))
    const present = [...this.#open.values()].filter(
      (opened) => opened.path === target || this.#isMovedTo(opened, target),
    )
    // What is open stays open, journal and all, where its file cannot be opened anew.
    const sight = present.length > 0 ? await lookAtProduction(file) : null
    if (sight && !sight.ok) return sight
    for (const { id } of present) await this.close(id)
    const self = await ownIdentity()
    const hold: Hold = await takeLock(target, self, new Date(), takeOver)
    const opened = await (hold.kind === 'theirs'
      ? lookAtProduction(file)
      : openProduction(file, this.#folder))
    if (!opened.ok && hold.kind === 'mine') await releaseLock(target, self)
    if (!opened.ok) return opened
    // A copy of a production has the same id.
    if (this.#open.has(opened.value.id)) await this.close(opened.value.id)
    await this.#guard(opened.value, self, hold, !opened.value.journal?.head.base)
    return this.#adopt(opened)
  }

  /** Starts a production that has no file yet. */
  async create(
    document: ProductionDocument,
    notes: readonly Problem[] = [],
  ): Promise<Result<OpenedProduction>> {
    const created = this.#adopt(await createProduction(document, randomUUID(), this.#folder))
    return created.ok ? ok({ ...created.value, warnings: [...notes, ...created.value.warnings] }) : created
  }

  /** Work that was never saved, the latest first; what is open now is left out. */
  async recoverable(): Promise<readonly Recoverable[]> {
    const found = await listRecoverable(this.#folder)
    return found.filter(({ id }) => !this.#open.has(id)).map(toldOf)
  }

  /** Opens unsaved work; null for the path means that it never had a file. */
  async recover(id: string): Promise<Result<OpenedProduction>> {
    const found = (await listRecoverable(this.#folder)).find((entry) => entry.id === id)
    if (!found) return refuse(nothingUnsaved(id))
    if (found.path !== null) return withWaitingWork(await this.open(found.path), found.count)
    return this.#adopt(await recoverProduction(found.journal))
  }

  /** Takes unsaved work off the list; its journal is kept aside, not deleted. */
  async discard(id: string): Promise<Result<null>> {
    const found = (await listRecoverable(this.#folder)).find((entry) => entry.id === id)
    if (!found) return refuse(nothingUnsaved(id))
    const aside = await discardJournal(found.journal, new Date())
    return aside.ok ? ok(null) : aside
  }

  /** Discarded work that is still kept, the latest first. */
  async discarded(): Promise<readonly Recoverable[]> {
    return (await listDiscarded(this.#folder)).map(toldOf)
  }

  /** Puts discarded work back on the list of unsaved work. */
  async undiscard(id: string): Promise<Result<null>> {
    const back = await bringDiscardedBack(this.#folder, id)
    return back.ok ? ok(null) : back
  }

  /** Flushes one change to the journal; `restart` where it takes no more lines and wants the whole document. */
  async append(id: string, entry: JournalEntry): Promise<Result<'restart' | null>> {
    const opened = this.#open.get(id)
    if (!opened) return refuse(notOpen())
    const { journal } = opened
    if (isOnlyLookedAt(this.guardOf(id))) return refuse(onlyLookedAt())
    if (!journal) return ok('restart')
    const stored = await journal.append(entry)
    return !stored.ok && journal.isLost ? ok('restart') : stored
  }

  /** Starts the journal of a production anew on its whole document. */
  async restartJournal(id: string, base: ProductionDocument, sequence: number): Promise<Result<null>> {
    const opened = this.#open.get(id)
    if (!opened) return refuse(notOpen())
    if (isOnlyLookedAt(this.guardOf(id))) return refuse(onlyLookedAt())
    const start = { path: opened.path, sequence, base }
    const rest = opened.fileStamp === null ? start : { ...start, fileStamp: opened.fileStamp }
    if (opened.journal) return opened.journal.restart(rest)
    try {
      const head = { id, version: productionFileVersion, ...rest }
      const journal = await startJournal(this.#folder, head)
      this.#open.set(id, { ...(this.#open.get(id) ?? opened), journal })
      this.#feedHistory(id, journal)
      return ok(null)
    } catch (error) {
      return refuse(writeProblem(error, this.#folder))
    }
  }

  /** Where a production is saved; null while it is not, or not open. */
  pathOf(id: string): string | null {
    return this.#open.get(id)?.path ?? null
  }

  /** Whether a file is that of an open production, by whatever name it is called. */
  async isOpen(file: string): Promise<boolean> {
    const target = await realpath(file).catch(() => path.resolve(file))
    return [...this.#open.values()].some((opened) => opened.path === target)
  }

  /** Who has a file open that is not open here; null when nobody has. */
  async heldElsewhere(file: string): Promise<LockHolder | null> {
    const target = await realpath(file).catch(() => path.resolve(file))
    const own = [...this.#guards.values()].find((guard) => guard.path === target)
    return own ? null : lockHolder(target, await ownIdentity())
  }

  /** Notes a file that is about to be written and is no open production's. */
  willWrite(file: string, text: string): void {
    for (const guard of this.#guards.values()) guard.willWriteBeside(file, stampOfText(text))
  }

  /** What an open production's journal gave back when it was opened; null when it gave nothing. */
  recoveredOf(id: string): RecoveredWork | null {
    return this.#open.get(id)?.recovered.told ?? null
  }

  /** Where an open production's file says that its films, proxies and stems lie. */
  relativesOf(id: string): RelativePaths {
    return this.#open.get(id)?.relatives ?? new Map()
  }

  /** Notes where missing films, proxies and stems of an open production should be. */
  expectMedia(id: string, expected: ReadonlyMap<string, string>): void {
    this.#expectedMedia.set(id, expected)
  }

  /** What is known of a production's file now. */
  guardOf(id: string): GuardState {
    return this.#guards.get(id)?.state ?? unguarded
  }

  /** What another program wrote over a production's file, or beside it under a name. */
  async theirs(id: string, copy: string | null): Promise<Result<ReadVersion>> {
    const guard = this.#guards.get(id)
    return guard ? readTheirs(guard, copy) : refuse(noSuchVersion(copy ?? 'this production'))
  }

  /**
   * Replaces the production's file, or makes one at `file`. What another program wrote there since is replaced only if it is
   * the version `over`, which the user has seen, and is kept beside it; else the answer is `changed`.
   */
  save(
    id: string,
    document: ProductionDocument,
    lastSequence: number,
    file: string,
    over: string | null = null,
  ): Promise<Result<SavedProduction | 'changed'>> {
    const place = `${id} ${path.resolve(file)}`
    const before = this.#saves.get(place) ?? Promise.resolve()
    const saved = before.then(() => this.#save(id, document, lastSequence, file, over))
    this.#saves.set(
      place,
      saved.catch(() => null),
    )
    return saved
  }

  async #save(
    id: string,
    document: ProductionDocument,
    lastSequence: number,
    file: string,
    over: string | null,
  ): Promise<Result<SavedProduction | 'changed'>> {
    const opened = this.#open.get(id)
    if (!opened) return refuse(notOpen())
    const guard = this.#guards.get(id)
    const target = await realpath(file).catch(() => path.resolve(file))
    const expectedMedia = this.#expectedMedia.get(id) ?? new Map()
    const request = { id, document, lastSequence, path: target, journal: opened.journal, expectedMedia }
    if (!guard || opened.path !== target) return this.#saveElsewhere(opened, request)
    if (isOnlyLookedAt(guard.state)) return refuse(onlyLookedAt())
    const cleared = await clearTheWay(guard, document, over)
    if (!cleared.ok || cleared.value === 'changed') return cleared as Result<'changed'>
    const { kept, mayReplace } = cleared.value
    const willWrite = (stamp: string) => guard.willWrite(stamp)
    const isMeant = () => this.#guards.get(id) === guard
    const saved = await saveProduction({ ...request, mayReplace, willWrite, isMeant })
    if (saved.ok) await guard.wrote(saved.value.fileStamp)
    if (saved.ok && !isMeant()) return refuse(savedElsewhere(target))
    return this.#saved(opened, saved, kept)
  }

  /** Looks after all open files at once, as after the machine slept; seldom from then on while the user is elsewhere. */
  setAttentive(isAttentive: boolean): void {
    for (const guard of this.#guards.values()) guard.setAttentive(isAttentive)
  }

  /** Lets go of a production. Its journal stays as it is, unless it never held a change of a production that has no file. */
  async close(id: string): Promise<void> {
    const opened = this.#open.get(id)
    const guard = this.#guards.get(id)
    this.#open.delete(id)
    this.#expectedMedia.delete(id)
    this.#guards.delete(id)
    this.#histories.delete(id)
    const isUntouched = opened?.path === null && opened.journal?.lastSequence === 0
    if (isUntouched) await opened?.journal?.discard()
    else await opened?.journal?.close()
    await guard?.end()
  }

  /** Lets go of everything, as when the app ends. */
  async closeAll(): Promise<void> {
    for (const id of [...this.#open.keys()]) await this.close(id)
  }

  /** A slice of the steps that can be undone and redone, from one on; none where nothing can. */
  async history(id: string, from: number): Promise<Result<KeptSteps>> {
    const guard = this.#guards.get(id)
    if (guard && isOnlyLookedAt(guard.state)) return ok(noSteps)
    const history = this.#histories.get(id)
    return history ? ok(await history.read(from)) : refuse(notOpen())
  }

  #adopt(opening: Result<Opened>): Result<OpenedProduction> {
    if (!opening.ok) return opening
    const opened = opening.value
    const { id, document, lastSequence, recovered, warnings } = opened
    this.#open.set(id, { ...opened, history: { ...opened.history, journalled: [] } })
    this.#histories.set(id, new KeptHistory(this.#folder, { ...opened, base: opened.history }))
    this.#feedHistory(id, opened.journal)
    const guard = this.guardOf(id)
    if (opened.path !== null && opened.fileStamp !== null && !isOnlyLookedAt(guard))
      this.#listeners.keep?.({ id, path: opened.path, text: null, fileStamp: opened.fileStamp })
    return ok({ id, path: opened.path, document, lastSequence, recovered: recovered.labels, warnings, guard })
  }

  /** Saves under another name: that file is locked and watched from then on, and the one before is let go of. */
  async #saveElsewhere(opened: Opened, request: SaveRequest): Promise<Result<SavedProduction>> {
    const target = request.path
    const self = await ownIdentity()
    const hold = await takeLock(target, self, new Date())
    if (hold.kind === 'theirs') return refuse(openElsewhere(target, hold.holder))
    const saved = await saveProduction(request)
    if (!saved.ok) {
      if (hold.kind === 'mine') await releaseLock(target, self)
      return saved
    }
    const { id, lastSequence } = request
    const { path: file, fileStamp } = saved.value
    const before = this.#guards.get(id)
    await this.#guard({ id, path: file, fileStamp }, self, hold)
    await before?.end()
    const head = { id, version: productionFileVersion, path: file, sequence: lastSequence, base: null }
    const journal =
      this.#open.get(id)?.journal ??
      opened.journal ??
      (await startJournal(this.#folder, head).catch(() => null))
    this.#feedHistory(id, journal)
    return this.#saved({ ...opened, journal }, saved, null)
  }

  /** What the journal drops when a save cuts it goes to the history. */
  #feedHistory(id: string, journal: JournalFile | null): void {
    const history = this.#histories.get(id)
    if (!journal || !history) return
    journal.beforeCut = (dropped, { sequence, path: file }, stamp) =>
      history.keep(dropped, { sequence, path: file ?? '', stamp })
  }

  /** Whether a file is the one of an open production under the name that it was given meanwhile. */
  #isMovedTo({ id, path: file }: Opened, target: string): boolean {
    const sight = this.#guards.get(id)?.state.file
    return (
      file !== null &&
      sight?.kind === 'gone' &&
      sight.movedTo !== null &&
      path.join(path.dirname(file), sight.movedTo) === target
    )
  }

  #saved(opened: Opened, saved: Result<Saved>, kept: string | null): Result<SavedProduction> {
    if (!saved.ok) return saved
    const { path: file, fileStamp, text } = saved.value
    // Its journal may have been started anew meanwhile.
    const journal = this.#open.get(opened.id)?.journal ?? opened.journal
    this.#open.set(opened.id, { ...opened, journal, path: file, fileStamp, isSaved: true })
    this.#listeners.keep?.({ id: opened.id, path: file, text, fileStamp })
    const guard = this.guardOf(opened.id)
    return ok({ path: file, title: path.basename(file), kept, guard })
  }

  async #guard(
    { id, path: file, fileStamp }: Pick<Opened, 'id' | 'path' | 'fileStamp'>,
    self: LockIdentity,
    hold: Hold,
    isAsRead = true,
  ): Promise<void> {
    if (file === null || fileStamp === null) return
    const guard = new FileGuard({ id, path: file, stamp: fileStamp, hold }, self, (state) =>
      this.#listeners.tellGuard?.(id, state),
    )
    this.#guards.set(id, guard)
    await guard.begin(isAsRead)
  }
}

const noSteps: KeptSteps = { steps: [], count: 0, position: 0, warnings: [] }

function toldOf({ id, title, path: file, modified, count, labels }: StoredWork): Recoverable {
  const last = labels.slice(-3).toReversed()
  return { id, title, path: file, changedAt: modified.toISOString(), changes: count, last }
}

function nothingUnsaved(id: string): Problem {
  return {
    message: 'This unsaved work is no longer there.',
    expected: 'a journal with changes that no file has',
    found: `none for ${id}`,
    remedy: 'Open the production’s file instead.',
  }
}
