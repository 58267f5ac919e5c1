import type { Session } from '../store/session.ts'
import { Scope } from '../ui/scope.ts'
import type { Command } from './command.ts'
import { cueCommands } from './cueCommands.ts'
import { cueEditCommands } from './cueEditCommands.ts'
import { filmCommands } from './filmCommands.ts'
import { guardCommands } from './guardCommands.ts'
import { handCommands } from './handCommands.ts'
import { HeldKeys } from './heldKeys.ts'
import { historyCommands } from './historyCommands.ts'
import { isTyping, Keymap } from './keymap.ts'
import { laneCommands } from './laneCommands.ts'
import { musicCommands } from './musicCommands.ts'
import { noteCommands } from './noteCommands.ts'
import { numbersCommands } from './numbersCommands.ts'
import { productionCommands } from './productionCommands.ts'
import { recoveryCommands } from './recoveryCommands.ts'
import { reviewCommands } from './reviewCommands.ts'
import { rightsCommands } from './rightsCommands.ts'
import { isSpotting, roomCommands } from './roomCommands.ts'
import { segmentCommands } from './segmentCommands.ts'
import { selectionCommands } from './selectionCommands.ts'
import { soundCommands } from './soundCommands.ts'
import { tableCommands } from './tableCommands.ts'
import { timelineCommands } from './timelineCommands.ts'
import { transportCommands } from './transportCommands.ts'
import { viewCommands } from './viewCommands.ts'

/** Every command: the keymap, the menu, the palette, tooltips and the key sheet read this list. */
export const commands: readonly Command[] = [
  ...productionCommands,
  ...guardCommands,
  ...historyCommands,
  ...filmCommands,
  ...recoveryCommands,
  ...transportCommands,
  ...soundCommands,
  ...noteCommands,
  ...laneCommands,
  ...cueCommands,
  ...cueEditCommands,
  ...musicCommands,
  ...selectionCommands,
  ...tableCommands,
  ...segmentCommands,
  ...handCommands,
  ...roomCommands,
  ...rightsCommands,
  ...viewCommands,
  ...numbersCommands,
  ...reviewCommands,
  ...timelineCommands,
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
  const held = new HeldKeys(session)
  const scope = new Scope()
  // Ahead of everything that answers to the key, so that all of it speaks of the picture on screen.
  scope.listen(
    target,
    'keydown',
    () => {
      session.transport.look()
      session.noteKey()
    },
    { capture: true },
  )
  scope.listen(target, 'keydown', (event) => {
    if (event.defaultPrevented || session.moment.value.dialog !== 'none' || isInMenu(event.target)) return
    const command = keymap.commandFor(event)
    if (!command || belongsToControl(event) || belongsToText(event) || isIdleEscape(session, command)) return
    if (isSpotting(command) && session.moment.value.room !== 'spot') return
    event.preventDefault()
    if (command.hold) held.press(event.code, command)
    else runCommand(session, command, event.key)
  })
  scope.listen(target, 'keyup', (event) => held.release(event.code), { capture: true })
  scope.listen(target, 'blur', () => held.releaseAll())
  scope.own(() => held.releaseAll())
  return () => scope.end()
}

/** Escape that no command wants is left to whoever else does. */
function isIdleEscape(session: Session, { keys, when }: Command): boolean {
  return keys.includes('Escape') && when?.(session) === false
}

/** In a text field, taking back, selecting all, the clipboard and the arrows mean the text. */
function belongsToText(event: KeyboardEvent): boolean {
  const hasModifier = event.ctrlKey || event.metaKey
  const isText = hasModifier && /^[acvxyz]$/i.test(event.key)
  return (isText || /^Arrow/.test(event.key)) && isTyping(event.target)
}

function isInMenu(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('[role="dialog"], [role="menu"], [data-trigger]') !== null
  )
}

/** Space and Enter press the button that has the focus, and the arrows move inside a table or a slider. */
function belongsToControl(event: KeyboardEvent): boolean {
  const { target, key, altKey } = event
  if (!(target instanceof Element) || altKey) return false
  if (key === ' ' || key === 'Enter')
    return target.closest('button, a, [role="tab"], [role="checkbox"]') !== null
  if (key.startsWith('Arrow') || key === 'Home' || key === 'End') {
    return (
      target.closest(
        '[role="grid"], [role="slider"], input[type="range"], [role="tablist"], [role="radiogroup"]',
      ) !== null
    )
  }
  return false
}
