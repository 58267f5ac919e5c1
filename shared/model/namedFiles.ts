import type { ProductionDocument } from './document.ts'
import { recordsOf } from './document.ts'
import type { Reel } from './production.ts'

/** A file that a production names, and what is known of its content. */
export type NamedFile = {
  readonly kind: 'film' | 'proxy' | 'stem'
  readonly path: string
  /** Size and digest of the content; empty where it is not known. */
  readonly identity: string
  readonly reel: Reel
}

/** Every film, proxy and stem of a production, in running order; the same path may occur on several reels. */
export function namedFiles(document: ProductionDocument): readonly NamedFile[] {
  return recordsOf(document, 'reels')
    .toSorted((a, b) => a.order - b.order)
    .flatMap((reel) => {
      const { media, stems } = reel
      const proxy = media?.proxy
      return [
        ...(media ? [{ kind: 'film', path: media.path, identity: media.identity, reel } as const] : []),
        ...(proxy ? [{ kind: 'proxy', path: proxy.path, identity: proxy.identity, reel } as const] : []),
        ...stems.map(({ path, identity }) => ({ kind: 'stem', path, identity, reel }) as const),
      ]
    })
    .filter(({ path }) => path !== '')
}

/** The size in bytes that an identity tells; null for one of another make. */
export function sizeInIdentity(identity: string): number | null {
  const size = /^(\d{1,15})-[0-9a-f]+$/.exec(identity)?.[1]
  return size === undefined ? null : Number(size)
}

/** The last part of a path, of whatever system. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}
