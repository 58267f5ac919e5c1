import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { parseVersionFileName } from '../../shared/files/versionName.ts'

type Kept = { readonly file: string; readonly order: number; readonly size: number }
type Origin = { readonly versions: readonly Kept[]; readonly bytes: number; readonly lastUsed: number }

/**
 * Removes versions until those of all files together take no more than `most` bytes: of the files that were not saved for
 * longest first, their oldest first. The newest of each file stays, and all of the one that is `spared`.
 */
export async function thinAllVersions(folder: string, spared: string, most: number): Promise<void> {
  const origins = await originsIn(folder)
  let bytes = origins.reduce((sum, origin) => sum + origin.bytes, 0)
  const others = origins
    .filter(({ versions }) => path.dirname(versions[0]?.file ?? '') !== path.join(folder, spared))
    .toSorted((a, b) => a.lastUsed - b.lastUsed)
  for (const { versions } of others) {
    for (const { file, size } of versions.toSorted((a, b) => a.order - b.order).slice(0, -1)) {
      if (bytes <= most) return
      await rm(file, { force: true })
      bytes -= size
    }
  }
}

async function originsIn(folder: string): Promise<readonly Origin[]> {
  const origins: Origin[] = []
  for (const production of await namesIn(folder)) {
    for (const origin of await namesIn(path.join(folder, production)))
      origins.push(await originAt(path.join(folder, production, origin)))
  }
  return origins
}

async function originAt(folder: string): Promise<Origin> {
  const versions: Kept[] = []
  let lastUsed = 0
  for (const name of await namesIn(folder)) {
    const order = parseVersionFileName(name)?.order
    const file = path.join(folder, name)
    const facts = order === undefined ? null : await stat(file).catch(() => null)
    if (order === undefined || !facts) continue
    versions.push({ file, order, size: facts.size })
    lastUsed = Math.max(lastUsed, facts.mtimeMs)
  }
  return { versions, bytes: versions.reduce((sum, { size }) => sum + size, 0), lastUsed }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => [])
}
