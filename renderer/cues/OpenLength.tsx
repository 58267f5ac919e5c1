import type { Cue } from '../../shared/model/cue.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { frames } from '../../shared/time/frames.ts'
import { formatSignedTimecode } from '../../shared/time/timecode.ts'
import { cueExtent } from '../commands/cuePlaces.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'

/** The length of an open cue up to the playhead while that rests behind its in; while playing it would only flicker. */
export function OpenLength({ cue, rate }: { readonly cue: Cue; readonly rate: FrameRate }) {
  const session = useSession()
  useStore(session.playhead.state, ({ speed, reel, frame }) => (speed === 0 ? `${reel} ${frame}` : ''))
  const isResting = session.playhead.state.value.speed === 0
  const { start } = cueExtent(session.timeline.axis.value, cue)
  const length = start === null ? 0 : session.timeline.playhead - start
  return isResting && length > 0 ? `${formatSignedTimecode(frames(length), rate)}…` : '…'
}
