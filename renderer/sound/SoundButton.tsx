import { AudioLines, VolumeX } from 'lucide-react'
import { useRef } from 'react'
import { commandById, runCommand } from '../commands/commands.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { Meter } from './Meter.tsx'
import { MixPanel } from './MixPanel.tsx'
import styles from './SoundButton.module.css'

/** Opens the mix; the meter beside it shows what is heard. */
export function SoundButton() {
  const session = useSession()
  const place = useRef<HTMLSpanElement>(null)
  const isOpen = useStore(session.moment, (moment) => moment.isMixOpen)
  const isMuted = useStore(session.sound.mix, (mix) => mix.isMuted)
  const command = commandById('sound.panel')
  return (
    <span className={styles.sound} ref={place}>
      <Button
        kind="quiet"
        label={isMuted ? 'Sound: muted' : 'Sound'}
        keys={command.keys[0]}
        isPressed={isOpen}
        icon={isMuted ? <VolumeX size={16} /> : <AudioLines size={16} />}
        onPress={() => runCommand(session, command)}
      />
      <span className={styles.meter}>
        <Meter name="Everything" />
      </span>
      {isOpen ? <MixPanel place={place} /> : null}
    </span>
  )
}
