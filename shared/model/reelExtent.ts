import type { FrameRange } from '../time/frameRange.ts'
import { frames } from '../time/frames.ts'
import type { Reel } from './production.ts'

/** The timecode frames that a reel shows: its programme, and whatever its file has around it. */
export function reelExtent(reel: Reel): FrameRange {
  if (!reel.media) return reel.programme
  const { startFrame, frameCount } = reel.media
  return {
    start: frames(Math.min(reel.programme.start, startFrame)),
    end: frames(Math.max(reel.programme.end, startFrame + frameCount)),
  }
}
