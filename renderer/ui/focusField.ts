import type { KeyboardEvent } from 'react'

/** Puts the keyboard into a field of a place in the page, with its text selected. */
export function focusField(place: Element | null, name: string): void {
  const input = place?.querySelector<HTMLInputElement>(`[data-field="${name}"] input`)
  input?.focus()
  input?.select()
}

/** Whether a key is the Enter that ends typing into a field. */
export function isEnterIn(event: KeyboardEvent, name: string): boolean {
  const { key, target, nativeEvent } = event
  const isInside = target instanceof Element && target.closest(`[data-field="${name}"]`) !== null
  return key === 'Enter' && isInside && !nativeEvent.isComposing
}
