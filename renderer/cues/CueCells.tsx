import { lengthOf } from '../../shared/entry/timeFields.ts'
import type { Cue, Mark } from '../../shared/model/cue.ts'
import type { VisualRule } from '../../shared/model/production.ts'
import type { SideStatus } from '../../shared/sheet/sideStatus.ts'
import { ukUsage, usUsage } from '../../shared/sheet/usage.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { formatSignedTimecode } from '../../shared/time/timecode.ts'
import { StateSign } from '../licensing/StateSign.tsx'
import { sideStateName } from '../licensing/sideStates.ts'
import { SeveritySign } from '../review/SeveritySign.tsx'
import { stateNames } from '../ui/words.ts'
import { Cell } from './Cell.tsx'
import styles from './CueTable.module.css'
import { cueEdges, markText } from './cueTimes.ts'
import { OpenLength } from './OpenLength.tsx'

/** The title, and the word for a cue that is not in the cut. */
export function TitleCell({ title, state }: { readonly title: string; readonly state: Cue['state'] }) {
  return (
    <Cell className={styles.title} title={title}>
      <span className={styles.text} data-untitled={title === '' || undefined}>
        {title || 'Untitled'}
      </span>
      {state === 'active' ? null : <span className={styles.state}>{stateNames[state]}</span>}
    </Cell>
  )
}

/** US and UK usage, with the sentences that explain them. */
export function UseCell({ cue, visualRule }: { readonly cue: Cue; readonly visualRule: VisualRule }) {
  const us = usUsage(cue, visualRule)
  const uk = ukUsage(cue)
  return (
    <Cell className={styles.code} title={`US: ${us.reason}\nUK: ${uk.reason}`}>
      {us.code ?? '–'} · {uk.code ?? '–'}
    </Cell>
  )
}

/** The timecode of an edge; text that names no frame stands as it came, with the sign of an error. */
export function MarkCell({ mark, rate }: { readonly mark: Mark | null; readonly rate: FrameRate }) {
  const text = markText(mark, rate)
  if (typeof mark === 'number') {
    return <Cell className={styles.timecode}>{text}</Cell>
  }
  if (mark === null) {
    return <Cell className={styles.open}>{text}</Cell>
  }
  return (
    <Cell className={styles.unreadable} title={`${text} does not exist at this rate.`}>
      <SeveritySign severity="error" />
      <span className={styles.text}>{text}</span>
    </Cell>
  )
}

/** The length; of an open cue as far as it has come. */
export function LengthCell({ cue, rate }: { readonly cue: Cue; readonly rate: FrameRate }) {
  const length = lengthOf(cue)
  return (
    <Cell className={styles.timecode}>
      {length !== null ? formatSignedTimecode(length, rate) : null}
      {cueEdges(cue).end === null ? <OpenLength cue={cue} rate={rate} /> : null}
    </Cell>
  )
}

/** How far one side is cleared, as sign and word. */
export function SideCell({ status }: { readonly status: SideStatus | null }) {
  if (status === null || status.status === 'n/a') {
    return (
      <Cell className={styles.idle} title={status?.reason} label="Not needed">
        –
      </Cell>
    )
  }
  return (
    <Cell className={styles.soft} title={status.reason}>
      <StateSign state={status.status} />
      <span className={styles.text}>{sideStateName(status.status)}</span>
    </Cell>
  )
}
