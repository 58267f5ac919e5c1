/** Animation frames that an element is waited for. */
const longestWait = 60

/**
 * Puts the keyboard into what a selector finds, as soon as it is in the page, with its text selected. What is typed meanwhile was meant
 * for it: letters wait and are put in; another key before them gives the waiting up.
 */
export function focusWhenThere(selector: string): void {
  let left = longestWait
  let typed = ''
  const pressed = (event: KeyboardEvent) => {
    if (!isLetter(event)) {
      if (typed === '') left = 0
      return
    }
    typed += event.key
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const look = () => {
    const found = left > 0 ? document.querySelector<HTMLElement>(selector) : null
    left -= 1
    if (!found && left > 0) {
      requestAnimationFrame(look)
      return
    }
    window.removeEventListener('keydown', pressed, true)
    found?.focus()
    if (!(found instanceof HTMLInputElement)) return
    found.select()
    if (typed !== '') document.execCommand('insertText', false, typed)
  }
  window.addEventListener('keydown', pressed, true)
  requestAnimationFrame(look)
}

function isLetter({ key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  return [...key].length === 1 && !ctrlKey && !metaKey && !altKey && !isComposing
}
