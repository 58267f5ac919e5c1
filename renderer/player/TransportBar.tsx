import {
  ChevronFirst,
  ChevronLast,
  ChevronLeft,
  ChevronRight,
  FastForward,
  Pause,
  Play,
  Rewind,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { commandById, runCommand } from '../commands/commands.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { TimecodeReadout } from './TimecodeReadout.tsx'
import styles from './TransportBar.module.css'

/** Under the picture: moving, playing, the timecode, and marking. */
export function TransportBar() {
  const session = useSession()
  const speed = useStore(session.playhead.state, (state) => state.speed)
  return (
    <div className={styles.bar} role="toolbar" aria-label="Transport">
      <TimecodeReadout />
      <span className={styles.speed} aria-live="off">
        {speed === 0 ? '' : `${speed}×`.replace('-', '−')}
      </span>
      <span className={styles.group}>
        <Tool id="transport.first" icon={<ChevronFirst size={16} />} />
        <Tool id="transport.backward" icon={<Rewind size={16} />} />
        <Tool id="transport.frameBack" icon={<ChevronLeft size={16} />} />
        <Tool id="transport.playPause" icon={speed === 0 ? <Play size={18} /> : <Pause size={18} />} />
        <Tool id="transport.frameForward" icon={<ChevronRight size={16} />} />
        <Tool id="transport.forward" icon={<FastForward size={16} />} />
        <Tool id="transport.last" icon={<ChevronLast size={16} />} />
      </span>
      <span className={styles.marks}>
        <MarkTool id="cue.markIn" text="In" keys="I" />
        <MarkTool id="cue.markOut" text="Out" keys="O" />
      </span>
    </div>
  )
}

function Tool({ id, icon }: { readonly id: string; readonly icon: ReactNode }) {
  const session = useSession()
  const command = commandById(id)
  return (
    <Button
      kind="quiet"
      label={command.label}
      icon={icon}
      keys={command.keys[0]}
      onPress={() => runCommand(session, command)}
    />
  )
}

function MarkTool({ id, text, keys }: { readonly id: string; readonly text: string; readonly keys: string }) {
  const session = useSession()
  const command = commandById(id)
  return (
    <Button
      label={command.label}
      icon={
        <span className={styles.mark} data-key={keys}>
          {text}
        </span>
      }
      onPress={() => runCommand(session, command)}
    />
  )
}
