/** A column of the cue table. */
export type Column = {
  readonly id: string
  /** The head, in as few letters as it takes. */
  readonly head: string
  /** The head in full, for tooltips and screen readers. */
  readonly name: string
  /** A CSS track of the grid. */
  readonly track: string
}

/** The columns of the cue table, from left to right. */
export const columns: readonly Column[] = [
  { id: 'number', head: '#', name: 'Number', track: '4.25rem' },
  { id: 'title', head: 'Title', name: 'Title', track: 'minmax(9rem, 3fr)' },
  { id: 'type', head: 'Type', name: 'Type', track: '3rem' },
  { id: 'diegesis', head: 'Dieg.', name: 'Diegesis: do the characters hear it?', track: '3.25rem' },
  { id: 'use', head: 'Use', name: 'Usage on US and UK sheets', track: '4.5rem' },
  { id: 'start', head: 'In', name: 'In: first frame with music', track: '6.75rem' },
  { id: 'end', head: 'Out', name: 'Out: first frame without music', track: '6.75rem' },
  { id: 'length', head: 'Length', name: 'Length', track: '6.25rem' },
  { id: 'music', head: 'Work · artist', name: 'Work and artist', track: 'minmax(8rem, 2.5fr)' },
  { id: 'sync', head: 'Sync', name: 'Sync licence: the composition', track: '7.25rem' },
  { id: 'master', head: 'Master', name: 'Master licence: the recording', track: '7.25rem' },
  { id: 'findings', head: 'Review', name: 'What the review found', track: '4.5rem' },
]

/** All tracks, as a CSS grid template. */
export const columnTracks = columns.map(({ track }) => track).join(' ')
