import { type KeyboardEvent, type MouseEvent, type ReactNode, useId } from 'react'
import { flushSync } from 'react-dom'
import type { Result } from '../../shared/result.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import type { Frames } from '../../shared/time/frames.ts'
import { formatSignedTimecode, formatTimecode, parseTimecode } from '../../shared/time/timecode.ts'
import { parseTypedTimecode } from '../../shared/time/typedTimecode.ts'
import styles from './Field.module.css'
import { FieldFrame } from './FieldFrame.tsx'
import { FieldProblem } from './FieldProblem.tsx'
import { useFieldDraft } from './useFieldDraft.ts'

type TimecodeFieldProps = {
  readonly name: string
  readonly label: string
  readonly rate: FrameRate
  /** The frame shown; text where there is none that can be read; null where there is none yet. */
  readonly value: Frames | { readonly unreadable: string } | null
  readonly isLength?: boolean
  /** The frame that typed pairs are completed from, and that a leading sign moves from, while none is shown. */
  readonly base: Frames
  /** Shown while there is no frame. */
  readonly placeholder?: string
  /** Stores a frame, or says why not. */
  readonly commit: (frame: Frames) => Result<unknown>
  /** Moves by frames; by ten with Shift. */
  readonly nudge: (by: number) => void
  readonly isDisabled?: boolean
  /** Stands beside the label. */
  readonly note?: ReactNode
  /** Stands at the end of the field. */
  readonly children?: ReactNode
}

/** A time that can be typed into, by the rules of `parseTypedTimecode`; the up and down keys move it by a frame. */
export function TimecodeField(props: TimecodeFieldProps) {
  const { name, label, rate, value, base, placeholder, commit, nudge, isDisabled, note, children } = props
  const id = useId()
  const frame = typeof value === 'number' ? value : null
  const shown = props.isLength ? formatSignedTimecode : formatTimecode
  const { draft, problem, isTyping, control } = useFieldDraft({
    value: textOf(value, (known) => shown(known, rate)),
    commit: (text) => {
      const typed = parseTypedTimecode(text, rate, frame ?? base)
      return typed.ok ? commit(typed.value) : typed
    },
    storesOnPause: false,
  })
  const fault = problem ?? (isTyping ? null : faultOf(value, rate))
  const keyed = (event: KeyboardEvent<HTMLInputElement>) => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (direction === 0 || event.ctrlKey || event.metaKey || event.altKey) {
      control.onKeyDown(event)
      return
    }
    event.preventDefault()
    if (!draft.flush()) return
    flushSync(() => nudge(direction * (event.shiftKey ? 10 : 1)))
    event.currentTarget.select()
  }
  return (
    <FieldFrame name={name} label={label} note={note} labelId={`${id}-label`} controlId={id} layout="above">
      <div className={styles.timecode} data-faulty={fault !== null}>
        <input
          {...control}
          id={id}
          className={styles.input}
          data-look="timecode"
          type="text"
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          disabled={isDisabled}
          aria-invalid={fault !== null}
          aria-describedby={fault ? `${id}-problem` : undefined}
          onKeyDown={keyed}
          onMouseDown={selectWhole}
        />
        {children}
      </div>
      {fault ? (
        <FieldProblem
          problem={fault}
          id={`${id}-problem`}
          onSuggestion={(text) => {
            draft.change(text)
            draft.flush()
          }}
        />
      ) : null}
    </FieldFrame>
  )
}

function textOf(value: TimecodeFieldProps['value'], show: (frame: Frames) => string): string {
  if (value === null) return ''
  return typeof value === 'number' ? show(value) : value.unreadable
}

/** What is wrong with stored text that names no frame. */
function faultOf(value: TimecodeFieldProps['value'], rate: FrameRate) {
  if (value === null || typeof value === 'number') return null
  const read = parseTimecode(value.unreadable, rate)
  return read.ok ? null : read.problem
}

/** The first click takes the whole text, so that typing replaces it; the next one puts the caret. */
function selectWhole(event: MouseEvent<HTMLInputElement>): void {
  const input = event.currentTarget
  if (document.activeElement === input) return
  event.preventDefault()
  input.focus()
  input.select()
}
