import { type GuardState, isOnlyLookedAt } from '../../shared/ipc/guardState.ts'
import type { Problem } from '../../shared/result.ts'
import { holderTimes, holderWords, placeWords } from './guardWords.ts'

/** What a button of a note does. */
export type NoteAction =
  | 'retry'
  | 'save'
  | 'saveAs'
  | 'compare'
  | 'compareCopy'
  | 'leaveCopy'
  | 'goOnThere'
  | 'edit'
  | 'editAnyway'
  | 'latest'

/** A state that lasts, in words that stay in the window as long as it does. */
export type GuardNote = {
  readonly key: string
  readonly tone: 'error' | 'warning' | 'info'
  readonly text: string
  readonly detail: string
  readonly actions: readonly NoteAction[]
  /** The file that the actions are about, where it is not the production's. */
  readonly file?: string
}

/** What the notes are made from. */
export type GuardFacts = {
  readonly name: string
  readonly guard: GuardState
  readonly journal: { readonly made: number; readonly safe: number; readonly problem: Problem | null }
  readonly pending: Problem | null
  /** Whether the file holds everything. */
  readonly isSaved: boolean
  readonly leftCopies: ReadonlySet<string>
  readonly now: Date
}

/** What has to be said, the gravest first. */
export function guardNotes(facts: GuardFacts): readonly GuardNote[] {
  const { guard, leftCopies } = facts
  const copies = guard.copies.filter(({ name }) => !leftCopies.has(name))
  return [
    ...journalNote(facts),
    ...pendingNote(facts),
    ...fileNote(facts),
    ...holdNote(facts),
    ...copies.map(copyNote),
  ]
}

function journalNote({ journal, isSaved }: GuardFacts): readonly GuardNote[] {
  const { made, safe, problem } = journal
  if (!problem) return []
  if (isSaved) {
    const text = `Changes cannot be kept safe as you make them: ${problem.found}.`
    const detail = 'What you see is saved. Save often until the journal can be written again.'
    return [{ key: 'journal', tone: 'warning', text, detail, actions: ['retry'] }]
  }
  const count = made - safe
  return [
    {
      key: 'journal',
      tone: 'error',
      text: `${count === 1 ? 'The last change is' : `The last ${count} changes are`} in memory only, not on the disk: ${problem.found}.`,
      detail:
        'Go on working, but do not quit. They are kept in order and written by themselves as soon as the disk takes them.',
      actions: ['retry', 'saveAs'],
    },
  ]
}

function pendingNote({ name, journal, pending }: GuardFacts): readonly GuardNote[] {
  if (!pending) return []
  const isSafe = journal.problem === null && journal.made === journal.safe
  return [
    {
      key: 'pending',
      tone: 'error',
      text: `${name} cannot be saved: ${pending.found}.`,
      detail: `${isSafe ? 'Your work is safe in the journal. ' : ''}Saving is tried again by itself. ${pending.remedy}`,
      actions: ['retry', 'saveAs'],
    },
  ]
}

function fileNote(facts: GuardFacts): readonly GuardNote[] {
  const { name, guard, pending, journal } = facts
  const { file, isReadOnly } = guard
  const key = 'file'
  const kept = journal.problem === null ? 'Your work is safe in the journal.' : ''
  if (file.kind === 'changed') {
    return [
      isOnlyLookedAt(guard)
        ? {
            key,
            tone: 'info',
            text: `${name} has been saved anew.`,
            detail: 'What you see is the version before.',
            actions: ['latest'],
          }
        : {
            key,
            tone: 'warning',
            text: `${name} was changed by another program.`,
            detail: 'Nothing is overwritten: see what differs and choose.',
            actions: ['compare'],
          },
    ]
  }
  if (file.kind === 'gone') {
    return [
      file.movedTo === null
        ? {
            key,
            tone: 'warning',
            text: `${name} was removed or moved away.`,
            detail: kept,
            actions: ['save', 'saveAs'],
          }
        : {
            key,
            tone: 'warning',
            text: `${name} was renamed to ${file.movedTo}.`,
            detail: kept,
            actions: ['goOnThere', 'save'],
            file: file.movedTo,
          },
    ]
  }
  if (file.kind === 'unreachable' && !pending) {
    const text = `The folder of ${name} is out of reach: ${placeWords(file.found)}.`
    return [
      {
        key,
        tone: 'warning',
        text,
        detail: `${kept} It goes on by itself when the folder is back.`,
        actions: ['saveAs'],
      },
    ]
  }
  if (isReadOnly && !pending && !isOnlyLookedAt(guard)) {
    const text = `${name} stands where this user may only read.`
    return [
      {
        key,
        tone: 'info',
        text,
        detail: 'Changes are kept in the journal. To save them, choose another folder.',
        actions: ['saveAs'],
      },
    ]
  }
  return []
}

function holdNote({ guard: { hold }, now }: GuardFacts): readonly GuardNote[] {
  const key = 'hold'
  if (hold.kind === 'theirs') {
    const text = `Read-only: ${holderWords(hold.holder)} has this open ${holderTimes(hold.holder, now)}.`
    return [
      {
        key,
        tone: 'info',
        text,
        detail: 'Everything can be looked at and exported.',
        actions: ['editAnyway', 'saveAs'],
      },
    ]
  }
  if (hold.kind === 'free') {
    const text = 'Read-only: nobody else has this open any more.'
    return [{ key, tone: 'info', text, detail: '', actions: ['edit', 'saveAs'] }]
  }
  if (hold.kind === 'lost') {
    const text = `${holderWords(hold.holder)} has opened this for editing too.`
    const detail = 'Speak to each other. Whoever saves second is shown what differs; both versions are kept.'
    return [{ key, tone: 'warning', text, detail, actions: ['saveAs'] }]
  }
  return []
}

function copyNote({ name }: { readonly name: string }): GuardNote {
  return {
    key: `copy ${name}`,
    tone: 'warning',
    text: `A sync client put another version beside this one: ${name}.`,
    detail: '',
    actions: ['compareCopy', 'leaveCopy'],
    file: name,
  }
}
