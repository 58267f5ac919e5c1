import { Store } from '../store/store.ts'

/** What Undo and Redo can do in the text field that has the keyboard; null while none has. */
export type TextUndo = { readonly canUndo: boolean; readonly canRedo: boolean }

/** The typing that Undo takes back before it takes back edits of the document. */
export const textUndo = new Store<TextUndo | null>(null)

/** Takes typing back, or types it again, where the keyboard is in a text field that has any; false where Undo means the document. */
export function undoTyping(kind: 'undo' | 'redo'): boolean {
  const typed = textUndo.value
  if (!(kind === 'undo' ? typed?.canUndo : typed?.canRedo)) return false
  // The page's own undo of text has no other name; it tells the field as a key would.
  document.execCommand(kind)
  return true
}
