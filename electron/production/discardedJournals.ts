import { readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { flushFolder } from './atomicWrite.ts'
import { claimJournal, readJournalFile } from './journalFolder.ts'
import { type Recoverable, recoverableOf } from './unsavedProductions.ts'
import { writeProblem } from './writeProblem.ts'

/** Days for which discarded work is kept. */
export const daysKept = 30
const day = 24 * 60 * 60 * 1000
const ending = /\.journal\.discarded-(\d{1,15})$/

/** Takes the journal of unsaved work off the list; it is kept for a while. */
export async function discardJournal(file: string, now: Date): Promise<Result<string>> {
  const aside = `${file}.discarded-${now.getTime()}`
  try {
    await rename(file, aside)
    await flushFolder(path.dirname(file))
    return ok(aside)
  } catch (error) {
    return refuse(writeProblem(error, file))
  }
}

/** Discarded work that is still kept, the latest first. */
export async function listDiscarded(folder: string): Promise<readonly Recoverable[]> {
  const found: Recoverable[] = []
  for (const name of await discardedNames(folder)) {
    const file = path.join(folder, name)
    const journal = await readJournalFile(file).catch(() => null)
    if (!journal) continue
    const modified = (await stat(file)).mtime
    const recoverable = await recoverableOf({ file, journal, modified })
    if (recoverable) found.push(recoverable)
  }
  return found.toSorted((a, b) => instantIn(b.journal) - instantIn(a.journal))
}

/** Puts the latest discarded work of a production back on the list of unsaved work. */
export async function bringDiscardedBack(folder: string, id: string): Promise<Result<string>> {
  const latest = (await listDiscarded(folder)).find((entry) => entry.id === id)
  if (!latest) return refuse(nothingDiscarded(id))
  try {
    const file = await claimJournal(folder, id)
    await rename(latest.journal, file)
    await flushFolder(folder)
    return ok(file)
  } catch (error) {
    return refuse(writeProblem(error, folder))
  }
}

/** Removes what was kept long enough. A clock that was set back only makes it stay longer. */
export async function tidyDiscarded(folder: string, now: Date): Promise<void> {
  for (const name of await discardedNames(folder)) {
    if (now.getTime() - instantIn(name) > daysKept * day)
      await rm(path.join(folder, name), { force: true }).catch(() => undefined)
  }
}

async function discardedNames(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [] as string[])
  return names.filter((name) => ending.test(name))
}

function instantIn(name: string): number {
  return Number(ending.exec(name)?.[1] ?? 0)
}

function nothingDiscarded(id: string): Problem {
  return {
    message: 'This discarded work is no longer there.',
    expected: `a journal that was discarded in the last ${daysKept} days`,
    found: `none for ${id}`,
    remedy: 'Open the production’s file instead.',
  }
}
