import type { Scope } from '../ui/scope.ts'

/** Lets Escape take back what the pointer is doing, ahead of everything else that Escape means, until the scope ends. */
export function cancelOnEscape(scope: Scope, cancel: () => void): void {
  scope.listen(
    window,
    'keydown',
    (key) => {
      if (key.key !== 'Escape') return
      key.preventDefault()
      key.stopPropagation()
      cancel()
    },
    { capture: true },
  )
}
