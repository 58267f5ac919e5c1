import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import type { FrameRange } from '../../shared/time/frameRange.ts'
import { rangeLength } from '../../shared/time/frameRange.ts'
import { addFrames, type Frames } from '../../shared/time/frames.ts'
import { frameOfFields, framesPerDay, timecodeFields } from '../../shared/time/timecode.ts'

/** Label minutes that a reel is given when there is no other to go by. */
const firstReelMinutes = 20

/** What a reel behind the others would usually be: the next whole hour, as long as the reel before it. */
export function nextReel(document: ProductionDocument): {
  readonly label: string
  readonly programme: FrameRange
} {
  const reels = recordsOf(document, 'reels').toSorted((a, b) => a.order - b.order)
  const { rate } = document.production
  const last = reels.at(-1)
  const hourAfter = last ? timecodeFields(last.programme.start, rate).hours + 1 : 1
  const start = frameOfFields({ hours: hourAfter, minutes: 0, seconds: 0, frames: 0 }, rate)
  const length = last
    ? rangeLength(last.programme)
    : frameOfFields({ hours: 0, minutes: firstReelMinutes, seconds: 0, frames: 0 }, rate)
  return { label: labelAfter(last?.label), programme: within(start, length, framesPerDay(rate)) }
}

/** A reel that would begin after midnight begins at midnight. */
function within(start: Frames, length: Frames, day: Frames): FrameRange {
  const begin = (start >= day ? 0 : start) as Frames
  return { start: begin, end: addFrames(begin, length) }
}

/** `R3` after `R2`, in whatever way the labels count. */
function labelAfter(label: string | undefined): string {
  if (label === undefined) return 'Reel 1'
  const counted = /^(.*?)(\d+)$/.exec(label)
  return counted ? `${counted[1]}${Number(counted[2]) + 1}` : `${label} 2`
}
