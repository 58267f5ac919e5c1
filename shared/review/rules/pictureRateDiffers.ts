import type { Reel } from '../../model/production.ts'
import { listed } from '../../sheet/listed.ts'
import { type FrameRate, rateName } from '../../time/frameRate.ts'
import type { Rule } from '../rule.ts'

/** A picture that does not run at the rate at which its cues are counted. */
export const pictureRateDiffers: Rule = {
  id: 'CS-012',
  severity: 'error',
  fault: 'A reel’s picture runs at another rate than the production, or at a rate that varies.',
  reason:
    'Frames are counted at one constant rate; at another one, or at one that varies, every in and out is wrong.',
  remedy: 'Have the picture exported at the production’s rate, constant, and attach that file.',
  source: 'House rule',
  inspect: ({ programme }) => {
    const faults = programme.reels.flatMap(({ reel }) => faultOf(reel, programme.rate))
    if (faults.length === 0) return []
    return [
      {
        message: `${listed(faults)}, but this production counts ${rateName(programme.rate)}. Attach a picture of that rate.`,
      },
    ]
  },
}

function faultOf({ label, pictureRate }: Reel, rate: FrameRate): readonly string[] {
  if (!pictureRate) return []
  const name = `the picture of ${label.trim() || 'a reel'}`
  if (pictureRate.isVariable) return [`${name} has a rate that varies`]
  if (pictureRate.num * rate.den === rate.num * pictureRate.den) return []
  return [`${name} runs at ${Number((pictureRate.num / pictureRate.den).toFixed(3))} fps`]
}
