import { setProgramme, setReelStart } from '../../shared/edits/reelEdits.ts'
import { reelOrigin } from '../../shared/edits/reelShift.ts'
import type { Reel } from '../../shared/model/production.ts'
import type { FrameRange } from '../../shared/time/frameRange.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { addFrames } from '../../shared/time/frames.ts'
import type { DocumentStore } from '../store/documentStore.ts'
import { useSession } from '../store/session.ts'
import { TimecodeField } from '../ui/TimecodeField.tsx'

type ReelTimesProps = { readonly reel: Reel; readonly rate: FrameRate; readonly documents: DocumentStore }

/** First and last frame of action, and the timecode that the file or the reel begins with. LFOA is shown inclusive. */
export function ReelTimes({ reel, rate, documents }: ReelTimesProps) {
  const session = useSession()
  const { programme } = reel
  const lastFrame = addFrames(programme.end, -1)
  const origin = reelOrigin(reel)
  const bound = (next: Partial<FrameRange>) => setProgramme(reel.id, { ...programme, ...next })
  const programmeKey = `programme ${reel.id}`
  const startKey = `start ${reel.id}`
  return (
    <>
      <TimecodeField
        name="ffoa"
        label="FFOA"
        rate={rate}
        value={programme.start}
        base={programme.start}
        commit={(start) => documents.apply(bound({ start }), programmeKey)}
        nudge={(by) => session.apply(bound({ start: addFrames(programme.start, by) }), programmeKey)}
      />
      <TimecodeField
        name="lfoa"
        label="LFOA"
        rate={rate}
        value={lastFrame}
        base={lastFrame}
        commit={(frame) => documents.apply(bound({ end: addFrames(frame, 1) }), programmeKey)}
        nudge={(by) => session.apply(bound({ end: addFrames(programme.end, by) }), programmeKey)}
      />
      <TimecodeField
        name="reelStart"
        label={reel.media ? 'File begins at' : 'Reel begins at'}
        rate={rate}
        value={origin}
        base={origin}
        commit={(frame) => documents.apply(setReelStart(reel.id, frame), startKey)}
        nudge={(by) => session.apply(setReelStart(reel.id, addFrames(origin, by)), startKey)}
      />
    </>
  )
}
