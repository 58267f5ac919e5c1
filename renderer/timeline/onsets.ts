import type { ReelId } from '../../shared/model/ids.ts'
import type { FrameRange } from '../../shared/time/frameRange.ts'
import type { Frames } from '../../shared/time/frames.ts'

/** Timecode frames of a reel, ascending and inside the range, at which sound sets in; none where that is not known yet. */
export type OnsetProvider = (reel: ReelId, range: FrameRange) => readonly Frames[]
