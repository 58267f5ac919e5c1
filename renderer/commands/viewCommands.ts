import { keepSettings } from '../settings/keepSettings.ts'
import type { Session } from '../store/session.ts'
import { readStems } from '../timeline/soundLanes/lanesHere.ts'
import { focusWhenThere } from '../ui/focusWhenThere.ts'
import type { Command } from './command.ts'
import { cueExtent } from './cuePlaces.ts'
import { goToFinding, nextFinding } from './findingHops.ts'

function hasWork({ work }: Session): boolean {
  return work.value !== null
}

function fitSelection(session: Session): void {
  const work = session.work.value
  if (!work) return
  const extents = session.moment.value.selection.flatMap((id) => {
    const cue = work.documents.document.cues[id]
    return cue ? [cueExtent(session.timeline.axis.value, cue)] : []
  })
  const starts = extents.flatMap(({ start }) => start ?? [])
  const ends = extents.flatMap(({ end }) => end ?? [])
  const start = starts.toSorted((a, b) => a - b)[0]
  const end = ends.toSorted((a, b) => b - a)[0]
  if (start !== undefined && end !== undefined) session.timeline.fitTo({ start, end })
}

/** Shows the cue table and puts the keyboard into its filter. */
function findCue({ moment }: Session): void {
  moment.patch({ room: 'spot', panel: 'cues' })
  focusWhenThere('[data-filter="cues"]')
}

const group = 'View'

/** What the window shows. */
export const viewCommands: readonly Command[] = [
  {
    id: 'view.zoomIn',
    label: 'Zoom in',
    group,
    keys: ['Equal', '$mod+Equal'],
    repeats: true,
    when: hasWork,
    run: ({ timeline }) => timeline.zoomBySteps(1),
  },
  {
    id: 'view.zoomOut',
    label: 'Zoom out',
    group,
    keys: ['Minus', '$mod+Minus'],
    repeats: true,
    when: hasWork,
    run: ({ timeline }) => timeline.zoomBySteps(-1),
  },
  {
    id: 'view.fit',
    label: 'Show the whole programme',
    group,
    keys: ['Shift+KeyZ', 'Backslash'],
    when: hasWork,
    run: ({ timeline }) => timeline.fit(),
  },
  {
    id: 'view.fitSelection',
    label: 'Show the selected cues',
    group,
    keys: ['z'],
    when: hasWork,
    run: fitSelection,
  },
  {
    id: 'view.cues',
    label: 'Show the cue table',
    group,
    keys: ['Alt+KeyC'],
    when: hasWork,
    run: ({ moment }) => moment.patch({ room: 'spot', panel: 'cues' }),
  },
  {
    id: 'view.nextProblem',
    label: 'Go to the next problem',
    group,
    keys: ['n'],
    when: hasWork,
    run: (session) => goToFinding(session, nextFinding(session, 1)),
  },
  {
    id: 'view.previousProblem',
    label: 'Go to the previous problem',
    group,
    keys: ['Shift+KeyN'],
    when: hasWork,
    run: (session) => goToFinding(session, nextFinding(session, -1)),
  },
  {
    id: 'view.find',
    label: 'Filter the cue table',
    group,
    keys: ['$mod+f'],
    when: hasWork,
    run: findCue,
  },
  {
    id: 'view.readSound',
    label: 'Read the sound of this film to its end',
    group,
    keys: [],
    when: hasWork,
    run: (session) => {
      session.readSound()
      readStems(session)
    },
  },
  {
    id: 'view.picture',
    label: 'Picture in a window of its own',
    group,
    keys: ['$mod+Shift+KeyF', 'Control+Backquote'],
    run: ({ picture }) => picture.toggle(),
  },
  {
    id: 'view.pictureOverlay',
    label: 'Timecode and cue over the picture’s own window',
    group,
    keys: [],
    run: (session) => void keepSettings(session, { pictureOverlay: !session.settings.value.pictureOverlay }),
  },
  {
    id: 'view.timing',
    label: 'Show or hide the picture timing',
    group,
    keys: [],
    when: hasWork,
    run: ({ moment }) => moment.patch({ showsTiming: !moment.value.showsTiming }),
  },
  {
    id: 'view.palette',
    label: 'Find a command…',
    group,
    keys: ['$mod+k'],
    run: ({ moment }) => moment.patch({ dialog: 'palette' }),
  },
  {
    id: 'help.keys',
    label: 'Keys',
    group: 'Help',
    keys: ['Shift+?', '$mod+Slash'],
    run: ({ moment }) => moment.patch({ dialog: 'shortcuts' }),
  },
]
