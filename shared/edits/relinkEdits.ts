import { recordsOf } from '../model/document.ts'
import type { Media, Reel } from '../model/production.ts'
import type { Edit } from './edit.ts'
import { putRecords } from './putRecord.ts'

/** A file that a production names, and where it is from now on. */
export type Relink = {
  readonly from: string
  readonly to: string
  /** What the file there holds, where that is not what was spotted; null for the same content. */
  readonly content: RelinkedContent | null
}

/** What another file holds: its identity and, for a film, what stands in the reel of it. */
export type RelinkedContent = {
  readonly identity: string
  readonly film: Omit<Media, 'path' | 'identity' | 'proxy'> | null
}

/**
 * Lets films, proxies and stems be read from elsewhere, wherever they are named. Cues stay at their timecodes and the
 * programme where it is, also where a film is of another length; a proxy of another film goes.
 */
export function relinkMedia(links: readonly Relink[]): Edit {
  const byPath = new Map(links.map((link) => [link.from, link]))
  return {
    label: links.length === 1 ? 'Relink media' : `Relink ${links.length} media files`,
    run: (document) =>
      putRecords(
        document,
        'reels',
        recordsOf(document, 'reels').map((reel) => relinked(reel, byPath)),
      ),
  }
}

function relinked(reel: Reel, links: ReadonlyMap<string, Relink>): Reel {
  const { media } = reel
  const stems = reel.stems.map((stem) => pointed(stem, links.get(stem.path)))
  return { ...reel, stems, media: media && relinkedFilm(media, links) }
}

function relinkedFilm(media: Media, links: ReadonlyMap<string, Relink>): Media {
  const link = links.get(media.path)
  const film = link?.content?.film
  const other = film ? { ...film, proxy: null } : {}
  const proxy = media.proxy && pointed(media.proxy, links.get(media.proxy.path))
  return { ...pointed({ ...media, proxy }, link), ...other }
}

function pointed<Named extends { readonly path: string; readonly identity: string }>(
  named: Named,
  link: Relink | undefined,
): Named {
  if (!link) return named
  return { ...named, path: link.to, identity: link.content?.identity ?? named.identity }
}
