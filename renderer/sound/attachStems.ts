import { attachStems, moveStem, stemLabel, stemPlace } from '../../shared/edits/stemEdits.ts'
import type { OpenedFilm } from '../../shared/ipc/film.ts'
import { brokenIndex } from '../../shared/media/filmProblem.ts'
import type { Reel, Stem } from '../../shared/model/production.ts'
import { type Problem, type Result, refuse } from '../../shared/result.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { type Frames, frames, samplesBefore } from '../../shared/time/frames.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'
import { request } from '../ipc.ts'
import type { Session } from '../store/session.ts'
import { DecodedSound } from './decodedSound.ts'

/** The reel under the playhead. */
export function reelOf({ work, playhead }: Session): Reel | null {
  const { reel } = playhead.state.value
  return (reel && work.value?.documents.document.reels[reel]) || null
}

/** Lets the user choose sound files and attaches those that can be heard to the reel under the playhead. */
export async function chooseStems(session: Session): Promise<void> {
  const reel = reelOf(session)
  const open = session.work.value
  const chosen = await request('stems:choose', {})
  if (!chosen.ok || !reel || !open || session.work.value !== open) return
  const { rate } = open.documents.document.production
  const stems: Stem[] = []
  for (const path of chosen.value) {
    const opened = await openStem(path)
    if (opened.ok) stems.push(stemOf(opened.value, reel, rate))
    else session.tell(opened.problem)
  }
  if (stems.length === 0 || session.work.value !== open) return
  if (session.apply(attachStems(reel.id, stems))) session.say(placedText(stems, rate))
}

/** Puts a stem so that its first sample stands at a timecode frame. */
export function placeStem(session: Session, reel: Reel, index: number, frame: Frames): boolean {
  const rate = session.work.value?.documents.document.production.rate
  const stem = reel.stems[index]
  if (!rate || !stem) return false
  const { sampleRate } = stem.start
  const start = { samples: samplesBefore(frame, rate, sampleRate), sampleRate }
  return session.apply(moveStem(reel.id, index, start), `stem ${reel.id} ${index}`)
}

/** The timecode frame in which a stem's first sample stands. */
export function frameOfStem({ start }: Stem, rate: FrameRate): Frames {
  return frames(Math.floor((start.samples * rate.num) / (start.sampleRate * rate.den) + 1e-6))
}

async function openStem(path: string): Promise<Result<OpenedFilm>> {
  const opened = await request('media:open', { path })
  if (!opened.ok) return opened
  const film = opened.value
  if (film.sounds.length === 0) return refuse(noSoundIn(film))
  if (film.hasBrokenIndex) return refuse(brokenIndex(film.name))
  const problem = await whyUndecodable(film)
  return problem ? refuse({ ...problem, message: `${film.name}: ${problem.message}` }) : opened
}

async function whyUndecodable({ url, prepared, decodedUrl }: OpenedFilm): Promise<Problem | null> {
  const sound = new DecodedSound({ url: prepared?.url ?? url, stream: 0, decodedUrl }, () => {})
  const state = await sound.state.when(({ status }) => status !== 'opening')
  sound.close()
  return state.status === 'refused' ? state.problem : null
}

function stemOf(film: OpenedFilm, reel: Reel, rate: FrameRate): Stem {
  const { path, identity, name, timeReference, durationSeconds, picture, sounds } = film
  const facts = {
    timeReference,
    startFrame: picture?.startFrame ?? null,
    sampleRate: sounds[0]?.sampleRate ?? 48_000,
    durationSeconds,
  }
  const { start } = stemPlace(facts, reel, rate)
  return { path, identity, label: stemLabel(name), start }
}

function placedText(stems: readonly Stem[], rate: FrameRate): string {
  const [first] = stems
  if (!first || stems.length > 1) return `${stems.length} stems attached.`
  return `${first.label} attached at ${formatTimecode(frameOfStem(first, rate), rate)}.`
}

function noSoundIn({ name }: OpenedFilm): Problem {
  return {
    message: `${name} has no sound.`,
    expected: 'a sound file, or a film with sound',
    found: 'none',
    remedy: 'Choose the stem as WAV, AIFF, FLAC, MP3 or AAC.',
  }
}
