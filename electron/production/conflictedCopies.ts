import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { productionFileVersion } from '../../shared/files/productionFile.ts'
import { readProductionText } from '../../shared/files/productionText.ts'
import { type FileSight, sightOf } from './fileStamp.ts'

/** A version of the production that a sync client put beside it. */
export type ConflictedCopy = {
  readonly name: string
  readonly stamp: string
  /** Whether the name alone proves it; else it counts only if it came while the production was open. */
  readonly isSure: boolean
}

const extension = '.needledrop'

/** Names that no person gives: Dropbox, Nextcloud, ownCloud and Box; Syncthing. */
const sureEnds: readonly RegExp[] = [
  /^ ?[([].*conflict.*[)\]]$/i,
  /^\.sync-conflict-\d{8}-\d{6}(-\w+)?$/,
  /_.*conflict/i,
]
/** Names that a person may give as well: Google Drive, iCloud; OneDrive puts the machine's name. */
const possibleEnds: readonly RegExp[] = [/^ \(\d+\)$/, /^ \d+$/, /^-[A-Z0-9][A-Z0-9-]{3,14}$/]

/** How sure it is, from the name alone, that a sync client put another version of a file there; null where it did not. */
export function conflictName(name: string, of: string): 'sure' | 'possible' | null {
  const stem = path.basename(of, extension)
  if (!name.endsWith(extension) || !name.startsWith(stem)) return null
  const end = name.slice(stem.length, -extension.length)
  if (sureEnds.some((pattern) => pattern.test(end))) return 'sure'
  return possibleEnds.some((pattern) => pattern.test(end)) ? 'possible' : null
}

/** The versions of a production beside its file, by name and content: only those of the same production count. */
export async function conflictedCopies(file: string, id: string): Promise<readonly ConflictedCopy[]> {
  const folder = path.dirname(file)
  const names = await readdir(folder).catch(() => [] as string[])
  const copies: ConflictedCopy[] = []
  for (const name of names.toSorted()) {
    const sureness = conflictName(name, path.basename(file))
    const sight = sureness && (await sightOf(path.join(folder, name)))
    if (sight?.kind === 'there' && idOf(sight) === id)
      copies.push({ name, stamp: sight.stamp, isSure: sureness === 'sure' })
  }
  return copies
}

function idOf(sight: FileSight & { readonly kind: 'there' }): string | null {
  const raw = readProductionText(new TextDecoder().decode(sight.bytes), productionFileVersion)
  return raw.ok ? raw.value.id : null
}
