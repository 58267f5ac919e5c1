import type { OpenedFilm } from '../../shared/ipc/film.ts'
import type { Remedy } from '../../shared/media/filmPlan.ts'
import type { ReelId } from '../../shared/model/ids.ts'
import { attachOwnProxy, detachOwnProxy } from '../store/ownProxy.ts'
import type { Session } from '../store/session.ts'
import type { Command } from './command.ts'

/** The film of the reel under the playhead. */
function filmHere({ work, playhead, films }: Session): OpenedFilm | undefined {
  const { reel } = playhead.state.value
  const media = reel && work.value?.documents.document.reels[reel]?.media
  return media ? films.films.value.get(media.path) : undefined
}

/** How a proxy of it would be made here: ProRes without ffmpeg too, anything with a picture with it. */
function proxyRemedy(session: Session, film: OpenedFilm): Remedy | undefined {
  const offered = session.films
    .planOf(film)
    .remedies.find((remedy) => remedy === 'proxy' || remedy === 'prores-proxy')
  return offered ?? (film.picture && session.films.abilities.ffmpeg ? 'proxy' : undefined)
}

function isPreparing(session: Session): boolean {
  const film = filmHere(session)
  return film !== undefined && session.films.preparing.value.has(film.path)
}

function reelHere({ playhead }: Session): ReelId | null {
  return playhead.state.value.reel
}

const group = 'Production'

/** Copies that stand in for a film. */
export const filmCommands: readonly Command[] = [
  {
    id: 'film.details',
    label: 'About this film',
    group,
    keys: [],
    when: (session) => filmHere(session) !== undefined,
    run: ({ moment }) => moment.patch({ dialog: 'film' }),
  },
  {
    id: 'film.makeProxy',
    label: 'Make a proxy of this film',
    group,
    keys: [],
    when: (session) => {
      const film = filmHere(session)
      return film !== undefined && !isPreparing(session) && proxyRemedy(session, film) !== undefined
    },
    run: (session) => {
      const film = filmHere(session)
      const remedy = film && proxyRemedy(session, film)
      if (film && remedy) void session.films.prepare(film.path, remedy)
    },
  },
  {
    id: 'film.stopPreparing',
    label: 'Stop preparing this film',
    group,
    keys: [],
    when: isPreparing,
    run: (session) => {
      const film = filmHere(session)
      if (film) void session.films.cancelPreparing(film.path)
    },
  },
  {
    id: 'film.attachProxy',
    label: 'Attach a proxy of your own…',
    group,
    keys: [],
    when: (session) => filmHere(session)?.picture != null,
    run: (session) => {
      const reel = reelHere(session)
      if (reel) void attachOwnProxy(session, reel)
    },
  },
  {
    id: 'film.detachProxy',
    label: 'Detach your proxy',
    group,
    keys: [],
    when: (session) => filmHere(session)?.prepared?.kind === 'own',
    run: (session) => {
      const reel = reelHere(session)
      if (reel) void detachOwnProxy(session, reel)
    },
  },
  {
    id: 'film.chooseFfmpeg',
    label: 'Choose your ffmpeg…',
    group,
    keys: [],
    run: (session) => void session.films.chooseFfmpeg(),
  },
]
