import path from 'node:path'
import type { FilmFacts, FilmPicture } from '../../shared/media/filmFacts.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { fileProblem } from '../fileProblem.ts'
import { type BlockingFile, withFile } from './blockingFile.ts'
import { pictureOf } from './filmPicture.ts'
import { soundOf } from './filmSound.ts'
import { timeReferenceOf } from './probeClock.ts'
import { lacksEditList } from './probeEditList.ts'
import { type PictureTimes, readIndex } from './probeTimes.ts'
import { numberOf, readTracks, type Track, textOf, tracksOf } from './probeTracks.ts'

/** Containers whose own figures for rate and length are guesses, so that the pictures' times are read. */
const guessing = ['Matroska', 'WebM', 'MPEG-TS', 'BDAV']

/**
 * Reads a film's containers and streams: exact rate, start timecode, frames, every sound. Never throws. Keeps its thread
 * until the disk answers, so it belongs into a thread of its own. `tell` hears what is known before the list of packets is
 * read, which in a damaged film can come to no end.
 */
export async function probe(
  file: string,
  tell: (facts: FilmFacts) => void = () => {},
): Promise<Result<FilmFacts>> {
  try {
    return await withFile(file, (opened) => factsOf(file, opened, tell))
  } catch (error) {
    return refuse(error instanceof Error && 'code' in error ? fileProblem(error, file) : damaged(file))
  }
}

async function factsOf(
  name: string,
  file: BlockingFile,
  tell: (facts: FilmFacts) => void,
): Promise<Result<FilmFacts>> {
  if (file.size === 0) return refuse(emptyFile(name))
  const tracks = await readTracks(file)
  const [general] = tracksOf(tracks, 'General')
  const [video] = tracksOf(tracks, 'Video')
  const sounds = tracksOf(tracks, 'Audio')
  const container = textOf(general?.Format)
  if (!container || (!video && sounds.length === 0)) return refuse(notAFilm(name, container, general))
  const withTimes = (times: PictureTimes | null): Result<FilmFacts> => {
    const picture = video ? pictureOf(video, tracks, times) : null
    if (picture && !picture.ok) return refuse({ ...picture.problem, message: rateless(name) })
    return ok({
      container,
      size: file.size,
      picture: picture?.value ?? null,
      sounds: sounds.map((sound, index) => soundOf(sound, index, container)),
      durationSeconds: Math.max(0, numberOf(general?.Duration) ?? Math.max(0, ...sounds.map(lengthOf))),
      timeReference: timeReferenceOf(file),
      isInexact: isInexact(file, container, picture?.value ?? null),
    })
  }
  const before = withTimes(null)
  if (before.ok) tell({ ...before.value, hasBrokenIndex: true })
  const times = await readIndex(file)
  return times && video && isDoubtful(container, video) ? withTimes(times) : before
}

function isDoubtful(container: string, video: Track): boolean {
  return video.FrameRate_Mode === 'VFR' || !numberOf(video.FrameRate) || guessing.includes(container)
}

/** H.264 in Matroska shows the next keyframe at nearly every seek; so do the frames before one where the edit list is missing. */
function isInexact(file: BlockingFile, container: string, picture: FilmPicture | null): boolean {
  if (!picture) return false
  if (container === 'Matroska') return picture.codec === 'AVC' || picture.codec === 'HEVC'
  return container === 'MPEG-4' && lacksEditList(file)
}

function lengthOf(sound: Track): number {
  const rate = numberOf(sound.FrameRate)
  return numberOf(sound.Duration) ?? (rate ? (numberOf(sound.FrameCount) ?? 0) / rate : 0)
}

function rateless(name: string): string {
  return `${path.basename(name)} does not tell its frame rate.`
}

function damaged(file: string): Problem {
  return {
    message: `${path.basename(file)} is damaged.`,
    expected: 'a film or a sound file that is whole',
    found: 'a beginning that contradicts what follows',
    remedy: 'Copy the film again from where it came from, or export it again.',
  }
}

function emptyFile(file: string): Problem {
  return {
    message: `${path.basename(file)} is empty.`,
    expected: 'a film or a sound file',
    found: 'a file of 0 bytes, as an interrupted copy leaves behind',
    remedy: 'Copy the film again from where it came from.',
  }
}

function notAFilm(file: string, container: string, general: Track | undefined): Problem {
  const damaged = Boolean(general?.IsTruncated) || /MPEG-4|QuickTime/.test(container)
  return {
    message: damaged
      ? `${path.basename(file)} is damaged: its list of frames is missing.`
      : `${path.basename(file)} is not a film.`,
    expected: 'a film or a sound file, such as MP4, MOV, WebM or WAV',
    found: container ? `${container} without picture or sound` : 'no kind of media that is known',
    remedy: damaged
      ? 'The export or copy was cut short. Export or copy the film again.'
      : 'Choose the film that was exported from the editing system.',
  }
}
