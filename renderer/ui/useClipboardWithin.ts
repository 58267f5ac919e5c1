import { type RefObject, useEffect, useEffectEvent } from 'react'

/**
 * Tells of copying, cutting and pasting while the keyboard is in an element. The whole page is listened to: where no text is selected,
 * these events go to its body and not to what has the keyboard.
 */
export function useClipboardWithin(
  place: RefObject<HTMLElement | null>,
  heard: (event: ClipboardEvent, data: DataTransfer) => void,
): void {
  const hear = useEffectEvent((event: ClipboardEvent) => {
    const { clipboardData } = event
    if (clipboardData && place.current?.contains(document.activeElement)) heard(event, clipboardData)
  })
  useEffect(() => {
    const listener = (event: ClipboardEvent) => hear(event)
    const kinds = ['copy', 'cut', 'paste'] as const
    for (const kind of kinds) document.addEventListener(kind, listener)
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, listener)
    }
  }, [])
}
