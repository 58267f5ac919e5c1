import { createHash } from 'node:crypto'
import { lstat } from 'node:fs/promises'
import path from 'node:path'
import type { WrittenFile } from '../../shared/ipc/delivery.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { writeAtomically } from '../production/atomicWrite.ts'
import { codedError, codeOf } from '../production/errorCode.ts'
import { writeProblem } from '../production/writeProblem.ts'

/** Writes a finished file into a folder, whole or not at all; over one that is there only if it `replaces` it. */
export async function writeDelivered(
  folder: string,
  name: string,
  data: string | Uint8Array,
  replaces: boolean,
): Promise<Result<WrittenFile>> {
  const file = path.join(folder, name)
  const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data
  try {
    await writeAtomically(file, bytes, async () => {
      if (!replaces && (await isThere(file))) throw codedError('EEXIST', `${file} is there`)
    })
    return ok({ size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
  } catch (error) {
    return refuse(writeProblem(error, file))
  }
}

/** Those of some names that are taken in a folder. */
export async function presentFiles(
  folder: string,
  names: readonly string[],
): Promise<Result<readonly string[]>> {
  try {
    const found = await Promise.all(
      names.map(async (name) => [name, await isThere(path.join(folder, name))] as const),
    )
    return ok(found.filter(([, there]) => there).map(([name]) => name))
  } catch (error) {
    return refuse(writeProblem(error, folder))
  }
}

async function isThere(file: string): Promise<boolean> {
  try {
    await lstat(file)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}
