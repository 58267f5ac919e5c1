import { useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import { commandById, runCommand } from './commands.ts'

type CommandButtonProps = {
  readonly id: string
  /** Shorter than the command's own, where the place says the rest. */
  readonly label: string
  /** The key to show, where the command has none of its own. */
  readonly keys?: string
}

/** A button that does what a command does, and tells its key. */
export function CommandButton({ id, label, keys }: CommandButtonProps) {
  const session = useSession()
  const command = commandById(id)
  return <Button label={label} keys={keys ?? command.keys[0]} onPress={() => runCommand(session, command)} />
}
