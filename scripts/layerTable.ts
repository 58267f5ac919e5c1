/** What a folder may import: other folders of ours, and packages. */
export type Layer = {
  /** Path of the folder from the project's root; the longest match decides. */
  readonly folder: string
  readonly mayImport: readonly string[]
  readonly packages: readonly string[]
}

const node = 'node:'
const kits = ['react-aria-components', 'lucide-react']
const sharedFolders = [
  'time',
  'model',
  'edits',
  'sheet',
  'entry',
  'filter',
  'review',
  'fixes',
  'formats',
  'files',
  'catalogue',
  'licensing',
  'delivery',
  'peaks',
  'media',
  'ipc',
].map((name) => `shared/${name}`)

const shared = (name: string, mayImport: readonly string[], packages: readonly string[] = []): Layer => ({
  folder: `shared/${name}`,
  mayImport: mayImport.map((other) => `shared/${other}`),
  packages,
})

/** The layers of the house. `shared/result.ts` is open to all; every folder may import itself. */
export const layers: readonly Layer[] = [
  shared('time', []),
  shared('model', ['time'], ['zod']),
  shared('edits', ['model', 'time']),
  shared('sheet', ['model', 'time']),
  shared('entry', ['edits', 'sheet', 'model', 'time']),
  shared('filter', ['entry', 'edits', 'sheet', 'model', 'time']),
  shared('review', ['sheet', 'model', 'time']),
  // A fix answers what a rule found with an edit, so it has to see both; neither of the two may see it.
  shared('fixes', ['review', 'edits', 'sheet', 'model', 'time']),
  shared('formats', ['licensing', 'sheet', 'model', 'time'], ['zod', 'd3-dsv', 'saxes', 'hucre']),
  shared('files', ['edits', 'model', 'time'], ['zod']),
  shared('catalogue', ['files', 'edits', 'model', 'time'], ['zod']),
  shared('licensing', ['catalogue', 'edits', 'sheet', 'model', 'time']),
  shared('delivery', ['formats', 'review', 'sheet', 'model', 'time'], ['zod']),
  shared('peaks', ['time']),
  shared('media', ['time']),
  shared(
    'ipc',
    [
      'time',
      'model',
      'edits',
      'sheet',
      'review',
      'fixes',
      'formats',
      'files',
      'catalogue',
      'licensing',
      'delivery',
      'peaks',
      'media',
    ],
    ['zod'],
  ),
  {
    folder: 'electron',
    mayImport: sharedFolders,
    packages: [node, 'electron', 'electron-store', 'mediainfo.js', 'mediabunny'],
  },
  {
    folder: 'renderer',
    mayImport: sharedFolders,
    packages: [
      'react',
      'react-dom',
      'react-dom/client',
      'wavesurfer.js',
      'mediabunny',
      '@mediabunny/ac3',
      '@mediabunny/prores',
      'tinykeys',
      '@tanstack/react-virtual',
      '@fontsource-variable/inter',
      '@fontsource/jetbrains-mono',
      ...kits,
    ],
  },
  {
    folder: 'cli',
    mayImport: [...sharedFolders, 'electron/production', 'electron/media'],
    packages: [node, 'commander', 'tsx/esm/api'],
  },
  {
    folder: 'e2e',
    mayImport: ['scripts/demo'],
    packages: [node, '@playwright/test', '@axe-core/playwright'],
  },
]

/** Packages that any file of a layer that may use them can import; every other one has a single door. */
export const manyDoors: readonly string[] = [
  node,
  'react',
  'react-dom',
  'react-dom/client',
  'zod',
  'electron',
  '@playwright/test',
  ...kits,
]

/** Packages whose door is a folder in each process instead of one file: what takes films apart and puts them together. */
export const folderDoors: Readonly<Record<string, readonly string[]>> = {
  mediabunny: ['renderer/media', 'electron/media'],
}

/** Lines beyond which a file of the app is refused. */
export const mostLines = 400

/** Lines beyond which the two files that tend to grow are refused. */
export const shortFiles: Readonly<Record<string, number>> = {
  'renderer/app/App.tsx': 150,
  'renderer/store/documentStore.ts': 150,
}
