import { nextRedo, nextUndo } from '../../shared/edits/history.ts'
import { misfit } from '../store/arrival.ts'
import type { Session } from '../store/session.ts'
import { undoTyping } from '../ui/textUndo.ts'
import type { Command } from './command.ts'

function hasWork({ work }: Session): boolean {
  return work.value !== null
}

function travel(kind: 'undo' | 'redo'): Command['run'] {
  return (session) => {
    if (undoTyping(kind)) return
    const documents = session.work.value?.documents
    if (!documents) return
    const { history } = documents.state.value
    const label = documents[kind]()
    const done = `${kind === 'undo' ? 'Undone' : 'Redone'}: ${label}`
    // The open history shows it.
    const { room, panel } = session.moment.value
    if (label && room === 'spot' && panel === 'history') session.moment.patch({ announcement: done })
    else if (label) session.say(done)
    if (label) return
    const next = kind === 'undo' ? nextUndo(history) : nextRedo(history)
    if (documents.state.value.history !== history) session.tell(misfit(next?.label ?? ''))
    else if (!next && !documents.steps.hasKept)
      session.say('The history of earlier sessions is still being read.')
  }
}

/** Shows a list of what has been and puts the keyboard into it. */
function show(panel: 'history' | 'bin'): Command['run'] {
  return ({ moment }) => {
    moment.patch({ room: 'spot', panel })
    focusList(panel, mostFrames)
  }
}

/** Frames within which a list is drawn, also while a production is just being opened. */
const mostFrames = 60

function focusList(panel: 'history' | 'bin', frames: number): void {
  requestAnimationFrame(() => {
    const row = document.querySelector<HTMLElement>(`[data-list="${panel}"] [tabindex="0"]`)
    if (row) row.focus()
    else if (frames > 0) focusList(panel, frames - 1)
  })
}

const group = 'Edit'

/** Taking back, making again, and everything that was. */
export const historyCommands: readonly Command[] = [
  {
    id: 'edit.undo',
    label: 'Undo',
    group,
    keys: ['$mod+z'],
    repeats: true,
    when: hasWork,
    run: travel('undo'),
  },
  {
    id: 'edit.redo',
    label: 'Redo',
    group,
    keys: ['$mod+Shift+z', '$mod+y'],
    repeats: true,
    when: hasWork,
    run: travel('redo'),
  },
  {
    id: 'view.history',
    label: 'Show the history',
    group,
    keys: ['Alt+KeyH'],
    when: hasWork,
    run: show('history'),
  },
  {
    id: 'view.bin',
    label: 'Show the deleted cues',
    group,
    keys: ['Alt+KeyD'],
    when: hasWork,
    run: show('bin'),
  },
]
