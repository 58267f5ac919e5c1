import { Check, Info, TriangleAlert, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { isTyping } from '../commands/keymap.ts'
import { dismiss, type Notice } from '../store/moment.ts'
import { type Session, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from './Button.tsx'
import styles from './Notices.module.css'
import { ProblemDetails } from './ProblemDetails.tsx'

/** What just happened, in a corner above everything; and what a screen reader is to say, unseen. */
export function Notices() {
  const session = useSession()
  const notices = useStore(session.moment, (moment) => moment.notices)
  const announcement = useStore(session.moment, (moment) => moment.announcement)
  useEscape(session)
  const isSaidAlready = notices.some(({ text }) => text === announcement)
  return (
    <div className={styles.place} data-react-aria-top-layer="true">
      <p className="visuallyHidden" aria-live="polite">
        {isSaidAlready ? '' : announcement}
      </p>
      <ul className={styles.notices} aria-label="Notices">
        {notices.map((notice) => (
          <li key={notice.key} className={styles.notice} data-tone={notice.tone}>
            <NoticeText notice={notice} onClose={() => dismiss(session.moment, notice.key)} />
          </li>
        ))}
      </ul>
    </div>
  )
}

type NoticeTextProps = { readonly notice: Notice; readonly onClose: () => void }

function NoticeText({ notice: { tone, text, problem }, onClose }: NoticeTextProps) {
  if (tone !== 'problem') {
    return (
      <div className={styles.line} role="status">
        {tone === 'done' ? <Check size={15} aria-hidden /> : <Info size={15} aria-hidden />}
        {text}
      </div>
    )
  }
  return (
    <div className={styles.problem} role="alert">
      <TriangleAlert className={styles.sign ?? ''} size={16} aria-hidden />
      <div className={styles.details}>{problem ? <ProblemDetails problem={problem} /> : text}</div>
      <Button kind="quiet" label="Close this notice" icon={<X size={15} />} keys="Escape" onPress={onClose} />
    </div>
  )
}

/** Escape closes the newest Problem, unless it belongs to a field or list, or a dialog was opened after it. */
function useEscape(session: Session): void {
  const newestBeforeDialog = useRef(0)
  const dialog = useStore(session.moment, (moment) => moment.dialog)
  useEffect(() => {
    newestBeforeDialog.current = dialog === 'none' ? 0 : (session.moment.value.notices.at(-1)?.key ?? 0)
  }, [dialog, session])
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || isTyping(event.target) || isInList(event.target)) return
      const problem = session.moment.value.notices.findLast(({ tone }) => tone === 'problem')
      if (!problem || problem.key <= newestBeforeDialog.current) return
      event.preventDefault()
      event.stopPropagation()
      dismiss(session.moment, problem.key)
    }
    window.addEventListener('keydown', pressed, { capture: true })
    return () => window.removeEventListener('keydown', pressed, { capture: true })
  }, [session])
}

function isInList(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('[role="listbox"], [role="menu"], [aria-expanded="true"]') !== null
  )
}
