import { copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { flushFolder } from './atomicWrite.ts'

const extension = '.history'

/** The history files in the folder that may be those of a production. */
export async function historyFilesOf(folder: string, id: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [] as string[])
  return names
    .filter((name) => name.startsWith(id) && /^(-\d+)?\.history$/.test(name.slice(id.length)))
    .toSorted()
    .map((name) => path.join(folder, name))
}

/** Creates a history file with this text, under a name of its own. Rejects with Node's error, and leaves no file then. */
export async function createHistory(folder: string, id: string, text: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const file = await claimed((count) =>
    path.join(folder, `${id}${count === 1 ? '' : `-${count}`}${extension}`),
  )
  try {
    await writeBehind(file, 0, text)
    await flushFolder(folder)
    return file
  } catch (error) {
    await rm(file, { force: true }).catch(() => undefined)
    throw error
  }
}

/**
 * Writes text at a place, so that the file ends behind it, and flushes it. Rejects with Node's error; what was before that place is
 * untouched then. Gives where the file ends.
 */
export async function writeBehind(file: string, at: number, text: string): Promise<number> {
  const handle = await open(file, 'r+')
  try {
    const { size } = await handle.stat()
    if (size < at) throw Object.assign(new Error('a history that was cut short'), { code: 'ESTALE' })
    if (size > at) await handle.truncate(at)
    await handle.write(text, at, 'latin1')
    await handle.datasync()
    return at + text.length
  } finally {
    await handle.close()
  }
}

/** Renames a history so that nothing takes it for one any more; gives its new name. */
export async function setHistoryAside(file: string): Promise<string> {
  const aside = await claimed((count) => `${file}.aside-${count}`)
  await rename(file, aside)
  await flushFolder(path.dirname(file))
  return aside
}

/** Keeps a copy of a history before steps of it are cut off; gives the copy's name. */
export async function copyHistoryAside(file: string): Promise<string> {
  const aside = await claimed((count) => `${file}.aside-${count}`)
  await copyFile(file, aside)
  return aside
}

/** Copies a history for a copy of its production; gives the new file. */
export async function forkHistory(file: string, folder: string, id: string): Promise<string> {
  const fork = await claimed((count) =>
    path.join(folder, `${id}${count === 1 ? '' : `-${count}`}${extension}`),
  )
  await copyFile(file, fork)
  return fork
}

/** The first of the names under which there is no file; an empty one is made. */
async function claimed(nameOf: (count: number) => string): Promise<string> {
  for (let count = 1; ; count++) {
    try {
      await (await open(nameOf(count), 'wx')).close()
      return nameOf(count)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  }
}
