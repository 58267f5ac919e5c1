/** Puts text on the clipboard; false where the system refuses. Works only while a key or a press is being answered. */
export function copyText(text: string): boolean {
  const copied = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  window.addEventListener('copy', copied, { capture: true })
  const isDone = document.execCommand('copy')
  window.removeEventListener('copy', copied, { capture: true })
  return isDone
}
