import { type RefObject, useEffect } from 'react'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'

/** Animation frames for which a list that is still being filled is brought back to where it was scrolled to. */
const mostTries = 90
const hands = ['wheel', 'pointerdown', 'keydown'] as const

/** Brings a list back to where it was scrolled to, and notes where it is scrolled to from then on. */
export function useKeptScroll(scroller: RefObject<HTMLElement | null>, list: 'cues' | 'review'): void {
  const session = useSession()
  const work = useStore(session.work)
  useEffect(() => {
    const element = scroller.current
    if (!element || !work) return
    const wanted = session.scrolls.value[list]
    let isBack = false
    let tries = 0
    const isThere = () => Math.abs(element.scrollTop - wanted) < 1
    const comeBack = () => {
      if (isBack) return
      tries += 1
      if (!isThere()) element.scrollTop = wanted
      isBack = tries >= mostTries || (tries > 1 && isThere())
      next = requestAnimationFrame(comeBack)
    }
    const scrolled = () => {
      if (isBack) session.scrolls.patch({ [list]: element.scrollTop })
    }
    const takenHoldOf = () => {
      isBack = true
    }
    let next = requestAnimationFrame(comeBack)
    element.addEventListener('scroll', scrolled, { passive: true })
    for (const hand of hands) element.addEventListener(hand, takenHoldOf, { passive: true })
    return () => {
      cancelAnimationFrame(next)
      element.removeEventListener('scroll', scrolled)
      for (const hand of hands) element.removeEventListener(hand, takenHoldOf)
    }
  }, [session, scroller, list, work])
}
