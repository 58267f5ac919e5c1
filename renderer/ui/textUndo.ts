import { Store } from '../store/store.ts'

/** What Undo and Redo can do in the text field that has the keyboard; null while none has. */
export type TextUndo = { readonly canUndo: boolean; readonly canRedo: boolean }

/** The typing that Undo takes back before it takes back edits of the document. */
export const textUndo = new Store<TextUndo | null>(null)

/** Follows what is typed into text fields, until the returned function is called. */
export function followTyping(target: Document): () => void {
  let entered = ''
  const end = new AbortController()
  const listen = (name: 'focusin' | 'input' | 'focusout', heard: (field: TextControl) => void) =>
    target.addEventListener(name, (event) => isTextControl(event.target) && heard(event.target), {
      signal: end.signal,
    })
  listen('focusin', (field) => {
    entered = field.value
    textUndo.set({ canUndo: false, canRedo: false })
  })
  listen('input', (field) => textUndo.set({ canUndo: field.value !== entered, canRedo: true }))
  listen('focusout', () => textUndo.set(null))
  return () => end.abort()
}

/** What was typed in the field that has the keyboard; a field that was taken out of the page has it no more. */
export function typingNow(): TextUndo | null {
  return isTextControl(document.activeElement) ? textUndo.value : null
}

/** Takes typing back, or types it again, where the keyboard is in a text field that has any; false where Undo means the document. */
export function undoTyping(kind: 'undo' | 'redo'): boolean {
  const typed = typingNow()
  if (!(kind === 'undo' ? typed?.canUndo : typed?.canRedo)) return false
  // The page's own undo of text has no other name; it tells the field as a key would.
  document.execCommand(kind)
  return true
}

type TextControl = HTMLInputElement | HTMLTextAreaElement

function isTextControl(target: EventTarget | null): target is TextControl {
  if (target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)
}
