import { type ChangeEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { Problem, Result } from '../../shared/result.ts'
import { commandById, runCommand } from '../commands/commands.ts'
import { type Session, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { FieldDraft } from './FieldDraft.ts'
import { keepingPlace } from './keepingFocus.ts'

type TextControl = HTMLInputElement | HTMLTextAreaElement

/** What a text control is given to be typed in. */
export type DraftControl = {
  readonly value: string
  readonly onChange: (event: ChangeEvent<TextControl>) => void
  readonly onFocus: () => void
  readonly onBlur: () => void
  readonly onKeyDown: (event: KeyboardEvent<TextControl>) => void
}

/** A field's draft with its control. */
export type LiveDraft = {
  readonly draft: FieldDraft
  readonly problem: Problem | null
  readonly isTyping: boolean
  readonly control: DraftControl
}

type DraftOptions = {
  /** The stored text. */
  readonly value: string
  readonly commit: (text: string) => Result<unknown>
  readonly storesOnPause?: boolean
  /** What Enter does when the text is stored: leaves the control, stays for more, or is part of the text. */
  readonly enter?: 'leaves' | 'stays' | 'isText'
}

/**
 * Lets a control be typed in: Enter stores and leaves it, Tab stores before it goes on, Escape puts back what was there
 * on entering and leaves it, and what is typed is never lost when the control goes.
 */
export function useFieldDraft({
  value,
  commit,
  storesOnPause = true,
  enter = 'leaves',
}: DraftOptions): LiveDraft {
  const session = useSession()
  const ends = useRef({ commit, tell: session.tell.bind(session) })
  ends.current = { commit, tell: session.tell.bind(session) }
  const [draft] = useState(() => new FieldDraft(() => ends.current, storesOnPause))
  const { text, problem } = useStore(draft.state)
  const atFocus = useRef<AtFocus>({ text: value, isTouched: false, hasFocus: false })
  useFieldEnd(session, draft, atFocus)
  const shown = text ?? value
  const restore = () => {
    draft.drop()
    if (value !== atFocus.current.text) commit(atFocus.current.text)
  }
  const keyed = (event: KeyboardEvent<TextControl>) => {
    if (event.nativeEvent.isComposing) return
    const { key } = event
    // Shown at once, for the browser looks for the next control in the page as it stands after this.
    if (key === 'Tab') keepingPlace(event.currentTarget, () => void draft.flush())
    if (key === 'Escape') restore()
    if (key === 'Escape' || (key === 'Enter' && enter !== 'isText' && draft.flush())) {
      event.preventDefault()
      if (key === 'Escape' || enter === 'leaves' || shown === '') event.currentTarget.blur()
    } else if (event.ctrlKey || event.metaKey) {
      chorded(session, event, draft, { isAsEntered: shown === atFocus.current.text, ...atFocus.current })
    }
  }
  return {
    draft,
    problem,
    isTyping: text !== null,
    control: {
      value: shown,
      onChange: (event) => {
        atFocus.current.isTouched = true
        draft.change(event.target.value)
      },
      onFocus: () => {
        atFocus.current = { text: value, isTouched: false, hasFocus: true }
        session.work.value?.documents.enterField()
      },
      onBlur: () => {
        if (draft.flush() && text === null && value !== value.trim()) commit(value.trim())
        leave(session, atFocus.current)
      },
      onKeyDown: keyed,
    },
  }
}

type AtFocus = { readonly text: string; isTouched: boolean; hasFocus: boolean }

/** What was typed is stored when the field goes, and the step that it made is closed. */
function useFieldEnd(session: Session, draft: FieldDraft, atFocus: RefObject<AtFocus>): void {
  useEffect(
    () => () => {
      draft.end()
      leave(session, atFocus.current)
    },
    [session, draft, atFocus],
  )
}

/** What was typed from entering the field to leaving it is one step of the history. */
function leave(session: Session, field: AtFocus): void {
  if (!field.hasFocus) return
  field.hasFocus = false
  session.work.value?.documents.leaveField()
}

const textKeys = new Set([
  'a',
  'c',
  'v',
  'x',
  'arrowleft',
  'arrowright',
  'arrowup',
  'arrowdown',
  'backspace',
  'delete',
])

/** Undo belongs to the text until it is as it was on entering, then to the document. Other chords find the text stored. */
function chorded(
  session: Session,
  event: KeyboardEvent<TextControl>,
  draft: FieldDraft,
  typed: { readonly isAsEntered: boolean; readonly isTouched: boolean },
): void {
  const key = event.key.toLowerCase()
  const isUndo = key === 'z' && !event.shiftKey
  const isRedo = key === 'y' || (key === 'z' && event.shiftKey)
  if (isUndo ? typed.isAsEntered : isRedo && !typed.isTouched) {
    event.preventDefault()
    draft.flush()
    runCommand(session, commandById(isUndo ? 'edit.undo' : 'edit.redo'))
  } else if (!isUndo && !isRedo && !textKeys.has(key)) draft.flush()
}
