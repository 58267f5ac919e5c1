import type { Reel } from '../model/production.ts'
import type { RawDocument } from './upgrades.ts'

/*
 * A production file says of each film, proxy and stem not only where it was but also where it lies from the file itself, so
 * that both can move together. The document knows nothing of that: the same document can be saved in several folders.
 */

/** Where files lie from the production's folder, by their path in the document; with `/` between folders. */
export type RelativePaths = ReadonlyMap<string, string>

/** The version of the format from which on a file has relative paths. */
export const firstWithRelativePaths = 3

type Named = { readonly path: string }

/** A reel as the file writes it: each file that it names has `relative` behind its path, empty where it is not known. */
export function withRelativePaths(reel: Reel, relatives: RelativePaths): object {
  const named = <T extends Named>({ path, ...rest }: T) => ({
    path,
    relative: relatives.get(path) ?? '',
    ...rest,
  })
  const { media } = reel
  const proxy = media?.proxy ? named(media.proxy) : null
  return {
    ...reel,
    media: media && { ...named(media), proxy },
    stems: reel.stems.map(named),
  }
}

/** The document without its relative paths, and those apart. What is not as expected stays, for the check to name. */
export function takeRelativePaths(document: RawDocument): {
  readonly document: RawDocument
  readonly relatives: RelativePaths
} {
  const relatives = new Map<string, string>()
  const plain = (value: unknown): unknown => {
    if (!isRecord(value)) return value
    const { relative, ...rest } = value
    if (relative !== undefined && typeof relative !== 'string') return value
    if (relative && typeof rest.path === 'string') relatives.set(rest.path, relative)
    return rest
  }
  const plainReel = (reel: unknown): unknown => {
    if (!isRecord(reel)) return reel
    const media = plain(reel.media)
    const withProxy = isRecord(media) && 'proxy' in media ? { ...media, proxy: plain(media.proxy) } : media
    return {
      ...reel,
      ...('media' in reel ? { media: withProxy } : {}),
      ...(Array.isArray(reel.stems) ? { stems: reel.stems.map(plain) } : {}),
    }
  }
  if (!isRecord(document.reels)) return { document, relatives }
  const reels = Object.entries(document.reels).map(([id, reel]) => [id, plainReel(reel)])
  return { document: { ...document, reels: Object.fromEntries(reels) }, relatives }
}

function isRecord(value: unknown): value is RawDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
