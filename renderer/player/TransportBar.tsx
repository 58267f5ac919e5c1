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
import { SoundButton } from '../sound/SoundButton.tsx'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { MarkTools } from './MarkTools.tsx'
import { creepSpeed } from './shuttle.ts'
import { TimecodeReadout } from './TimecodeReadout.tsx'
import styles from './TransportBar.module.css'

type TransportBarProps = {
  /** Whether it stands under a small picture, where nothing is marked. */
  readonly isSmall?: boolean
}

/** Under the picture: moving, playing, the timecode, and marking. */
export function TransportBar({ isSmall = false }: TransportBarProps) {
  const session = useSession()
  const speed = useStore(session.playhead.state, (state) => state.speed)
  const run = useStore(session.playhead.run)
  const isHolding = useStore(session.holds.isHolding)
  return (
    <div className={styles.bar} data-small={isSmall} role="toolbar" aria-label="Transport">
      <TimecodeReadout />
      <span className={styles.speed} aria-live="off" data-testid="speed">
        {speedText(speed)}
        {isHolding ? (
          <span className={styles.run} data-testid="hold">
            Hold
          </span>
        ) : run === 'free' ? null : (
          <span className={styles.run} data-testid="run">
            {runWords[run]}
          </span>
        )}
      </span>
      <span className={styles.group}>
        {isSmall ? null : <Tool id="transport.first" icon={<ChevronFirst size={16} />} />}
        {isSmall ? null : <Tool id="transport.backward" icon={<Rewind size={16} />} />}
        <Tool id="transport.frameBack" icon={<ChevronLeft size={16} />} />
        <Tool id="transport.playPause" icon={speed === 0 ? <Play size={18} /> : <Pause size={18} />} />
        <Tool id="transport.frameForward" icon={<ChevronRight size={16} />} />
        {isSmall ? null : <Tool id="transport.forward" icon={<FastForward size={16} />} />}
        {isSmall ? null : <Tool id="transport.last" icon={<ChevronLast size={16} />} />}
      </span>
      {isSmall ? null : <SoundButton />}
      {isSmall ? null : <MarkTools />}
    </div>
  )
}

const runWords = { loop: 'Loop', loopHead: 'Loop in', loopTail: 'Loop out', around: 'Around' }

/** A speed as editors read it: 4×, −1×, and ⅛× while creeping. */
function speedText(speed: number): string {
  if (speed === 0) return ''
  const size = Math.abs(speed)
  const text = size === creepSpeed ? '⅛' : size === 0.5 ? '½' : String(size)
  return `${speed < 0 ? '−' : ''}${text}×`
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
