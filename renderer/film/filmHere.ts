import type { OpenedFilm, Preparing } from '../../shared/ipc/film.ts'
import type { FilmPlan } from '../../shared/media/filmPlan.ts'
import type { Problem } from '../../shared/result.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'

/** The film of the reel under the playhead and what becomes of it. */
export type FilmHere = {
  readonly film: OpenedFilm
  readonly plan: FilmPlan
  /** What of it cannot be had, in words; null when it opens whole, as it is or once it is prepared. */
  readonly problem: Problem | null
  /** The preparation that waits or runs. */
  readonly preparing: Preparing | null
  /** What went wrong with the last preparation. */
  readonly failure: Problem | null
}

/** The film under the playhead, drawn anew when anything about it changes; null without one that was read. */
export function useFilmHere(): FilmHere | null {
  const session = useSession()
  const { films } = session
  const reel = useStore(session.playhead.state, (state) => state.reel)
  const known = useStore(films.films)
  const running = useStore(films.preparing)
  const failures = useStore(films.failures)
  useStore(films.ffmpeg)
  const media = reel ? session.work.value?.documents.document.reels[reel]?.media : null
  const film = media && known.get(media.path)
  if (!film) return null
  return {
    film,
    plan: films.planOf(film),
    problem: films.problemOf(film),
    preparing: running.get(film.path) ?? null,
    failure: failures.get(film.path) ?? null,
  }
}
