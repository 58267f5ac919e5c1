import { randomBytes } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import { access, type FileHandle, lstat, open, readdir, readlink, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { crc32 } from '../../shared/files/crc32.ts'
import { codedError, codeOf } from './errorCode.ts'
import { bringBack, replaceFile } from './replaceFile.ts'

/*
 * A file is never overwritten in place. The new text goes into a temporary file in the same folder and is flushed to
 * the disk; then one rename puts it in place of the old file, and the folder is flushed so that the rename lasts.
 * Whenever the machine stops, the path leads to the whole old file or the whole new one.
 */

const newFileMode = 0o666
const staleAfterMilliseconds = 60 * 60 * 1000
const mostLinks = 40

/** Told where a file system knows no flushing, no modes or no owners; nothing better is to be had there. */
const unsupported = ['EINVAL', 'ENOTSUP', 'ENOSYS', 'EBADF', 'EISDIR']

/**
 * Replaces or creates a file, durably, and keeps its mode. A symbolic link keeps pointing where it did. Rejects with
 * Node's error (`writeProblem` puts it into words), leaving the old file as it was and no temporary file. `mayReplace` is
 * asked last, when the new text is written and flushed, and rejects where the old file is to stay.
 */
export async function writeAtomically(
  file: string,
  data: string | Uint8Array,
  mayReplace: () => Promise<void> = async () => {},
): Promise<void> {
  const target = await followLinks(path.resolve(file))
  const folder = path.dirname(target)
  const prefix = prefixOf(target)
  await bringBack(target, prefix)
  const present = await statOrNull(target)
  if (present) await refuseUnlessReplaceable(target, present)
  const temporary = path.join(folder, `${prefix}${randomBytes(6).toString('hex')}.tmp`)
  try {
    await writeFlushed(temporary, data, present)
    await mayReplace()
    await replaceFile(temporary, target, prefix)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
  await flushFolder(folder)
  await removeStale(folder, prefix)
}

/** Puts a production file back that a stop in the middle of a save left beside its place. */
export async function healFile(file: string): Promise<void> {
  const target = await followLinks(path.resolve(file))
  await bringBack(target, prefixOf(target))
}

function prefixOf(target: string): string {
  return `.needledrop-${crc32(path.basename(target))}-`
}

/** Makes what was created, renamed or removed in a folder last, on systems where a folder can be flushed. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  let handle: FileHandle | null = null
  try {
    handle = await open(folder, 'r')
    await handle.sync()
  } catch (error) {
    if (![...unsupported, 'EPERM', 'EACCES'].includes(codeOf(error))) throw error
  } finally {
    await handle?.close().catch(() => undefined)
  }
}

/** The path that symbolic links lead to, also when there is no file yet. */
async function followLinks(file: string): Promise<string> {
  let current = file
  for (let link = 0; link < mostLinks; link++) {
    const found = await lstat(current).catch(nullIfMissing)
    if (!found?.isSymbolicLink()) return current
    current = path.resolve(path.dirname(current), await readlink(current))
  }
  throw codedError('ELOOP', `too many symbolic links at ${file}`)
}

/** A rename would replace a read-only file, a device or a pipe without a word. */
async function refuseUnlessReplaceable(target: string, present: Stats): Promise<void> {
  if (present.isDirectory()) throw codedError('EISDIR', `${target} is a folder`)
  if (!present.isFile()) throw codedError('EINVAL', `${target} is not a regular file`)
  await access(target, constants.W_OK)
}

async function writeFlushed(file: string, data: string | Uint8Array, like: Stats | null): Promise<void> {
  const handle = await open(file, 'wx', like ? like.mode & 0o777 : newFileMode)
  try {
    await handle.writeFile(data)
    if (like) await keepOwnership(handle, like)
    await handle.sync().catch(unlessUnsupported)
  } finally {
    await handle.close()
  }
}

function unlessUnsupported(error: unknown): void {
  if (!unsupported.includes(codeOf(error))) throw error
}

/** The mode exactly (creation is subject to the umask), the owner where this user may give files away. */
async function keepOwnership(handle: FileHandle, like: Stats): Promise<void> {
  if (process.platform === 'win32') return
  const own = await handle.stat()
  if (own.uid !== like.uid || own.gid !== like.gid) {
    await handle.chown(like.uid, like.gid).catch(() => undefined)
  }
  const keptMode = like.mode & 0o7777
  if ((own.mode & 0o7777) !== keptMode) await handle.chmod(keptMode).catch(() => undefined)
}

/** Temporary files that were left when the machine stopped in the middle of a write to the same file. */
async function removeStale(folder: string, prefix: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((entry) => entry.startsWith(prefix) && entry.endsWith('.tmp'))) {
    const file = path.join(folder, name)
    const found = await statOrNull(file)
    if (found && Math.abs(Date.now() - found.mtimeMs) > staleAfterMilliseconds) {
      await rm(file, { force: true }).catch(() => undefined)
    }
  }
}

async function statOrNull(file: string): Promise<Stats | null> {
  return stat(file).catch(nullIfMissing)
}

function nullIfMissing(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null
  throw error
}
