import { keepSettings } from '../settings/keepSettings.ts'
import { openCueMenu } from '../timeline/openCueMenu.ts'
import type { Command } from './command.ts'
import { rollAtEdge } from './rolling.ts'

const rolls = [
  { label: 'one frame earlier', keys: 'Alt+Comma', by: -1 },
  { label: 'one frame later', keys: 'Alt+Period', by: 1 },
  { label: 'ten frames earlier', keys: 'Alt+Shift+Comma', by: -10 },
  { label: 'ten frames later', keys: 'Alt+Shift+Period', by: 10 },
] as const

/** What the hands do with edges on the timeline. */
export const edgeCommands: readonly Command[] = [
  ...rolls.map(
    ({ label, keys, by }): Command => ({
      id: `cue.roll${by}`,
      label: `Roll the border between two cues ${label}`,
      group: 'Mark',
      keys: [keys],
      repeats: true,
      when: ({ moment }) => moment.value.selection.length > 0,
      run: (session) => rollAtEdge(session, by),
    }),
  ),
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
