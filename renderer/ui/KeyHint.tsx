import { keyText } from '../commands/keymap.ts'

/** A key or chord as it is printed on this system's keyboard. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return <kbd>{keyText(keys)}</kbd>
}
