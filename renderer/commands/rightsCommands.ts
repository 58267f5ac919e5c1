import { editPicked } from '../rights/editPicked.ts'
import { exportBlockers } from '../rights/exportBlockers.ts'
import { rightsOf } from '../rights/rights.ts'
import type { Moment } from '../store/moment.ts'
import type { Session } from '../store/session.ts'
import { focusWhenThere } from '../ui/focusWhenThere.ts'
import { hasWork } from './chosen.ts'
import type { Command } from './command.ts'

const group = 'Rights'
const views: readonly Moment['rightsView'][] = ['board', 'holder', 'song', 'cue']

/** Opens a dialog of the room; what it is about is the selected use, else the first that blocks delivery. */
function ask(dialog: 'whatIf' | 'letter' | 'budget'): Command['run'] {
  return (session) => {
    const document = session.work.value?.documents.document
    const [selected] = session.moment.value.selection
    const first = document && rightsOf(document).blockers[0]?.cue
    if (dialog === 'whatIf' && !selected && first) session.select([first])
    session.moment.patch({ dialog })
  }
}

function showView(session: Session, rightsView: Moment['rightsView']): void {
  session.moment.patch({ room: 'rights', rightsView })
  focusWhenThere(
    rightsView === 'board'
      ? '[data-room="rights"] [data-card][tabindex="0"]'
      : '[data-room="rights"] [data-line][tabindex="0"]',
  )
}

function nextView(session: Session): void {
  const at = views.indexOf(session.moment.value.rightsView)
  showView(session, views[(at + 1) % views.length] ?? 'board')
}

function showNeeds(session: Session): void {
  session.moment.patch({ room: 'rights', negotiation: null })
  editPicked()
}

function isInRoom({ work, moment }: Session): boolean {
  return work.value !== null && moment.value.room === 'rights'
}

/** What is licensed, from whom, at what price, and what is still missing. */
export const rightsCommands: readonly Command[] = [
  {
    id: 'rights.board',
    label: 'Go to the board of licences',
    group,
    keys: ['Alt+Shift+KeyB'],
    when: hasWork,
    run: (session) => showView(session, 'board'),
  },
  {
    id: 'rights.nextView',
    label: 'Next layout of the licences: board, by holder, by song, by cue',
    group,
    keys: ['Alt+Shift+KeyL'],
    when: hasWork,
    run: nextView,
  },
  {
    id: 'rights.edit',
    label: 'Edit the licence',
    group,
    keys: ['F2'],
    when: isInRoom,
    run: editPicked,
  },
  {
    id: 'rights.needs',
    label: 'Show what the selected use needs',
    group,
    keys: ['Alt+KeyJ'],
    when: hasWork,
    run: showNeeds,
  },
  {
    id: 'rights.letter',
    label: 'Write a licence request…',
    group,
    keys: ['Alt+KeyQ'],
    when: hasWork,
    run: ask('letter'),
  },
  {
    id: 'rights.whatIf',
    label: 'What if other music came in…',
    group,
    keys: ['Alt+Shift+KeyW'],
    when: hasWork,
    run: ask('whatIf'),
  },
  {
    id: 'rights.budget',
    label: 'Budget…',
    group,
    keys: ['Alt+Shift+KeyP'],
    when: hasWork,
    run: ask('budget'),
  },
  {
    id: 'rights.exportBlockers',
    label: 'Export what blocks delivery…',
    group,
    keys: [],
    when: hasWork,
    run: (session) => void exportBlockers(session),
  },
]
