import { keepSettings } from '../settings/keepSettings.ts'
import { openCueMenu } from '../timeline/openCueMenu.ts'
import type { Command } from './command.ts'

/** What the hands need on the timeline: the menu of a cue, and whether edges catch. */
export const handCommands: readonly Command[] = [
  {
    id: 'cue.menu',
    label: 'Open the menu of the selected cues',
    group: 'Cue',
    keys: ['Shift+F10', 'ContextMenu'],
    when: ({ moment }) => moment.value.selection.length > 0,
    run: openCueMenu,
  },
  {
    id: 'view.snapping',
    label: 'Let dragged edges catch, or not',
    group: 'View',
    keys: ['s'],
    when: ({ work }) => work.value !== null,
    run: (session) => {
      const snapping = !session.settings.value.snapping
      void keepSettings(session, { snapping })
      session.say(snapping ? 'Dragged edges catch.' : 'Dragged edges do not catch.')
    },
  },
]
