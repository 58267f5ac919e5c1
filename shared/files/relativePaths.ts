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

/** A reel that says of a file in two ways, or not at all, where it lies from the production's folder. */
export type RelativePathFault = {
  readonly reel: string
  readonly expected: string
  readonly found: string
}

/** The document without its relative paths, and those apart. What is not as expected stays, for the check to name. */
export function takeRelativePaths(document: RawDocument): {
  readonly document: RawDocument
  readonly relatives: RelativePaths
  readonly fault: RelativePathFault | null
} {
  const said = new Map<string, string>()
  const faults: RelativePathFault[] = []
  const plain = (reel: string, value: unknown): unknown => {
    if (!isRecord(value)) return value
    const { relative, ...rest } = value
    const { path } = rest
    if (typeof path !== 'string' || (relative !== undefined && typeof relative !== 'string')) return value
    const other = said.get(path)
    if (relative === undefined)
      faults.push({ reel, expected: `“relative” beside the path ${path}`, found: 'none' })
    else if (other !== undefined && other !== relative)
      faults.push({
        reel,
        expected: `“${other}” as “relative” of ${path}, as before`,
        found: `“${relative}”`,
      })
    else said.set(path, relative)
    return rest
  }
  const plainReel = (id: string, reel: unknown): unknown => {
    if (!isRecord(reel)) return reel
    const media = plain(id, reel.media)
    const withProxy =
      isRecord(media) && 'proxy' in media ? { ...media, proxy: plain(id, media.proxy) } : media
    return {
      ...reel,
      ...('media' in reel ? { media: withProxy } : {}),
      ...(Array.isArray(reel.stems) ? { stems: reel.stems.map((stem) => plain(id, stem)) } : {}),
    }
  }
  if (!isRecord(document.reels)) return { document, relatives: new Map(), fault: null }
  const reels = Object.entries(document.reels).map(([id, reel]) => [id, plainReel(id, reel)])
  return {
    document: { ...document, reels: Object.fromEntries(reels) },
    relatives: new Map([...said].filter(([, relative]) => relative !== '')),
    fault: faults[0] ?? null,
  }
}

function isRecord(value: unknown): value is RawDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
