import { flushSync } from 'react-dom'

type TextControl = HTMLInputElement | HTMLTextAreaElement

/** Makes a change that may take the control away that has the keyboard; the one behind it then gets that. */
export function keepingFocus(change: () => void): void {
  const had = document.activeElement as HTMLElement
  const controls = [...document.querySelectorAll<HTMLElement>('input, textarea, button')]
  const behind = controls.slice(controls.indexOf(had) + 1)
  flushSync(change)
  if (had.isConnected) return
  behind.find((control) => control.isConnected && control.tabIndex >= 0 && control.checkVisibility())?.focus()
}

/** Makes a change in a text field, and shows it; if that replaces the field, the new one in its place gets the keyboard. */
export function keepingPlace(field: TextControl, change: () => void): void {
  const fields = textFieldsAround(field)
  const place = fields().indexOf(field)
  flushSync(change)
  if (!field.isConnected) fields()[place]?.focus()
}

/** Makes a change in a text field and goes on to the next one of its section; the last one keeps the keyboard. */
export function goingOn(field: TextControl, change: () => void): void {
  const fields = textFieldsAround(field)
  const place = fields().indexOf(field)
  flushSync(change)
  const next = fields()[place + 1] ?? fields()[place]
  next?.focus()
  next?.select()
}

function textFieldsAround(field: TextControl): () => readonly TextControl[] {
  const section = field.closest('[data-section]')
  return () => [
    ...(section?.querySelectorAll<TextControl>('input[type="text"]:enabled, textarea:enabled') ?? []),
  ]
}
