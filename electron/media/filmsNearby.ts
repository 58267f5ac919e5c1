import path from 'node:path'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Reel } from '../../shared/model/production.ts'

/** Whether there is a file at a path; null when its folder does not answer. */
export type Presence = (file: string) => Promise<boolean | null>

/**
 * The document with films, proxies and stems found again: one that is not where it was, but lies beside the production's
 * file under the same name, is taken from there. Paths of other systems are understood. Where a folder does not answer, the
 * path stays, since the film may be there.
 */
export async function withFilmsNearby(
  document: ProductionDocument,
  productionFile: string | null,
  presence: Presence,
): Promise<ProductionDocument> {
  if (productionFile === null) return document
  const folder = path.dirname(productionFile)
  const reels = await Promise.all(
    Object.values(document.reels).map(
      async (reel): Promise<[string, Reel]> => [reel.id, await reelNearby(reel, folder, presence)],
    ),
  )
  const isSame = reels.every(([id, reel]) => document.reels[id] === reel)
  return isSame ? document : { ...document, reels: Object.fromEntries(reels) }
}

async function reelNearby(reel: Reel, folder: string, presence: Presence): Promise<Reel> {
  const film = reel.media && (await nearby(reel.media, folder, presence))
  const proxy = film?.proxy && (await nearby(film.proxy, folder, presence))
  const media = film && proxy && proxy !== film.proxy ? { ...film, proxy } : film
  const stems = await Promise.all(reel.stems.map((stem) => nearby(stem, folder, presence)))
  const isSame = media === reel.media && stems.every((stem, index) => stem === reel.stems[index])
  return isSame ? reel : { ...reel, media, stems }
}

/** The same record, naming the file beside the production where its own path leads nowhere. */
async function nearby<Named extends { readonly path: string }>(
  named: Named,
  folder: string,
  presence: Presence,
): Promise<Named> {
  if (path.isAbsolute(named.path) && (await presence(named.path)) !== false) return named
  const name = named.path.split(/[\\/]/).at(-1) ?? ''
  const beside = path.join(folder, name)
  return name !== '' && (await presence(beside)) === true ? { ...named, path: beside } : named
}
