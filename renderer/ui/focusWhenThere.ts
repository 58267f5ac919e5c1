/** Animation frames that an element is waited for. */
const longestWait = 60

/**
 * Puts the keyboard into what a selector finds, as soon as it is in the page, with its text selected. What is typed meanwhile was meant
 * for it: letters wait and are put in; another key before them gives the waiting up.
 */
export function focusWhenThere(selector: string): void {
  let left = longestWait
  let typed = ''
  const end = () => {
    left = 0
    window.removeEventListener('keydown', pressed, true)
  }
  const pressed = (event: KeyboardEvent) => {
    if (!isLetter(event)) {
      if (typed === '') end()
      return
    }
    typed += event.key
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const look = () => {
    if (left === 0) return
    const found = document.querySelector<HTMLElement>(selector)
    left -= 1
    if (!found && left > 0) {
      requestAnimationFrame(look)
      return
    }
    end()
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
