import { commandById, runCommand } from '../commands/commands.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { useRate } from '../store/useRate.ts'
import { Button } from '../ui/Button.tsx'
import styles from './MarkTools.module.css'
import { framesText, reactionFrames, shiftText } from './reaction.ts'

/** In and Out, and by how many frames a mark made now is put earlier for reaction time. */
export function MarkTools() {
  return (
    <span className={styles.marks}>
      <MarkTool kind="in" />
      <MarkTool kind="out" />
    </span>
  )
}

const tools = {
  in: { id: 'cue.markIn', text: 'In', keys: 'I', setting: 'reactionIn' },
  out: { id: 'cue.markOut', text: 'Out', keys: 'O', setting: 'reactionOut' },
} as const

function MarkTool({ kind }: { readonly kind: keyof typeof tools }) {
  const session = useSession()
  const { id, text, keys, setting } = tools[kind]
  const command = commandById(id)
  const reaction = useStore(session.settings, (settings) => settings[setting])
  const rate = useRate()
  const speed = useStore(session.playhead.state, (state) => state.speed)
  const by = rate ? reactionFrames(reaction, rate, speed) : 0
  return (
    <Button
      label={by === 0 ? command.label : `${command.label}; ${framesText(by)} earlier for reaction time`}
      icon={
        <span className={styles.mark}>
          {text}
          <span className={styles.key} data-key={keys} />
          {reaction === 0 ? null : (
            <span
              className={styles.shift}
              data-shift={shiftText(by)}
              data-shifts={by > 0}
              data-testid={`shift-${kind}`}
            />
          )}
        </span>
      }
      onPress={() => runCommand(session, command)}
    />
  )
}
