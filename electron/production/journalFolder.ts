import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { type JournalHead, type ReadJournal, readJournal } from '../../shared/files/journal.ts'
import { flushFolder } from './atomicWrite.ts'
import { JournalFile } from './journalFile.ts'

const extension = '.journal'

/** A journal that was found in the folder. */
export type StoredJournal = {
  readonly file: string
  readonly journal: ReadJournal
  /** When it was last written to. */
  readonly modified: Date
}

/** Starts a journal under a name of its own in the folder, which is made if need be. Rejects with Node's error. */
export async function startJournal(folder: string, head: JournalHead): Promise<JournalFile> {
  await makeFolder(folder)
  return JournalFile.start(await claimJournal(folder, head.id), head)
}

/** The journals of all productions in the folder, or of one; those that cannot be read at all are left out. */
export async function storedJournals(folder: string, id?: string): Promise<readonly StoredJournal[]> {
  const found: StoredJournal[] = []
  for (const file of await journalFiles(folder, id)) {
    const stored = await storedJournal(file).catch(nullIfMissing)
    if (stored && (id === undefined || stored.journal.head.id === id)) found.push(stored)
  }
  return found
}

/** Puts journals of a production whose head is damaged aside, and gives their new names. */
export async function setUnreadableAside(folder: string, id: string): Promise<readonly string[]> {
  const aside: string[] = []
  for (const file of await journalFiles(folder, id)) {
    if (await readJournalFile(file)) continue
    const { size } = await stat(file)
    if (size === 0) await rm(file, { force: true })
    else aside.push(await setAside(file))
  }
  return aside
}

/** Reads a journal file; null when not even its head is whole. */
export async function readJournalFile(file: string): Promise<ReadJournal | null> {
  const journal = readJournal(await readFile(file, 'latin1'))
  return journal.ok ? journal.value : null
}

/** Renames a journal so that nothing takes it for one any more; gives its new name. */
export async function setAside(file: string): Promise<string> {
  const aside = await asideName(file)
  await rename(file, aside)
  await flushFolder(path.dirname(file))
  return aside
}

/** Keeps a copy of a journal before damaged or unfitting lines of it are cut off; gives the copy's name. */
export async function copyAside(file: string): Promise<string> {
  const aside = await asideName(file)
  await copyFile(file, aside)
  return aside
}

/** Makes a folder that outlasts a power cut: the name of a new folder stands in the one above it. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true })
  if (first === undefined) return
  for (let made = path.resolve(folder); made.length >= first.length; made = path.dirname(made))
    await flushFolder(path.dirname(made))
}

async function storedJournal(file: string): Promise<StoredJournal | null> {
  const journal = await readJournalFile(file)
  return journal ? { file, journal, modified: (await stat(file)).mtime } : null
}

/** Another window may have closed its production since the folder was listed. */
function nullIfMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}

async function journalFiles(folder: string, id?: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [] as string[])
  return names
    .filter((name) => name.endsWith(extension) && (id === undefined || belongsTo(name, id)))
    .toSorted()
    .map((name) => path.join(folder, name))
}

/** Ids may themselves end in a dash and digits; the head of a journal decides. */
function belongsTo(name: string, id: string): boolean {
  const rest = name.slice(id.length, -extension.length)
  return name.startsWith(id) && /^(-\d+)?$/.test(rest)
}

/** An empty journal under a name that none of the production has yet. */
export async function claimJournal(folder: string, id: string): Promise<string> {
  for (let count = 1; ; count++) {
    const file = path.join(folder, `${id}${count === 1 ? '' : `-${count}`}${extension}`)
    if (await claimed(file)) return file
  }
}

async function asideName(file: string): Promise<string> {
  for (let count = 1; ; count++) {
    const aside = `${file}.aside-${count}`
    if (await claimed(aside)) return aside
  }
}

/** Creates an empty file unless there is one of that name. */
async function claimed(file: string): Promise<boolean> {
  try {
    await (await open(file, 'wx')).close()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}
