import { apply } from '../../shared/edits/change.ts'
import {
  type History,
  movedTo,
  nextRedo,
  nextUndo,
  type Travelled,
  withoutMisfit,
} from '../../shared/edits/history.ts'
import type { JournalEntry } from '../../shared/files/journal.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'

/** The document, as confirmed and as a running gesture shows it, and its history. */
export type DocumentState = {
  /** What has been confirmed and journalled. */
  readonly document: ProductionDocument
  /** The same, with the preview of a running gesture. */
  readonly preview: ProductionDocument
  readonly history: History
}

/** One confirmed change, on its way to the journal. */
export type ConfirmedChange = Omit<JournalEntry, 'sequence'>

/** What becomes of the document when a walk along its history has ended. */
export type Arrival = {
  readonly state: DocumentState
  /** What the journal is told; null where nothing moved. */
  readonly confirmed: ConfirmedChange | null
  /** Name of the state that was reached. */
  readonly result: Result<string>
}

/** Brings a document to the position of its history that a walk led to. */
export function arrivalOf(state: DocumentState, travelled: Travelled, position: number): Arrival {
  const { document, history } = state
  if ('misfit' in travelled) {
    const label = history.steps.at(travelled.misfit)?.label ?? ''
    const left = { ...state, history: withoutMisfit(history, travelled.misfit) }
    return { state: left, confirmed: null, result: refuse(misfit(label)) }
  }
  const name = stateName(history, position)
  const steps = position - history.position
  if (steps === 0) return { state, confirmed: null, result: ok(name) }
  const next = apply(document, travelled.change)
  const single = steps < 0 ? nextUndo(history) : nextRedo(history)
  const label = Math.abs(steps) === 1 && single ? single.label : `Go to “${name}”`
  return {
    state: { document: next, preview: next, history: movedTo(history, position) },
    confirmed: {
      kind: steps < 0 ? 'undo' : 'redo',
      label: label.slice(0, 500),
      change: travelled.change,
      made: Date.now(),
      ...(Math.abs(steps) > 1 && { steps: Math.abs(steps) }),
    },
    result: ok(name),
  }
}

/** The step that undo or redo takes, and the position that it leads to; null where there is none. */
export function nextStep(
  history: History,
  kind: 'undo' | 'redo',
): { readonly label: string; readonly position: number } | null {
  const entry = kind === 'undo' ? nextUndo(history) : nextRedo(history)
  return entry && { label: entry.label, position: history.position + (kind === 'undo' ? -1 : 1) }
}

/** A state is called by the step that made it. */
export function stateName({ steps }: History, position: number): string {
  return position === 0 ? 'The beginning' : (steps.at(position - 1)?.label ?? '')
}

/** The Problem of a walk during which the document was changed. */
export const overtaken: Problem = {
  message: 'That state was not restored, because the production was changed meanwhile.',
  expected: 'no other change while the way to it is worked out',
  found: 'another change',
  remedy: 'Choose the state again.',
}

/** The Problem of a step that does not fit the document: it, and what lies beyond it, cannot be reached. */
export function misfit(label: string): Problem {
  return {
    message: `The history does not go beyond “${label}”.`,
    expected: 'records as that step left them',
    found: 'other records, as after a change outside Needledrop',
    remedy: 'Nothing was changed. The steps that do not fit were taken out of the history.',
  }
}
