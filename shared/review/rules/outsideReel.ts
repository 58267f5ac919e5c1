import type { Span } from '../../model/cue.ts'
import { nameOfUse } from '../../sheet/cueUse.ts'
import type { PlacedReel, Programme } from '../../sheet/programme.ts'
import { frames } from '../../time/frames.ts'
import { framesPerDay } from '../../time/timecode.ts'
import { lengthText } from '../lengthText.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A span that reaches outside the action of its reel. */
export const outsideReel: Rule = {
  id: 'CS-003',
  severity: 'error',
  fault: 'The cue reaches outside the first and last frame of action of its reel.',
  reason: 'Leader, countdown and tail are not part of the programme, so no music is reported there.',
  remedy: 'Trim the cue, or correct where the reel’s action begins and ends.',
  source: 'House rule',
  inspect: perUse((use, { programme }) => {
    for (const span of use.cue.spans) {
      const reel = programme.reelById.get(span.reel)
      const fault = reel && faultOf(span, reel, programme)
      if (fault)
        return `${nameOfUse(use)} ${fault}. Trim it, or correct the reel’s first and last frame of action.`
    }
    return null
  }),
}

function faultOf({ start, end }: Span, { reel }: PlacedReel, { rate }: Programme): string | null {
  if (typeof start !== 'number' || typeof end !== 'number' || end <= start) return null
  const { programme, label } = reel
  const name = label.trim() ? `the action of ${label.trim()}` : 'the action of its reel'
  const before = programme.start - start
  if (before > 0) return `starts ${lengthText(frames(before), rate)} before ${name}`
  const after = end - programme.end
  if (after <= 0) return null
  // A label below the reel's first was taken for the next day; far outside, it was more likely the leader.
  const beforeByLabel = programme.start - (start - framesPerDay(rate))
  if (start >= programme.end && beforeByLabel > 0 && beforeByLabel < after)
    return `starts ${lengthText(frames(beforeByLabel), rate)} before ${name}`
  return `ends ${lengthText(frames(after), rate)} after ${name}`
}
