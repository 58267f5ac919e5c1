import { type KeyBindingPress, matchKeyBindingPress, parseKeybinding } from 'tinykeys'
import type { Command } from './command.ts'

type Binding = { readonly press: KeyBindingPress; readonly command: Command; readonly isBare: boolean }

/** Keys to commands. Position keys are named by code (`KeyJ`), mnemonic ones by character (`$mod+s`). */
export class Keymap {
  readonly #bindings: readonly Binding[]

  constructor(commands: readonly Command[]) {
    this.#bindings = commands.flatMap((command) =>
      command.keys.flatMap((keys) => {
        const [press] = parseKeybinding(keys)
        return press ? [{ press, command, isBare: isBareKey(press) }] : []
      }),
    )
  }

  /** The command that a key event asks for; bare keys ask for nothing while text is being typed. */
  commandFor(event: KeyboardEvent): Command | null {
    if (event.isComposing) return null
    const typing = isTyping(event.target)
    const found = this.#bindings.find(
      ({ press, isBare }) => !(typing && isBare) && matchKeyBindingPress(event, press),
    )
    if (!found || (event.repeat && !found.command.repeats)) return null
    return found.command
  }
}

/** Whether a key event's target takes text, so that letters belong to it. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)
}

/** Function keys type nothing, so they stay alive in text fields. */
function isBareKey([mods, key]: KeyBindingPress): boolean {
  const isFunctionKey = typeof key === 'string' && /^F\d+$/.test(key)
  return !isFunctionKey && !mods.some((mod) => mod !== 'Shift')
}

const onMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform)

const printed: Readonly<Record<string, string>> = {
  $mod: onMac ? '⌘' : 'Ctrl',
  Shift: onMac ? '⇧' : 'Shift',
  Alt: onMac ? '⌥' : 'Alt',
  Space: 'Space',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  BracketLeft: '[',
  BracketRight: ']',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Backslash: '\\',
  Equal: '=',
  Minus: '−',
  Escape: 'Esc',
  NumpadAdd: 'Num +',
  NumpadSubtract: 'Num −',
  NumpadEnter: 'Num Enter',
}

/** A key or chord as text: `Ctrl+Shift+Z`, on a Mac `⌘⇧Z`. */
export function keyText(keys: string): string {
  return keys
    .split('+')
    .map(
      (key) =>
        printed[key] ?? key.replace(/^(Key|Digit)/, '').replace(/^[a-z]$/, (letter) => letter.toUpperCase()),
    )
    .join(onMac ? '' : '+')
}
