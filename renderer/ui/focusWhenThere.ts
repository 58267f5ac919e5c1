/** Animation frames that an element is waited for. */
const longestWait = 60

/** Puts the keyboard into what a selector finds, as soon as it is in the page, with its text selected; the next key gives that up. */
export function focusWhenThere(selector: string): void {
  let left = longestWait
  const giveUp = () => {
    left = 0
  }
  const look = () => {
    const found = document.querySelector<HTMLElement>(selector)
    found?.focus()
    if (found instanceof HTMLInputElement) found.select()
    left -= 1
    if (!found && left > 0) requestAnimationFrame(look)
    else window.removeEventListener('keydown', giveUp, true)
  }
  requestAnimationFrame(() => {
    window.addEventListener('keydown', giveUp, true)
    look()
  })
}
