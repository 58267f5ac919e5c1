import type { DuplicateGroup } from '../../shared/catalogue/duplicates.ts'
import { duplicatesIn } from '../../shared/catalogue/duplicates.ts'
import { countedUses, type MusicUses, musicUses } from '../../shared/catalogue/usage.ts'
import type { MergedTable } from '../../shared/edits/mergeEdits.ts'
import { usedIds } from '../../shared/edits/separateEdits.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import { foldedWords } from '../../shared/model/folded.ts'
import { partyName, type Recording } from '../../shared/model/work.ts'
import { writerNames } from '../cues/cueMusic.ts'

/** A line of the library's list. */
export type LibraryRow = {
  readonly table: MergedTable
  readonly id: string
  readonly name: string
  readonly note: string
  /** Cues that use it. */
  readonly uses: number
  /** Whether nothing at all names it, so that it can be removed. */
  readonly isIdle: boolean
}

/** Duplicates as one line each. */
export type DuplicateRow = DuplicateGroup & { readonly name: string }

type Searched = LibraryRow & { readonly words: string }

type Music = Pick<ProductionDocument, 'cues' | 'works' | 'recordings' | 'parties'>

/** What is made of a document's music once, however often it is searched. */
export type Library = {
  readonly uses: MusicUses
  readonly rows: (table: MergedTable, text: string) => readonly LibraryRow[]
  readonly duplicates: readonly DuplicateRow[]
}

/** Makes the library of a document. Lists are made when they are first asked for. */
export function makeLibrary(music: Music): Library {
  const document = music as ProductionDocument
  const uses = musicUses(document)
  const lists = new Map<MergedTable, readonly Searched[]>()
  const listOf = (table: MergedTable) => {
    const known = lists.get(table) ?? searched(document, table, uses)
    lists.set(table, known)
    return known
  }
  let duplicates: readonly DuplicateRow[] | null = null
  return {
    uses,
    rows: (table, text) => {
      const words = foldedWords(text).split(' ')
      return listOf(table).filter((row) => words.every((word) => row.words.includes(word)))
    },
    get duplicates() {
      duplicates ??= duplicatesIn(document, countedUses(uses)).map((group) => ({
        ...group,
        name: recordName(document, group.table, group.ids[0] ?? ''),
      }))
      return duplicates
    },
  }
}

/** What a work, recording or holder is called. */
export function recordName(document: Music, table: MergedTable, id: string): string {
  if (table === 'works') return document.works[id]?.title || 'Untitled work'
  if (table === 'recordings') return recordingName(document.recordings[id])
  const party = document.parties[id]
  return (party && partyName(party)) || 'Holder without a name'
}

/** What a recording is called: who performs it, and where it is found. */
export function recordingName(recording: Recording | undefined): string {
  const { artist = '', album = '', label = '', library = '' } = recording ?? {}
  return [artist, album, label || library].filter(Boolean).join(' · ') || 'Recording without an artist'
}

function searched(document: ProductionDocument, table: MergedTable, uses: MusicUses): readonly Searched[] {
  const used = usedIds(document, table)
  const rows = recordsOf(document, table).map(({ id }): LibraryRow => {
    const name = recordName(document, table, id)
    const note = noteOf(document, table, id)
    const count = uses[table].get(id)?.length ?? 0
    return { table, id, name, note, uses: count, isIdle: !used.has(id) }
  })
  return rows
    .map((row) => ({ ...row, words: foldedWords(`${row.name} ${row.note}`) }))
    .toSorted((a, b) => byName(a.name, b.name))
}

function noteOf(document: ProductionDocument, table: MergedTable, id: string): string {
  if (table === 'works') {
    const work = document.works[id]
    return [writerNames(document, work ?? null).join(', '), work?.iswc].filter(Boolean).join(' · ')
  }
  if (table === 'recordings') {
    const recording = document.recordings[id]
    return [document.works[recording?.work ?? '']?.title, recording?.isrc].filter(Boolean).join(' · ')
  }
  const { society = '', ipi = '' } = document.parties[id] ?? {}
  return [society, ipi].filter(Boolean).join(' · ')
}

const byName = new Intl.Collator().compare
