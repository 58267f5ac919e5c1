import { open, stat } from 'node:fs/promises'
import { parseProductionFile, productionFileVersion } from '../../shared/files/productionFile.ts'
import type { FileState } from '../../shared/ipc/versions.ts'
import { readProductionFileText } from '../production/readProduction.ts'

/** How it stands with a production file: only one that is damaged or gone may be replaced by a version. */
export async function fileState(file: string): Promise<FileState> {
  const text = await readProductionFileText(file)
  if (text.ok) {
    if (parseProductionFile(text.value).ok) return 'whole'
    return isNewer(text.value) ? 'newer' : 'damaged'
  }
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => error.code ?? 'unknown')
  if (found === 'ENOENT' || found === 'ENOTDIR') return 'gone'
  if (typeof found === 'string' || !found.isFile()) return 'unreadable'
  return (await canBeRead(file)) ? 'damaged' : 'unreadable'
}

/** Whether a later Needledrop has written it, which may hold what this one knows nothing of. */
function isNewer(text: string): boolean {
  try {
    const version: unknown = (JSON.parse(text) as { readonly needledrop?: unknown } | null)?.needledrop
    return typeof version === 'number' && version > productionFileVersion
  } catch {
    return false
  }
}

async function canBeRead(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'r')
    try {
      await handle.read(Buffer.alloc(1), 0, 1, 0)
      return true
    } finally {
      await handle.close()
    }
  } catch {
    return false
  }
}
