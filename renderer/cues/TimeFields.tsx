import { LocateFixed } from 'lucide-react'
import { setCueEnd, setCueStart } from '../../shared/edits/cueEdgeEdits.ts'
import { nudgeCues } from '../../shared/edits/cueMoveEdits.ts'
import { frameOf, lastSpan, spansOf } from '../../shared/edits/cueSpans.ts'
import { lengthOf } from '../../shared/entry/timeFields.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { ReelId } from '../../shared/model/ids.ts'
import { ok, type Result } from '../../shared/result.ts'
import { durationText, reportedSeconds } from '../../shared/sheet/duration.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { frames } from '../../shared/time/frames.ts'
import { commandById, runCommand } from '../commands/commands.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { KeyHint } from '../ui/KeyHint.tsx'
import { TimecodeField } from '../ui/TimecodeField.tsx'
import styles from './Inspector.module.css'
import { OpenLength } from './OpenLength.tsx'
import { useApply } from './useApply.ts'

type TimeFieldsProps = {
  /** The cue as it shows while it is being dragged. */
  readonly cue: Cue
  readonly document: ProductionDocument
}

/** In, out and length, to be typed into; a typed length moves the out. */
export function TimeFields({ cue, document }: TimeFieldsProps) {
  const session = useSession()
  const apply = useApply()
  const { rate } = document.production
  const edge = useStore(session.moment, (moment) => moment.edge)
  const [first] = spansOf(cue)
  const last = lastSpan(spansOf(cue))
  const start = frameOf(first.start)
  const end = frameOf(last.end)
  const nudge = (part: 'start' | 'end', by: number) =>
    void session.apply(nudgeCues([cue.id], part, by), `nudge ${part} ${cue.id}`)
  const setEnd = (frame: number) =>
    apply(setCueEnd(cue.id, { reel: last.reel, frame: frames(frame) }), `end ${cue.id}`)
  return (
    <div className={styles.times}>
      <TimecodeField
        name="start"
        label={`In${reelSuffix(document, first.reel)}`}
        rate={rate}
        value={first.start}
        base={end ?? programmeStart(document, first.reel)}
        commit={(frame) => apply(setCueStart(cue.id, { reel: first.reel, frame }), `start ${cue.id}`)}
        nudge={(by) => nudge('start', by)}
        note={edge === 'in' ? <NudgeKeys /> : null}
      >
        <AtPlayhead id="cue.inToPlayhead" />
      </TimecodeField>
      <TimecodeField
        name="end"
        label={`Out${reelSuffix(document, last.reel)}`}
        rate={rate}
        value={last.end}
        base={start ?? programmeStart(document, last.reel)}
        placeholder="open"
        commit={setEnd}
        nudge={(by) => nudge('end', by)}
        note={edge === 'out' ? <NudgeKeys /> : null}
      >
        <AtPlayhead id="cue.outToPlayhead" />
      </TimecodeField>
      <LengthField cue={cue} rate={rate} setEnd={setEnd} nudge={(by) => nudge('end', by)} />
    </div>
  )
}

type LengthFieldProps = {
  readonly cue: Cue
  readonly rate: FrameRate
  readonly setEnd: (frame: number) => Result<null>
  readonly nudge: (by: number) => void
}

/** The length as timecode, and as a sheet reports it. */
function LengthField({ cue, rate, setEnd, nudge }: LengthFieldProps) {
  const spans = spansOf(cue)
  const start = frameOf(spans[0].start)
  const { end: out } = lastSpan(spans)
  const end = frameOf(out)
  const length = lengthOf(cue)
  return (
    <TimecodeField
      name="length"
      label="Length"
      rate={rate}
      value={length}
      isLength
      base={frames(0)}
      placeholder="–"
      isDisabled={length === null && start === null}
      commit={(wanted) => {
        if (length !== null && end !== null) return setEnd(end + wanted - length)
        return start === null ? ok(null) : setEnd(start + wanted)
      }}
      nudge={nudge}
    >
      <span className={styles.reported}>
        {length === null ? null : durationText(reportedSeconds(length, rate))}
        {out === null ? <OpenLength cue={cue} rate={rate} /> : null}
      </span>
    </TimecodeField>
  )
}

/** Beside the edge that the nudging keys move, when they do not move the whole cue. */
function NudgeKeys() {
  return (
    <span className={styles.nudge} aria-hidden>
      {['cue.nudge-1', 'cue.nudge1'].map((id) => (
        <KeyHint key={id} keys={commandById(id).keys[0] ?? ''} />
      ))}
    </span>
  )
}

function AtPlayhead({ id }: { readonly id: string }) {
  const session = useSession()
  const command = commandById(id)
  return (
    <Button
      kind="quiet"
      label={command.label}
      icon={<LocateFixed size={14} />}
      keys={command.keys[0]}
      onPress={() => runCommand(session, command)}
    />
  )
}

/** The reel, where there are several to tell apart. */
function reelSuffix(document: ProductionDocument, reel: ReelId): string {
  return Object.keys(document.reels).length > 1 ? ` · ${document.reels[reel]?.label || 'reel'}` : ''
}

function programmeStart(document: ProductionDocument, reel: ReelId) {
  return document.reels[reel]?.programme.start ?? frames(0)
}
