import type { OpenedFilm } from '../../shared/ipc/film.ts'
import { steadyRate } from '../../shared/media/filmPlan.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { MakeId } from '../../shared/model/ids.ts'
import { blankDocument } from '../../shared/model/newProduction.ts'
import type { Media, PictureRate } from '../../shared/model/production.ts'
import type { Problem } from '../../shared/result.ts'
import type { FrameRange } from '../../shared/time/frameRange.ts'
import { type FrameRate, nominalRate, rateName } from '../../shared/time/frameRate.ts'
import { type Frames, frameAt, frames } from '../../shared/time/frames.ts'
import { formatTimecode, frameOfFields, timecodeFields } from '../../shared/time/timecode.ts'

/** Label seconds of leader before a whole hour that a turnover may have. */
const longestLeader = 60
/** The rate for a file that has no picture to tell one. */
const soundFileRate: FrameRate = { num: 24, den: 1, dropFrame: false }

/** A new production around a film, and a note on what was assumed. */
export function productionForFilm(
  film: OpenedFilm,
  makeId: MakeId,
): { readonly document: ProductionDocument; readonly note: string | null } {
  const rate = rateOfFilm(film) ?? soundFileRate
  const media = mediaOfFilm(film, rate, frames(0))
  const programme = programmeOfFilm(media, rate)
  const { start } = programme
  const reel = makeId<'reels'>()
  const title = film.name.replace(/\.[^.]+$/, '').replaceAll(/[_-]+/g, ' ')
  const blank = blankDocument(rate)
  return {
    document: {
      ...blank,
      production: { ...blank.production, title, cutName: film.name },
      reels: {
        [reel]: {
          id: reel,
          label: 'Reel 1',
          order: 1,
          programme,
          media,
          stems: [],
          pictureRate: pictureRateOf(film),
        },
      },
    },
    note:
      start === media.startFrame
        ? null
        : `The programme is taken to begin at ${formatTimecode(start, rate)}; what comes before is leader.`,
  }
}

/** What a film says of its picture's rate; null for one without a picture. */
export function pictureRateOf({ picture }: OpenedFilm): PictureRate | null {
  return picture && { num: picture.rate.num, den: picture.rate.den, isVariable: picture.isVariableRate }
}

/** A film as a reel's media. A film without timecode begins at `otherwise`. */
export function mediaOfFilm(film: OpenedFilm, rate: FrameRate, otherwise: Frames): Media {
  return {
    path: film.path,
    identity: film.identity,
    startFrame: film.picture?.startFrame ?? otherwise,
    frameCount: framesOfFilm(film, rate),
    hasPicture: film.picture !== null,
    hasSound: film.sounds.length > 0,
    proxy: null,
  }
}

/** The whole hour that follows a leader of at most a minute, if the film reaches it; else the film's first frame. */
function firstFrameOfAction({ startFrame, frameCount }: Media, rate: FrameRate): Frames {
  const { hours } = timecodeFields(startFrame, rate)
  const hour = frameOfFields({ hours: hours + 1, minutes: 0, seconds: 0, frames: 0 }, rate)
  const leader = hour - startFrame
  const isLeader = leader <= longestLeader * nominalRate(rate) && leader < frameCount
  return isLeader ? hour : startFrame
}

/** The rate of a film's pictures, or of the copy that stands in for them; null for sound alone. */
export function rateOfFilm(film: OpenedFilm): FrameRate | null {
  return film.picture && (film.prepared?.rate ?? steadyRate(film))
}

/** Frames in a film at a rate: what its copy or its container counts; else as many as its length holds. */
export function framesOfFilm({ picture, prepared, durationSeconds }: OpenedFilm, rate: FrameRate): Frames {
  if (picture && prepared) return prepared.frameCount
  return picture && !picture.isVariableRate ? picture.frameCount : frameAt(durationSeconds, rate)
}

/** The first frame of action and the frame after the last, as a film's own timecode suggests them. */
export function programmeOfFilm(media: Media, rate: FrameRate): FrameRange {
  return { start: firstFrameOfAction(media, rate), end: frames(media.startFrame + media.frameCount) }
}

/** The Problem for a film that does not run at the production's rate. */
export function otherRate(film: OpenedFilm, rate: FrameRate): Problem {
  return {
    message: `${film.name} runs at another rate than this production.`,
    expected: `${rateName(rate)} frames per second`,
    found: rateNameOf(film),
    remedy:
      'Attach an export of the cut at the production’s rate, or open this film as a production of its own.',
  }
}

function rateNameOf(film: OpenedFilm): string {
  const rate = rateOfFilm(film)
  return rate ? rateName(rate) : 'no picture'
}

/** What to know when a film is attached to a reel whose cues were spotted on another cut. */
export function otherBounds({ name }: OpenedFilm, { start, end }: FrameRange, rate: FrameRate): string {
  const last = formatTimecode(frames(end - 1), rate)
  return `${name} runs from ${formatTimecode(start, rate)} to ${last}, not over the whole reel. Check FFOA and LFOA in the production details.`
}
