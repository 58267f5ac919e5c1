import { link, lstat, readdir, rename, rm, unlink } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { codeOf } from './errorCode.ts'

const tries = 12
const extension = '.old'

/** Told while another program holds one of the files: a virus scanner, an indexer, a sync client. */
const held = ['EPERM', 'EACCES', 'EBUSY', 'ETXTBSY']
/** Told where a folder does not let a rename replace a file, as some network and mounted folders do not. */
const notReplacing = [...held, 'EEXIST', 'EXDEV', 'ENOTSUP', 'EINVAL', 'ENOSYS']

/**
 * Puts a whole file in the place of another. Where the folder does not let a rename replace a file, the old one is moved
 * aside first and back again if the new one cannot take its place: the path then leads to nothing for an instant, and never to
 * half a file. Rejects with the error of the first rename.
 */
export async function replaceFile(temporary: string, target: string, prefix: string): Promise<void> {
  try {
    await renamePatiently(temporary, target)
  } catch (error) {
    if (!notReplacing.includes(codeOf(error))) throw error
    if (await isThere(target)) await replaceByMovingAside(temporary, target, prefix, error)
    else await linkInto(temporary, target, error)
  }
}

/** Puts a file back that was moved aside when the machine stopped before the new one had taken its place. */
export async function bringBack(target: string, prefix: string): Promise<void> {
  if (await isThere(target).catch(() => true)) return
  const folder = path.dirname(target)
  const names = await readdir(folder).catch(() => [] as string[])
  const aside = names.find((name) => name.startsWith(prefix) && name.endsWith(extension))
  if (aside) await rename(path.join(folder, aside), target).catch(() => undefined)
}

async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(from, to)
    } catch (error) {
      if (!held.includes(codeOf(error)) || attempt === tries) throw error
      await pause(attempt * 20)
    }
  }
}

async function replaceByMovingAside(
  temporary: string,
  target: string,
  prefix: string,
  first: unknown,
): Promise<void> {
  const aside = path.join(
    path.dirname(target),
    `${prefix}${path.basename(temporary, '.tmp').slice(prefix.length)}${extension}`,
  )
  await rename(target, aside).catch(() => {
    throw first
  })
  try {
    await rename(temporary, target)
  } catch {
    await renamePatiently(aside, target)
    throw first
  }
  await rm(aside, { force: true }).catch(() => undefined)
}

/** A new name for the file, for folders that give names but do not take them back in one step. */
async function linkInto(temporary: string, target: string, first: unknown): Promise<void> {
  await link(temporary, target).catch(() => {
    throw first
  })
  await unlink(temporary).catch(() => undefined)
}

async function isThere(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    (error) => {
      if (codeOf(error) === 'ENOENT') return false
      throw error
    },
  )
}
