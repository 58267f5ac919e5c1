import type { Session } from '../store/session.ts'
import { focusWhenThere } from '../ui/focusWhenThere.ts'
import { hasWork } from './chosen.ts'
import type { Command } from './command.ts'

function showSaved({ moment }: Session): void {
  moment.patch({ room: 'spot', panel: 'cues' })
  focusWhenThere('[data-saved-filters]')
}

/** What is done with many cues in the table at once. */
export const tableCommands: readonly Command[] = [
  {
    id: 'table.bulkEdit',
    label: 'Change cues…',
    group: 'Cue',
    keys: ['$mod+Shift+e'],
    when: hasWork,
    run: ({ moment }) => moment.patch({ dialog: 'bulkEdit' }),
  },
  {
    id: 'table.savedFilters',
    label: 'Saved filters of the cue table',
    group: 'View',
    keys: ['$mod+Alt+f'],
    when: hasWork,
    run: showSaved,
  },
]
