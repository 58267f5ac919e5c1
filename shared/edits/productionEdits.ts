import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { Production, Reel } from '../model/production.ts'
import { productionSchema } from '../model/production.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'
import { rangeLength } from '../time/frameRange.ts'
import {
  droppedPerMinute,
  type FrameRate,
  makeFrameRate,
  nominalRate,
  rateName,
  sameRate,
} from '../time/frameRate.ts'
import { frames, framesLasting } from '../time/frames.ts'
import { frameOfFields, isDroppedLabel, timecodeFields } from '../time/timecode.ts'
import { malformed } from './checkRecord.ts'
import type { Edit } from './edit.ts'
import { changeLabel } from './editLabel.ts'
import { mapRecords, putRecords } from './putRecord.ts'
import { reelOrigin, shiftReel } from './reelShift.ts'
import { sameValue } from './sameValue.ts'
import { keepStems } from './stemShift.ts'

/** The fields of the header but the rate, on which every frame number rests. */
export type ProductionPatch = Partial<Omit<Production, 'rate'>>

/** Changes fields of the production's header. */
export function updateProduction(patch: ProductionPatch): Edit {
  return {
    label: changeLabel('production', patch),
    run: (document) =>
      withHeader(document, { ...document.production, ...patch, rate: document.production.rate }),
  }
}

/**
 * Sets the frame rate, as long as no cue rests on the present one. Each reel keeps the timecode label it starts with,
 * and its length: in frames where there is a picture, in seconds where there is only sound.
 */
export function changeRate(rate: FrameRate): Edit {
  return {
    label: `Change frame rate to ${rateName(rate)}`,
    run: (document) => {
      const checked = makeFrameRate(rate.num, rate.den, rate.dropFrame)
      if (!checked.ok) return checked
      const present = document.production.rate
      if (sameRate(checked.value, present)) return ok(document)
      const count = recordsOf(document, 'cues').length
      if (count > 0) return refuse(cuesRestOnRate(count, present))
      const reels = recordsOf(document, 'reels')
      const relabelled = reels.reduce<Result<ProductionDocument>>(
        (result, reel) => (result.ok ? keepLabel(result.value, reel, checked.value) : result),
        recountSound(document, present, checked.value),
      )
      if (!relabelled.ok) return relabelled
      return withHeader(relabelled.value, { ...relabelled.value.production, rate: checked.value })
    },
  }
}

function withHeader(document: ProductionDocument, production: Production): Result<ProductionDocument> {
  if (sameValue(document.production, production)) return ok(document)
  const parsed = productionSchema.safeParse(production)
  if (!parsed.success) return refuse(malformed('production', parsed.error.issues))
  return ok({ ...document, production })
}

/** Counts the frames of reels that have sound and no picture anew, since their length is a time. */
function recountSound(
  document: ProductionDocument,
  from: FrameRate,
  to: FrameRate,
): Result<ProductionDocument> {
  const heard = recordsOf(document, 'reels').flatMap((reel): Reel[] => {
    const { media, programme } = reel
    if (!media || media.hasPicture) return []
    const start = frames(
      media.startFrame + framesLasting(frames(programme.start - media.startFrame), from, to),
    )
    const end = frames(start + framesLasting(rangeLength(programme), from, to))
    const frameCount = framesLasting(media.frameCount, from, to)
    return [{ ...reel, programme: { start, end }, media: { ...media, frameCount } }]
  })
  return putRecords(document, 'reels', heard)
}

/** Moves a reel so that it starts with the same label at another rate, or with the next one where that is dropped. */
function keepLabel(document: ProductionDocument, reel: Reel, rate: FrameRate): Result<ProductionDocument> {
  const origin = reelOrigin(reel)
  const fields = timecodeFields(origin, document.production.rate)
  const shown = { ...fields, frames: Math.min(fields.frames, nominalRate(rate) - 1) }
  const dropped = isDroppedLabel(shown, rate) ? { ...shown, frames: droppedPerMinute(rate) } : shown
  const start = frameOfFields(dropped, rate)
  const shifted = shiftReel(document, reel.id, start - origin)
  if (!shifted.ok) return shifted
  const stems = keepStems(reel.stems, origin, document.production.rate, start, rate)
  return mapRecords(shifted.value, 'reels', [reel.id], (moved) => ok({ ...moved, stems }))
}

function cuesRestOnRate(count: number, rate: FrameRate): Problem {
  return {
    message: 'The frame rate cannot change while cues are marked at it.',
    expected: 'a production without cues',
    found: `${count} ${count === 1 ? 'cue' : 'cues'} at ${rateName(rate)}`,
    remedy: 'Start a new production at the right rate, or remove the cues first.',
  }
}
