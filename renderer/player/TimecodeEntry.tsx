import { useId, useRef, useState } from 'react'
import type { Place } from '../../shared/edits/cueSpans.ts'
import type { Problem } from '../../shared/result.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'
import { type OpenWork, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions } from '../ui/Dialog.tsx'
import styles from './TimecodeEntry.module.css'
import { typedPlace } from './typedPlace.ts'

/** Goes to a timecode as it is typed: in full, in short, or as a step from here. */
export function TimecodeEntry() {
  const session = useSession()
  const work = useStore(session.work)
  const from = session.playhead.place
  return (
    <Dialog title="Go to a timecode" size="small">
      {work && from ? (
        <TimecodeForm work={work} from={from} />
      ) : (
        <p className={styles.answer}>There is no reel to go to.</p>
      )}
    </Dialog>
  )
}

function TimecodeForm({ work, from }: { readonly work: OpenWork; readonly from: Place }) {
  const session = useSession()
  const answer = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(session.moment.value.typed)
  const { production, reels } = work.documents.document
  const { rate } = production
  const isBlank = text.trim() === ''
  const place = typedPlace(text, rate, session.timeline.axis.value, from)
  const use = (suggestion: string) => {
    setText(suggestion)
    input.current?.focus()
  }
  const go = () => {
    if (!place.ok) {
      if (place.problem.suggestion) use(place.problem.suggestion)
      return
    }
    session.moment.patch({ dialog: 'none' })
    session.playhead.goTo(place.value)
  }
  return (
    <>
      <input
        ref={input}
        className={styles.input}
        // biome-ignore lint/a11y/noAutofocus: the dialog is opened to type into it
        autoFocus
        aria-label="Timecode"
        aria-describedby={answer}
        aria-invalid={!isBlank && !place.ok}
        placeholder={formatTimecode(from.frame, rate)}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) go()
        }}
      />
      <div id={answer} className={styles.answer} aria-live="polite">
        {isBlank ? (
          <span>You are at {formatTimecode(from.frame, rate)}.</span>
        ) : place.ok ? (
          <>
            <span className={styles.target}>{formatTimecode(place.value.frame, rate)}</span>
            <span>{Object.keys(reels).length > 1 ? reels[place.value.reel]?.label : ''}</span>
          </>
        ) : (
          <Refusal problem={place.problem} onUse={use} />
        )}
      </div>
      <TypingRules />
      <DialogActions>
        <Button kind="primary" label="Go" keys="Enter" isDisabled={!place.ok} onPress={go} />
      </DialogActions>
    </>
  )
}

function Refusal({ problem, onUse }: { readonly problem: Problem; readonly onUse: (text: string) => void }) {
  const { suggestion } = problem
  return (
    <>
      <span className={styles.refusal}>{problem.message}</span>
      {suggestion ? (
        <Button label={`Use ${suggestion}`} keys="Enter" onPress={() => onUse(suggestion)} />
      ) : (
        <span className={styles.expected}>Expected: {problem.expected}</span>
      )}
    </>
  )
}

const examples: readonly (readonly [typed: string, meaning: string])[] = [
  ['15245218', 'is 15:24:52:18'],
  ['12', 'frame 12 of this second'],
  ['2..', 'minute 2; a stop stands for 00'],
  ['+20.', 'twenty seconds on'],
  ['-5', 'five frames back'],
]

function TypingRules() {
  return (
    <dl className={styles.rules}>
      {examples.map(([typed, meaning]) => (
        <div key={typed} className={styles.rule}>
          <dt>{typed}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}
