import { relinkMedia } from '../../shared/edits/relinkEdits.ts'
import type { Handlers, OpenedProduction } from '../../shared/ipc/contract.ts'
import { isOnlyLookedAt } from '../../shared/ipc/guardState.ts'
import type { ContentState, MediaNews } from '../../shared/ipc/mediaLinks.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { ok } from '../../shared/result.ts'
import type { Dialogs } from '../dialogs.ts'
import type { Grants } from '../grants.ts'
import type { FilmReads } from '../media/filmReads.ts'
import { locateMedia } from '../media/locateMedia.ts'
import type { MediaSearches } from '../media/mediaSearches.ts'
import type { Productions } from '../productions.ts'

/** What the handlers of media links work with. */
export type MediaLinkServices = {
  readonly grants: Grants
  readonly dialogs: Dialogs
  readonly reads: FilmReads
  readonly searches: MediaSearches
  readonly productions: Productions
}

/** Milliseconds in which a folder must tell what a file holds. */
const patience = 10_000

type Names = 'media:check' | 'media:chooseFolder' | 'media:search' | 'media:stopSearch'

/** Requests about where films, proxies and stems are, and whether they are those that were spotted. */
export function mediaLinkHandlers(services: MediaLinkServices): Pick<Handlers, Names> {
  const { grants, dialogs, reads, searches } = services
  const check = async (path: string, identity: string): Promise<ContentState> => {
    const content = grants.hasFilm(path) ? await reads.identity(path, patience) : 'missing'
    if (content === null) return 'silent'
    if (content === 'missing') return 'missing'
    return identity === '' || content === identity ? 'same' : 'changed'
  }
  return {
    'media:check': async ({ files }) =>
      ok(await Promise.all(files.map(({ path, identity }) => check(path, identity)))),
    'media:chooseFolder': async () => ok(await dialogs.chooseFolder()),
    'media:search': async ({ folder, wanted }) => {
      const refused = grants.require(folder)
      if (refused) return refused
      const outcome = await searches.search({ folder, wanted })
      if (outcome.ok) for (const { file } of outcome.value.found) grants.allowNamed(file)
      return outcome
    },
    'media:stopSearch': async () => {
      searches.stop()
      return ok(null)
    },
  }
}

/**
 * Looks for the films, proxies and stems of a production that was just opened; what is found may be opened from now on. Where
 * the production is only looked at, no edit can tell where its films are: then its document does.
 */
export async function withMediaNews(
  { grants, reads, productions }: MediaLinkServices,
  opened: Pick<OpenedProduction, 'id' | 'path' | 'document' | 'guard'>,
): Promise<{ readonly document: ProductionDocument; readonly media: MediaNews }> {
  const { document } = opened
  const relatives = productions.relativesOf(opened.id)
  const { expected, ...news } = await locateMedia(opened.document, opened.path, relatives, reads)
  productions.expectMedia(opened.id, expected)
  for (const { to } of [...news.moved, ...news.others]) grants.allowNamed(to)
  if (!isOnlyLookedAt(opened.guard)) return { document, media: news }
  const relinked = relinkMedia(news.moved.map((file) => ({ ...file, content: null }))).run(document)
  return { document: relinked.ok ? relinked.value : document, media: { ...news, moved: [] } }
}
