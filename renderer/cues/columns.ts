import type { Settings } from '../../shared/ipc/settingsSchema.ts'

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

/** The columns that show as long as nobody chose others, from left to right. */
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

/** Columns that can be had besides. */
export const moreColumns: readonly Column[] = [
  { id: 'reel', head: 'Reel', name: 'Reel', least: 3.5 },
  { id: 'vocals', head: 'Vocals', name: 'Vocals', least: 6.5 },
  { id: 'sourceVisibility', head: 'Source', name: 'Source seen', least: 7.5 },
  { id: 'origin', head: 'Origin', name: 'Origin', least: 8 },
  { id: 'themeRole', head: 'Role', name: 'Theme role', least: 6.5 },
  { id: 'prominence', head: 'Prom.', name: 'Prominence', least: 6 },
  { id: 'state', head: 'State', name: 'State: in the cut, cut or temp', least: 5 },
  { id: 'work', head: 'Work', name: 'Work', least: 6.5, grows: 4 },
  { id: 'artist', head: 'Artist', name: 'Artist', least: 6.5, grows: 3 },
  { id: 'writers', head: 'Writers', name: 'Writers with roles and shares', least: 8, grows: 4 },
  { id: 'publishers', head: 'Publishers', name: 'Publishers with roles and shares', least: 8, grows: 4 },
  { id: 'label', head: 'Label', name: 'Label', least: 6, grows: 2 },
  { id: 'album', head: 'Album', name: 'Album', least: 6, grows: 2 },
  { id: 'library', head: 'Library', name: 'Library', least: 6, grows: 2 },
  { id: 'catalogueNo', head: 'Cat. no.', name: 'Catalogue no.', least: 5.5 },
  { id: 'trackNo', head: 'Track', name: 'Track no.', least: 3.5 },
  { id: 'isrc', head: 'ISRC', name: 'ISRC', least: 7.5 },
  { id: 'iswc', head: 'ISWC', name: 'ISWC', least: 7.5 },
  { id: 'scene', head: 'Scene', name: 'Scene', least: 5, grows: 2 },
  { id: 'description', head: 'Description', name: 'Description', least: 7, grows: 4 },
  { id: 'notes', head: 'Notes', name: 'Notes', least: 7, grows: 4 },
]

/** Every column that there is. */
export const allColumns: readonly Column[] = [...columns, ...moreColumns]

/** A column that shows, as wide as the user made it. */
export type ShownColumn = Column & { readonly width: number | null }

/** The columns that show, by the user's choice; the usual ones where it names none that there is. */
export function shownColumns(chosen: Settings['cueTable']['columns']): readonly ShownColumn[] {
  const shown = (chosen ?? []).flatMap(({ id, width }) => {
    const column = allColumns.find((candidate) => candidate.id === id)
    return column ? [{ ...column, width }] : []
  })
  return shown.length > 0 ? shown : columns.map((column) => ({ ...column, width: null }))
}

/** Columns as a CSS grid template; what a cell holds never widens its own. */
export function tracksOf(shown: readonly (Column & { readonly width?: number | null })[]): string {
  return shown
    .map(({ least, grows, width }) =>
      width ? `${width}rem` : grows === undefined ? `${least}rem` : `minmax(${least}rem, ${grows}fr)`,
    )
    .join(' ')
}

/** CSS length below which columns are scrolled instead of squeezed. */
export function leastWidthOf(shown: readonly (Column & { readonly width?: number | null })[]): string {
  return `${shown.reduce((sum, { least, width }) => sum + (width ?? least), 0)}rem`
}
