import { stemOffset } from '../../../shared/edits/stemEdits.ts'
import type { OpenedFilm } from '../../../shared/ipc/film.ts'
import type { Mix } from '../../../shared/ipc/mixSchema.ts'
import { type ProductionDocument, recordsOf } from '../../../shared/model/document.ts'
import type { ReelId } from '../../../shared/model/ids.ts'
import type { Reel } from '../../../shared/model/production.ts'
import { columnAtFrame, columnsOfSeconds } from '../../../shared/peaks/peaks.ts'
import type { FrameRate } from '../../../shared/time/frameRate.ts'
import type { SoundPlace } from '../../media/soundMessages.ts'
import { stemKeys, streamKey, trackMix } from '../../sound/mix.ts'
import { filmTracks, stemTracks } from '../../sound/soundTracks.ts'

/** What a lane shows of one reel. */
export type LanePart = {
  /** The file that holds the sound, and the stream in it. */
  readonly path: string
  readonly stream: number
  /** Where it is decoded from; null while its file is not open. */
  readonly place: SoundPlace | null
  /** For a stem the second of its own at the reel's first frame; null for the film's sound, which goes with the picture. */
  readonly secondAtOrigin: number | null
  /** Base columns of the sound; null while its file is not open. */
  readonly columns: number | null
}

/** A sound through all reels: one of the films' streams, or the stems of one name. */
export type SoundLane = {
  /** The key of its track in the mix. */
  readonly key: string
  /** Place among the film's sound streams; null for a stem. */
  readonly stream: number | null
  readonly name: string
  /** Codec and layout; empty while no file of it is open. */
  readonly detail: string
  readonly parts: ReadonlyMap<ReelId, LanePart>
}

type Files = ReadonlyMap<string, OpenedFilm>
/** A lane as one reel has it. */
type ReelLane = Omit<SoundLane, 'parts'> & { readonly part: LanePart }

/** The lanes of a document: the films' streams in the order of the first film that has them, then the stems. */
export function soundLanes(
  document: ProductionDocument,
  films: Files,
  stemFiles: Files,
): readonly SoundLane[] {
  const { rate } = document.production
  const streams = new Map<string, SoundLane>()
  const stems = new Map<string, SoundLane>()
  for (const reel of recordsOf(document, 'reels').toSorted((a, b) => a.order - b.order)) {
    const film = reel.media && films.get(reel.media.path)
    for (const lane of film ? streamLanes(film) : unopenedLanes(reel, rate)) join(streams, reel.id, lane)
    for (const lane of stemLanes(reel, stemFiles, rate)) join(stems, reel.id, lane)
  }
  return [...streams.values(), ...stems.values()]
}

/** The lane of what is listened to: of a track that is soloed alone, else of the chosen stream. */
export function shownLane(lanes: readonly SoundLane[], mix: Mix): SoundLane | undefined {
  const soloed = lanes.filter((lane) => trackMix(mix, lane).isSolo)
  if (soloed.length === 1) return soloed[0]
  return lanes.find(({ stream }) => stream === mix.stream) ?? lanes[0]
}

function join(lanes: Map<string, SoundLane>, reel: ReelId, { part, ...lane }: ReelLane): void {
  const known = lanes.get(lane.key)
  const parts = new Map(known?.parts).set(reel, part)
  lanes.set(lane.key, known?.detail ? { ...known, parts } : { ...lane, parts })
}

function streamLanes(film: OpenedFilm): readonly ReelLane[] {
  return filmTracks(film).map(({ key, stream, name, detail, place }) => ({
    key,
    stream,
    name,
    detail,
    part: {
      path: film.path,
      stream: stream ?? 0,
      place,
      secondAtOrigin: null,
      columns: columnsOfSeconds(film.durationSeconds),
    },
  }))
}

/** The first stream of a film that nobody has opened yet, about which nothing is known but its length. */
function unopenedLanes({ media }: Reel, rate: FrameRate): readonly ReelLane[] {
  if (!media?.hasSound) return []
  const columns = Math.ceil(columnAtFrame(media.frameCount, rate, 0))
  const part = { path: media.path, stream: 0, place: null, secondAtOrigin: null, columns }
  return [{ key: streamKey(0), stream: 0, name: 'Film sound', detail: '', part }]
}

function stemLanes(reel: Reel, files: Files, rate: FrameRate): readonly ReelLane[] {
  const keys = stemKeys(reel.stems.map(({ label }) => label))
  const tracks = stemTracks(reel, files, rate, 0)
  return reel.stems.map(({ path, label, start }, index) => {
    const track = tracks.find(({ stem }) => stem === index)
    const file = files.get(path)
    return {
      key: keys[index] ?? '',
      stream: null,
      name: track?.name ?? (label || path.replace(/^.*[/\\]/, '')),
      detail: track?.detail ?? '',
      part: {
        path,
        stream: 0,
        place: track?.place ?? null,
        secondAtOrigin: -stemOffset(start, reel, rate),
        columns: file ? columnsOfSeconds(file.durationSeconds) : null,
      },
    }
  })
}
