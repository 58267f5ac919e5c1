import { stemOffset } from '../../../shared/edits/stemEdits.ts'
import { columnAtFrame } from '../../../shared/peaks/peaks.ts'
import type { Session } from '../../store/session.ts'
import { Scope } from '../../ui/scope.ts'
import { type SoundLane, soundLanes } from './soundLane.ts'

/** The lanes of the production that is open. */
export function lanesHere({ work, films, sound }: Session): readonly SoundLane[] {
  const document = work.value?.documents.document
  return document ? soundLanes(document, films.films.value, sound.stemFiles.value) : []
}

/** Has the sound of the stems read that are open, after that of the film. */
export function readStems({ sound, peaks }: Session): void {
  for (const file of sound.stemFiles.value.values()) peaks.readLater(file)
}

/** Has stems read, around the playhead first, until the returned function is called. */
export function keepReadingStems(session: Session): () => void {
  const scope = new Scope()
  followStems(session)
  readStems(session)
  scope.own(session.sound.stemFiles.subscribe(() => readStems(session)))
  scope.own(session.playhead.state.subscribe(() => followStems(session)))
  return () => scope.end()
}

function followStems({ work, playhead, peaks }: Session): void {
  const { reel: id, frame } = playhead.state.value
  const document = work.value?.documents.document
  const reel = id && document?.reels[id]
  if (!document || !reel) return
  const { rate } = document.production
  const origin = reel.media?.startFrame ?? reel.programme.start
  for (const { path, start } of reel.stems) {
    peaks.follow(path, columnAtFrame(frame - origin, rate, -stemOffset(start, reel, rate)))
  }
}
