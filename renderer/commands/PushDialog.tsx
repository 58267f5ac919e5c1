import { useId, useState } from 'react'
import type { Place } from '../../shared/edits/cueSpans.ts'
import { planPush, pushedFrom, pushFrom } from '../../shared/edits/pushEdits.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { ok, type Problem, type Result } from '../../shared/result.ts'
import { frames } from '../../shared/time/frames.ts'
import { formatSignedTimecode, formatTimecode } from '../../shared/time/timecode.ts'
import { useDocument } from '../review/useDocument.ts'
import { useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions } from '../ui/Dialog.tsx'
import styles from './PushDialog.module.css'
import { typedPush } from './typedPush.ts'

/** Moves everything that begins at the playhead or later on its reel, by a length that is typed. */
export function PushDialog() {
  const session = useSession()
  const document = useDocument()
  const [from] = useState(session.playhead.place)
  if (!document || !from) return null
  return (
    <Dialog
      title="Push everything from here on"
      subtitle={`from ${formatTimecode(from.frame, document.production.rate)}`}
      size="small"
    >
      <PushForm document={document} from={from} />
    </Dialog>
  )
}

function PushForm({ document, from }: { readonly document: ProductionDocument; readonly from: Place }) {
  const session = useSession()
  const answer = useId()
  const [text, setText] = useState('')
  const isBlank = text.trim() === ''
  const typed = isBlank ? ok(0) : typedPush(text, document.production.rate)
  const possible: Result<unknown> = typed.ok ? planPush(document, from, typed.value) : typed
  const isReady = typed.ok && possible.ok && typed.value !== 0
  const push = () => {
    if (!typed.ok && typed.problem.suggestion) setText(typed.problem.suggestion)
    if (!isReady) return
    session.moment.patch({ dialog: 'none' })
    if (session.apply(pushFrom(from, typed.value))) {
      session.say(`${pushedWords(document, from)} pushed by ${lengthWords(typed.value)}.`)
    }
  }
  return (
    <>
      <input
        className={styles.input}
        // biome-ignore lint/a11y/noAutofocus: the dialog is opened to type into it
        autoFocus
        aria-label="By how much"
        aria-describedby={answer}
        aria-invalid={!isBlank && !possible.ok}
        placeholder="12 or −1.00"
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) push()
        }}
      />
      <div id={answer} className={styles.answer} aria-live="polite">
        {possible.ok ? (
          <>
            <span className={styles.figure}>
              {typed.ok && typed.value !== 0 ? signed(document, typed.value) : '—'}
            </span>
            <span>
              {pushedWords(document, from)}{' '}
              {typed.ok && typed.value !== 0 ? `by ${lengthWords(typed.value)}` : 'on this reel'}
            </span>
          </>
        ) : (
          <Refused problem={possible.problem} />
        )}
      </div>
      <DialogActions note="Frames, 100f, or timecode as in time fields; a minus pushes earlier.">
        <Button kind="primary" label="Push" keys="Enter" isDisabled={!isReady} onPress={push} />
      </DialogActions>
    </>
  )
}

function Refused({ problem }: { readonly problem: Problem }) {
  return (
    <>
      <span className={styles.refusal}>{problem.message}</span>
      <span>{problem.remedy}</span>
    </>
  )
}

function signed({ production }: ProductionDocument, by: number): string {
  return `${by > 0 ? '+' : ''}${formatSignedTimecode(frames(by), production.rate)}`
}

function lengthWords(by: number): string {
  const count = Math.abs(by)
  return `${count.toLocaleString()} frame${count === 1 ? '' : 's'} ${by < 0 ? 'earlier' : 'later'}`
}

function pushedWords(document: ProductionDocument, from: Place): string {
  const { cues, notes, segments } = pushedFrom(document, from)
  const counted = [
    [cues.length, 'cue'],
    [notes.length, 'note'],
    [segments.length, 'segment'],
  ] as const
  const words = counted
    .filter(([count]) => count > 0)
    .map(([count, noun]) => `${count.toLocaleString()} ${noun}${count === 1 ? '' : 's'}`)
  return words.length === 0 ? 'Nothing begins from here on' : words.join(', ')
}
