import { rooms } from '../../shared/ipc/keptView.ts'
import { commandById, runCommand } from '../commands/commands.ts'
import { keyText } from '../commands/keymap.ts'
import { roomNames } from '../commands/roomCommands.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import styles from './RoomSwitch.module.css'

/** Goes to one of the three places of the window. */
export function RoomSwitch() {
  const session = useSession()
  const current = useStore(session.moment, (moment) => moment.room)
  return (
    <nav className={styles.rooms} aria-label="Places">
      {rooms.map((room) => {
        const command = commandById(`room.${room}`)
        const [keys = ''] = command.keys
        return (
          <button
            key={room}
            type="button"
            className={styles.room}
            aria-current={room === current ? 'page' : undefined}
            title={`${command.label} · ${keyText(keys)}`}
            onClick={() => runCommand(session, command)}
          >
            {roomNames[room]}
          </button>
        )
      })}
    </nav>
  )
}
