import type { Session } from '../store/session.ts'
import { undoTyping } from '../ui/textUndo.ts'
import type { Command } from './command.ts'

function hasWork({ work }: Session): boolean {
  return work.value !== null
}

function travel(kind: 'undo' | 'redo'): Command['run'] {
  return (session) => {
    if (undoTyping(kind)) return
    const label = session.work.value?.documents[kind]()
    if (label) session.say(`${kind === 'undo' ? 'Undone' : 'Redone'}: ${label}`)
  }
}

/** Shows a list of what has been and puts the keyboard into it. */
function show(panel: 'history' | 'bin'): Command['run'] {
  return ({ moment }) => {
    moment.patch({ panel })
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>(`[data-list="${panel}"] [tabindex="0"]`)?.focus(),
      ),
    )
  }
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
