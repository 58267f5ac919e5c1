/** A column of the cue table. */
export type Column = {
  readonly id: string
  /** The head, in as few letters as it takes. */
  readonly head: string
  /** The head in full, for tooltips and screen readers. */
  readonly name: string
  /** Width in rem, for one that grows the least it has. */
  readonly least: number
  /** Its part of the room that is left over; none for one that stays as it is. */
  readonly grows?: number
}

/** The columns of the cue table, from left to right. */
export const columns: readonly Column[] = [
  { id: 'number', head: '#', name: 'Number', least: 3.75 },
  { id: 'title', head: 'Title', name: 'Title', least: 8, grows: 6 },
  { id: 'type', head: 'Type', name: 'Type', least: 2.75 },
  { id: 'diegesis', head: 'Dieg.', name: 'Diegesis: do the characters hear it?', least: 3.25 },
  { id: 'use', head: 'Use', name: 'Usage on US and UK sheets', least: 4 },
  { id: 'start', head: 'In', name: 'In: first frame with music', least: 5.75 },
  { id: 'end', head: 'Out', name: 'Out: first frame without music', least: 5.75 },
  { id: 'length', head: 'Length', name: 'Length', least: 5.75 },
  { id: 'music', head: 'Work · artist', name: 'Work and artist', least: 6.5, grows: 5 },
  { id: 'sync', head: 'Sync', name: 'Sync licence: the composition', least: 6.25, grows: 1 },
  { id: 'master', head: 'Master', name: 'Master licence: the recording', least: 6.25, grows: 1 },
  { id: 'findings', head: 'Review', name: 'What the review found', least: 4.25 },
]

/** All columns as a CSS grid template; what a cell holds never widens its own. */
export const columnTracks = columns
  .map(({ least, grows }) => (grows === undefined ? `${least}rem` : `minmax(${least}rem, ${grows}fr)`))
  .join(' ')

/** CSS length below which the columns are scrolled instead of squeezed. */
export const leastWidth = `${columns.reduce((sum, { least }) => sum + least, 0)}rem`
