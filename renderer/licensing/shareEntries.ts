import type { Edit } from '../../shared/edits/edit.ts'
import type { PublisherEntry, ShareSide, WriterEntry } from '../../shared/edits/shareEdits.ts'
import { evenShares, setPublishers, setWriters } from '../../shared/edits/shareEdits.ts'
import { readHolderLine } from '../../shared/model/holderLine.ts'
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

/**
 * The lines of a side with one more, from what is typed: a name, and after commas a society, a share, a role or an IPI. Without a share
 * it takes what is left; where nothing is left and all have the same, it gets the same as they.
 */
export function withLine(
  side: ShareSide,
  party: ShareEntry['party'],
  typed: string,
  entries: readonly ShareEntry[],
): readonly ShareEntry[] {
  const { role, share } = readHolderLine(side, typed)
  const blank = newEntry(side, '', entries)
  const added = { ...blank, party, ...(role === null ? {} : { role }), ...(share === null ? {} : { share }) }
  const all = [...entries, added as ShareEntry]
  const even = evenShares(entries.length)
  const isEven = entries.length > 0 && entries.every((entry, index) => entry.share === even[index])
  if (share !== null || !isEven) return all
  const next = evenShares(all.length)
  return all.map((entry, index) => ({ ...entry, share: next[index] ?? entry.share }))
}
