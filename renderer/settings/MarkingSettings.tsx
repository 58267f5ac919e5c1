import type { Settings } from '../../shared/ipc/settingsSchema.ts'
import { framesText, reactionFrames } from '../player/reaction.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { useRate } from '../store/useRate.ts'
import { FieldCheck } from '../ui/FieldCheck.tsx'
import { FieldText } from '../ui/FieldText.tsx'
import { keepSettings } from './keepSettings.ts'
import styles from './MarkingSettings.module.css'
import { parseReaction } from './parseReaction.ts'
import { ReactionMeasure } from './ReactionMeasure.tsx'

/** How keys mark while the film plays. */
export function MarkingSettings() {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Marking while the film plays</legend>
      <MarkingCheck
        name="typeKeysMark"
        label="Type keys mark while playing"
        hint="1 to 8 open a cue of that type, and end it when pressed again. Off: they tag."
      />
      <MarkingCheck
        name="holdToMark"
        label="Hold a type key to mark"
        hint="A cue of that type, from the key going down to letting it go."
      />
      <Reaction name="reactionIn" label="Reaction, in" />
      <Reaction name="reactionOut" label="Reaction, out" />
      <p className={styles.hint}>
        How long you take to press the key, in ms or as 5 fr. Marks made while playing forwards are put that
        much earlier, as a step of its own that can be undone alone.
      </p>
      <ReactionMeasure />
    </fieldset>
  )
}

type MarkingCheckProps = {
  readonly name: 'typeKeysMark' | 'holdToMark'
  readonly label: string
  readonly hint: string
}

function MarkingCheck({ name, label, hint }: MarkingCheckProps) {
  const session = useSession()
  const value = useStore(session.settings, (settings) => settings[name])
  return (
    <div className={styles.check}>
      <FieldCheck
        name={name}
        label={label}
        value={value}
        onChange={(isOn) => void keepSettings(session, { [name]: isOn })}
      />
      <p className={styles.hint}>{hint}</p>
    </div>
  )
}

type ReactionProps = { readonly name: 'reactionIn' | 'reactionOut'; readonly label: string }

function Reaction({ name, label }: ReactionProps) {
  const session = useSession()
  const rate = useRate()
  const value: Settings[typeof name] = useStore(session.settings, (settings) => settings[name])
  const by = rate ? reactionFrames(value, rate, 1) : 0
  return (
    <div className={styles.reaction}>
      <FieldText
        name={name}
        label={label}
        value={`${value} ms`}
        storesOnPause={false}
        look="figure"
        commit={(text) => {
          const time = parseReaction(text, rate)
          if (time.ok) void keepSettings(session, { [name]: time.value })
          return time
        }}
      />
      {rate ? <span className={styles.frames}>= {framesText(by)}</span> : null}
    </div>
  )
}
