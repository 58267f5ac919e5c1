import {
  attachFilm,
  chooseAndOpen,
  closeProduction,
  importExchange,
  openDemo,
  saveProduction,
} from '../store/openings.ts'
import type { Session } from '../store/session.ts'
import type { Command } from './command.ts'
import { roomCommands } from './roomCommands.ts'

function hasWork({ work }: Session): boolean {
  return work.value !== null
}

const group = 'Production'

/** Opening, saving and delivering. */
export const productionCommands: readonly Command[] = [
  {
    id: 'production.open',
    label: 'Open a film or production…',
    group,
    keys: ['$mod+o'],
    run: (session) => void chooseAndOpen(session),
  },
  {
    id: 'production.import',
    label: 'Import an exchange file…',
    group,
    keys: ['$mod+Shift+i'],
    run: (session) => void importExchange(session),
  },
  {
    id: 'production.demo',
    label: 'Open the demo',
    group,
    keys: [],
    run: (session) => void openDemo(session),
  },
  {
    id: 'production.save',
    label: 'Save',
    group,
    keys: ['$mod+s'],
    when: hasWork,
    run: (session) => void saveProduction(session, false),
  },
  {
    id: 'production.saveAs',
    label: 'Save as…',
    group,
    keys: ['$mod+Shift+s'],
    when: hasWork,
    run: (session) => void saveProduction(session, true),
  },
  {
    id: 'production.versions',
    label: 'Versions…',
    group,
    keys: ['Alt+KeyV'],
    when: hasWork,
    run: ({ moment }) => moment.patch({ dialog: 'versions', versionsOf: null }),
  },
  {
    id: 'production.attachFilm',
    label: 'Attach the film of this reel…',
    group,
    keys: ['$mod+Shift+o'],
    when: hasWork,
    run: (session) => void attachFilm(session),
  },
  {
    id: 'production.details',
    label: 'Production details…',
    group,
    keys: ['$mod+i'],
    when: hasWork,
    run: ({ moment }) => moment.patch({ dialog: 'production' }),
  },
  {
    id: 'production.export',
    label: 'Deliver: cue sheets, clearance, markers…',
    group,
    keys: ['$mod+e'],
    when: hasWork,
    run: (session) => roomCommands.find(({ id }) => id === 'room.deliver')?.run(session),
  },
  {
    id: 'production.close',
    label: 'Close the production',
    group,
    keys: ['$mod+Shift+w'],
    when: hasWork,
    run: (session) => void closeProduction(session),
  },
  {
    id: 'production.settings',
    label: 'Settings…',
    group,
    keys: ['$mod+Comma'],
    run: ({ moment }) => moment.patch({ dialog: 'settings' }),
  },
]
