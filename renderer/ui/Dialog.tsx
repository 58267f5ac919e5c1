import { X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useSession } from '../store/session.ts'
import { Button } from './Button.tsx'
import styles from './Dialog.module.css'

type DialogProps = {
  readonly title: string
  /** Said dim beside the title. */
  readonly subtitle?: ReactNode
  readonly size: 'small' | 'medium' | 'large'
  /** Whether the title is said by a screen reader only, as where a field stands in its place. */
  readonly isTitleHidden?: boolean
  /** Hears every key in the dialog, before the control that has the focus. */
  readonly onKey?: (event: KeyboardEvent) => void
  readonly children: ReactNode
}

/**
 * The frame of the dialog that the moment names: Escape, the cross and a press beside it close it, and the focus goes
 * back to where it was. The Escape that takes back what was typed into a field does not close it.
 */
export function Dialog({ title, subtitle, size, isTitleHidden = false, onKey, children }: DialogProps) {
  const session = useSession()
  const close = () => session.moment.patch({ dialog: 'none' })
  const hasTyped = useRef(false)
  const keyed = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && event.defaultPrevented && hasTyped.current) event.stopPropagation()
  }
  return (
    <ModalOverlay className={styles.overlay ?? ''} isOpen isDismissable onOpenChange={close}>
      <Modal className={`${styles.frame} ${styles[size]}`}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole dialog, on their way to and from its controls */}
        <div
          className={styles.keys}
          onKeyDown={keyed}
          onKeyDownCapture={onKey}
          onInputCapture={() => {
            hasTyped.current = true
          }}
          onFocusCapture={() => {
            hasTyped.current = false
          }}
        >
          <AriaDialog className={styles.dialog ?? ''}>
            <header className={isTitleHidden ? 'visuallyHidden' : styles.head}>
              <Heading slot="title" className={styles.title ?? ''}>
                {title}
              </Heading>
              {subtitle ? <span className={styles.subtitle}>{subtitle}</span> : null}
            </header>
            {children}
            {isTitleHidden ? null : (
              <span className={styles.close}>
                <Button kind="quiet" label="Close" icon={<X size={16} />} keys="Escape" onPress={close} />
              </span>
            )}
          </AriaDialog>
        </div>
      </Modal>
    </ModalOverlay>
  )
}

type DialogBodyProps = {
  /** Names a body without controls, which is then reached by the keyboard to be scrolled. */
  readonly label?: string
  readonly children: ReactNode
}

/** The part of a dialog that scrolls when there is more than fits. */
export function DialogBody({ label, children }: DialogBodyProps) {
  if (label === undefined) return <div className={styles.body}>{children}</div>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <section className={styles.body} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}

/** The foot of a dialog: what there is to know before acting, then the buttons, the main one last. */
export function DialogActions({
  note,
  children,
}: {
  readonly note?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <footer className={styles.actions}>
      <span className={styles.note}>{note}</span>
      {children}
    </footer>
  )
}
