import { access } from 'node:fs/promises'
import path from 'node:path'
import type { ProductionDocument } from '../../shared/model/document.ts'

/**
 * The document with films found again: one that is not where it was, but lies beside the production's file under the same
 * name, is taken from there. Paths of other systems are understood.
 */
export async function withFilmsNearby(
  document: ProductionDocument,
  productionFile: string | null,
): Promise<ProductionDocument> {
  if (productionFile === null) return document
  const reels = { ...document.reels }
  let isChanged = false
  for (const reel of Object.values(document.reels)) {
    if (!reel.media || (path.isAbsolute(reel.media.path) && (await isThere(reel.media.path)))) continue
    const name = reel.media.path.split(/[\\/]/).at(-1) ?? ''
    const nearby = path.join(path.dirname(productionFile), name)
    if (name === '' || !(await isThere(nearby))) continue
    reels[reel.id] = { ...reel, media: { ...reel.media, path: nearby } }
    isChanged = true
  }
  return isChanged ? { ...document, reels } : document
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
