import type { Edit } from '../../shared/edits/edit.ts'
import type { PublisherEntry, ShareSide, WriterEntry } from '../../shared/edits/shareEdits.ts'
import { setPublishers, setWriters } from '../../shared/edits/shareEdits.ts'
import type { MakeId } from '../../shared/model/ids.ts'
import type { Work } from '../../shared/model/work.ts'

/** A line of either side. */
export type ShareEntry = WriterEntry | PublisherEntry

/** Sets one side of a work. The roles must be those of that side. */
export function setShares(work: Work, side: ShareSide, entries: readonly ShareEntry[], makeId: MakeId): Edit {
  return side === 'writers'
    ? setWriters(work.id, entries as readonly WriterEntry[], makeId)
    : setPublishers(work.id, entries as readonly PublisherEntry[], makeId)
}

/** The line for a new name: it takes what the others have left. */
export function newEntry(side: ShareSide, name: string, entries: readonly ShareEntry[]): ShareEntry {
  const left = Math.max(0, 10_000 - entries.reduce((sum, { share }) => sum + share, 0))
  return side === 'writers'
    ? { party: { name }, role: 'CA', share: left }
    : { party: { name }, role: 'E', share: left }
}
