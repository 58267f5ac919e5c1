import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** A hash over the names and contents of files and of all files in folders, tests left out. Order does not matter. */
export function fingerprint(root: string, entries: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of entries.flatMap((entry) => filesUnder(root, entry)).sort()) {
    const content = readFileSync(path.join(root, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

function filesUnder(root: string, entry: string): readonly string[] {
  const whole = path.join(root, entry)
  const status = statSync(whole, { throwIfNoEntry: false })
  if (status === undefined) return []
  if (status.isFile()) return [entry]
  return readdirSync(whole, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && !item.name.endsWith('.test.ts'))
    .map((item) => path.relative(root, path.join(item.parentPath, item.name)).replaceAll(path.sep, '/'))
}
