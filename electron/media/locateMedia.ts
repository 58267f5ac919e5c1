import path from 'node:path'
import type { RelativePaths } from '../../shared/files/relativePaths.ts'
import type { MediaNews, MovedFile } from '../../shared/ipc/mediaLinks.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { fileName, type NamedFile, namedFiles } from '../../shared/model/namedFiles.ts'
import { fileAt } from '../production/relativePaths.ts'
import type { FilmReads } from './filmReads.ts'

/** Milliseconds in which a folder must answer. */
const patience = 2000
/** Folders of the old path that are tried below the production's own. */
const mostFolders = 3

/** What looking for a production's files found, and where those that are missing should be. */
export type LocatedMedia = MediaNews & { readonly expected: ReadonlyMap<string, string> }

type Found =
  | { readonly kind: 'there' | 'missing' }
  | { readonly kind: 'moved' | 'other'; readonly to: string }

/**
 * Looks where the files of a production are. One that is not at its path is looked for where it lay from the production's
 * file, and beside that file; it counts as found only when the content is the one that was spotted. A file whose identity
 * is not known is told by its name. Without a production's file there is nowhere else to look.
 */
export async function locateMedia(
  document: ProductionDocument,
  productionFile: string | null,
  relatives: RelativePaths,
  reads: Pick<FilmReads, 'isThere' | 'identity'>,
): Promise<LocatedMedia> {
  const folder = productionFile === null ? null : path.dirname(productionFile)
  const files = [...new Map(namedFiles(document).map((file) => [file.path, file])).values()]
  const found = await Promise.all(
    files.map(async (file) => [file.path, await lookFor(file, folder, relatives, reads)] as const),
  )
  const at = (kind: 'moved' | 'other'): MovedFile[] =>
    found.flatMap(([from, where]) => (where.kind === kind ? [{ from, to: where.to }] : []))
  const lost = found.flatMap(([from, { kind }]) => (kind === 'missing' || kind === 'other' ? [from] : []))
  const expected = lost.flatMap((from) => {
    const place = folder === null ? null : fileAt(folder, relatives.get(from) ?? '')
    return place ? [[from, place] as const] : []
  })
  return { moved: at('moved'), others: at('other'), missing: lost, expected: new Map(expected) }
}

async function lookFor(
  { path: named, identity }: NamedFile,
  folder: string | null,
  relatives: RelativePaths,
  reads: Pick<FilmReads, 'isThere' | 'identity'>,
): Promise<Found> {
  if (path.isAbsolute(named) && (await reads.isThere(named, patience)) !== false) return { kind: 'there' }
  if (folder === null) return { kind: 'missing' }
  let other: string | null = null
  for (const candidate of candidates(named, folder, relatives.get(named) ?? '')) {
    const content = await reads.identity(candidate, patience)
    if (content === null || content === 'missing') continue
    if (identity === '' || content === identity) return { kind: 'moved', to: candidate }
    other ??= candidate
  }
  return other === null ? { kind: 'missing' } : { kind: 'other', to: other }
}

/** Where the relative path leads, then the name beside the production's file, then that in folders of the same names. */
function candidates(named: string, folder: string, relative: string): readonly string[] {
  const parts = named.split(/[\\/]/).filter((part) => part !== '' && part !== '.' && part !== '..')
  const name = fileName(named)
  if (name === '') return []
  const tails = Array.from({ length: Math.min(mostFolders + 1, parts.length) }, (_, index) =>
    path.join(folder, ...parts.slice(-1 - index)),
  )
  const place = fileAt(folder, relative)
  return [...new Set([...(place ? [place] : []), ...tails])].filter((file) => file !== named)
}
