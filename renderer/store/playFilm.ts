import { joinEdits } from '../../shared/edits/edit.ts'
import { attachMedia, setProgramme } from '../../shared/edits/reelEdits.ts'
import type { OpenedFilm } from '../../shared/ipc/film.ts'
import type { FilmPlan, Remedy, Seen } from '../../shared/media/filmPlan.ts'
import { recordsOf } from '../../shared/model/document.ts'
import { sameSpeed } from '../../shared/time/frameRate.ts'
import { frames } from '../../shared/time/frames.ts'
import { otherRate, rateOfFilm } from './filmProduction.ts'
import type { Session } from './session.ts'

const remedyNames: Readonly<Record<Remedy, string>> = {
  rewrap: 'rewrapped so that every frame can be found',
  wav: 'turned into WAV',
  proxy: 'encoded as a proxy',
  'prores-proxy': 'encoded as a proxy',
}

/** Loads a film, or the copy that stands in for it, into the player. Resolves to whether anything of it plays. */
export async function playFilm(session: Session, film: OpenedFilm): Promise<boolean> {
  const { films, transport } = session
  const work = session.work.value
  if (!work) return false
  const { rate } = work.documents.document.production
  const { picture, prepared } = film
  const own = rateOfFilm(film)
  if (own && !sameSpeed(own, rate)) {
    transport.unload()
    session.tell(otherRate(film, rate))
    return false
  }
  const plan = films.planOf(film)
  if (!prepared) begin(session, film, plan)
  if (!prepared && picture?.isVariableRate) {
    transport.unload()
    const problem = films.problemOf(film)
    if (problem) session.tell(problem)
    return false
  }
  const url = prepared?.url ?? film.url
  const frameCount = films.frameCount(film, rate)
  const loaded = await transport.load({ url, rate, frameCount, hasPicture: picture !== null })
  if (transport.video.src !== url) return loaded
  if (!prepared) compare(session, film, plan, loaded)
  return loaded
}

/** Starts the remedy that starts by itself. */
function begin(session: Session, { path, name }: OpenedFilm, { remedies, startsByItself }: FilmPlan): void {
  const [first] = remedies
  if (!first || !startsByItself || session.films.preparing.value.has(path)) return
  if (session.films.failures.value.has(path)) return
  session.say(`${name} is being ${remedyNames[first]}.`)
  void session.films.prepare(path, first)
}

/** Compares what the player has with what was planned; less than that changes the plan, and what is missing is told. */
function compare(session: Session, film: OpenedFilm, plan: FilmPlan, loaded: boolean): void {
  const { films, transport } = session
  const isPromised = plan.picture === 'plays' || (plan.picture === 'none' && plan.sound === 'plays')
  const isWithoutPicture = film.picture !== null && transport.video.videoWidth === 0
  const seen: Seen = !loaded ? 'nothing' : isWithoutPicture ? 'noPicture' : 'whole'
  if (isPromised && films.note(film, seen)) begin(session, film, films.planOf(film))
  const problem = films.problemOf(film)
  if (problem) session.tell(problem)
}

/** Takes a copy that has just come to stand in for a film: its length into the document, its picture onto the screen. */
export function takeCopy(session: Session, film: OpenedFilm): void {
  const work = session.work.value
  if (!work || !film.prepared) return
  if (film.picture) takeLength(session, film, film.prepared.frameCount)
  const { reel: id, speed } = session.playhead.state.value
  const reel = id && work.documents.document.reels[id]
  if (!reel || reel.media?.path !== film.path) return
  void session.playhead.open(reel).then(() => {
    if (speed !== 0 && session.playhead.state.value.reel === id) session.playhead.play(speed)
  })
}

/** Corrects the length that a container told only nearly, or that changed with the rate; that of another cut is left to the user. */
function takeLength(session: Session, { path, identity }: OpenedFilm, count: number): void {
  const document = session.work.value?.documents.document
  if (!document) return
  for (const { id, media, programme } of recordsOf(document, 'reels')) {
    if (!media || media.path !== path || media.frameCount === count) continue
    if (media.identity !== '' && media.identity !== identity) continue
    const end = frames(media.startFrame + count)
    const isWhole = programme.end === media.startFrame + media.frameCount && end > programme.start
    session.apply(
      joinEdits('Take the length of the film', [
        attachMedia(id, { ...media, frameCount: frames(count) }),
        ...(isWhole ? [setProgramme(id, { start: programme.start, end })] : []),
      ]),
    )
  }
}
