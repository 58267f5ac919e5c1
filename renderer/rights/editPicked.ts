import { focusWhenThere } from '../ui/focusWhenThere.ts'

/** Puts the keyboard into the editor of what is picked. */
export function editPicked(): void {
  focusWhenThere('[data-room="rights"] aside :is(input, textarea, button)')
}
