import type { Session } from '../store/session.ts'
import type { Command } from './command.ts'
import { cueCommands } from './cueCommands.ts'
import { isTyping, Keymap } from './keymap.ts'
import { productionCommands } from './productionCommands.ts'
import { transportCommands } from './transportCommands.ts'
import { viewCommands } from './viewCommands.ts'

/** Every command: the keymap, the menu, the palette, tooltips and the key sheet read this list. */
export const commands: readonly Command[] = [
  ...productionCommands,
  ...transportCommands,
  ...cueCommands,
  ...viewCommands,
]

/** The command with an id; throws for an id that is not in the list. */
export function commandById(id: string): Command {
  const command = commands.find((candidate) => candidate.id === id)
  if (!command) throw new Error(`there is no command ${id}`)
  return command
}

/** Runs a command if it can run now. */
export function runCommand(session: Session, command: Command, key?: string): void {
  if (command.when?.(session) ?? true) command.run(session, key)
}

/** Lets keys run commands until the returned function is called. Keys belong to a dialog, menu or drop-down while one is open. */
export function bindKeys(session: Session, target: Window): () => void {
  const keymap = new Keymap(commands)
  const pressed = (event: KeyboardEvent) => {
    if (event.defaultPrevented || session.moment.value.dialog !== 'none' || isInMenu(event.target)) return
    const command = keymap.commandFor(event)
    if (!command || belongsToControl(event) || belongsToText(event)) return
    event.preventDefault()
    runCommand(session, command, event.key)
  }
  target.addEventListener('keydown', pressed)
  return () => target.removeEventListener('keydown', pressed)
}

/** In a text field, taking back, selecting all and the clipboard mean the text. */
function belongsToText(event: KeyboardEvent): boolean {
  const hasModifier = event.ctrlKey || event.metaKey
  return hasModifier && /^[acvxyz]$/i.test(event.key) && isTyping(event.target)
}

function isInMenu(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('[role="dialog"], [role="menu"], [data-trigger]') !== null
  )
}

/** Space and Enter press the button that has the focus, and the arrows move inside a table or a slider. */
function belongsToControl(event: KeyboardEvent): boolean {
  const { target, key } = event
  if (!(target instanceof Element)) return false
  if (key === ' ' || key === 'Enter')
    return target.closest('button, a, [role="tab"], [role="checkbox"]') !== null
  if (key.startsWith('Arrow') || key === 'Home' || key === 'End') {
    return target.closest('[role="grid"], [role="slider"], [role="tablist"], [role="radiogroup"]') !== null
  }
  return false
}
