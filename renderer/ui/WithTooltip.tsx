import { type ReactNode, useEffect, useState } from 'react'
import { TooltipTrigger } from 'react-aria-components'
import { flushSync } from 'react-dom'

/** Milliseconds that the pointer rests before the tooltip comes. */
const delay = 500

/** A control and its tooltip, which goes with the next key; an Escape is heard by what it is meant for all the same. */
export function WithTooltip({ children }: { readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    if (!isOpen) return
    // At once, before the tooltip itself takes the Escape for its own.
    const close = () => flushSync(() => setOpen(false))
    window.addEventListener('keydown', close, true)
    return () => window.removeEventListener('keydown', close, true)
  }, [isOpen])
  return (
    <TooltipTrigger delay={delay} isOpen={isOpen} onOpenChange={setOpen}>
      {children}
    </TooltipTrigger>
  )
}
