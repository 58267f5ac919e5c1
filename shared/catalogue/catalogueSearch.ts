import { foldedWords } from '../model/folded.ts'
import { type Party, partyName, type Recording, type Work } from '../model/work.ts'
import type { CatalogueEntry, CatalogueTable, Contact } from './catalogue.ts'
import type { CatalogueBook } from './catalogueBook.ts'

/** What a text is looked for in. */
export type SearchPlace = 'title' | 'artist' | 'holder' | 'contact'

type Line = {
  readonly table: CatalogueTable
  readonly id: string
  /** What it is found by first: folded title or name. */
  readonly name: string
  /** What it is found by as well: names of writers and artists, identifiers. */
  readonly more: string
}

/** Entries beyond which no more are looked at, once enough that begin with the text are found. */
const places: Readonly<Record<SearchPlace, CatalogueTable>> = {
  title: 'works',
  artist: 'recordings',
  holder: 'parties',
  contact: 'contacts',
}

/** Finds entries of a catalogue as one types. What is found by is made once and again only after the catalogue changed. */
export class CatalogueSearch {
  readonly #book: CatalogueBook
  readonly #lines = new Map<CatalogueTable, readonly Line[]>()

  constructor(book: CatalogueBook) {
    this.#book = book
  }

  /** Forgets what was made, after the catalogue changed. */
  changed(): void {
    this.#lines.clear()
  }

  /** The entries that a text may mean, best first: those that begin with it, those with a word that does, those that hold it. */
  find(place: SearchPlace, text: string, most: number): readonly CatalogueEntry[] {
    return this.lines(places[place], text, 0, most).found
  }

  /** The same for a list that is looked through: how many there are, and some of them. An empty text finds all. */
  lines(
    table: CatalogueTable,
    text: string,
    from: number,
    most: number,
  ): { readonly total: number; readonly found: readonly CatalogueEntry[] } {
    const lines = this.#linesOf(table)
    const ranked = ranksOf(lines, foldedWords(text))
    const found = ranked.slice(from, from + most).flatMap((line) => this.#entry(line) ?? [])
    return { total: ranked.length, found }
  }

  #linesOf(table: CatalogueTable): readonly Line[] {
    const known = this.#lines.get(table)
    if (known) return known
    const made = [...this.#made(table)].toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    this.#lines.set(table, made)
    return made
  }

  *#made(table: CatalogueTable): Generator<Line, void> {
    const { works, recordings, parties, contacts } = this.#book
    if (table === 'works') for (const work of works.list) yield this.#workLine(work)
    if (table === 'recordings') for (const recording of recordings.list) yield this.#recordingLine(recording)
    if (table === 'parties') for (const party of parties.list) yield partyLine(party)
    if (table === 'contacts') for (const contact of contacts.list) yield contactLine(contact)
  }

  #workLine(work: Work): Line {
    const artists = this.#book.recordingsOf(work.id).map(({ artist }) => artist)
    const writers = this.#book.partiesOf(work).map(partyName)
    return {
      table: 'works',
      id: work.id,
      name: foldedWords(work.title),
      more: foldedWords([...artists, ...writers, work.iswc].join(' ')),
    }
  }

  #recordingLine(recording: Recording): Line {
    const title = this.#book.works.get(recording.work ?? '')?.title ?? ''
    const { artist, album, label, isrc } = recording
    return {
      table: 'recordings',
      id: recording.id,
      name: foldedWords(artist),
      more: foldedWords([title, album, label, isrc].join(' ')),
    }
  }

  #entry({ table, id }: Line): CatalogueEntry | null {
    const { works, recordings, parties, contacts, uses } = this.#book
    const nothing = { table, id, work: null, recording: null, parties: [], use: null, contact: null }
    if (table === 'contacts') {
      const contact = contacts.get(id)
      return contact ? { ...nothing, name: contact.name, note: contact.contact, contact } : null
    }
    if (table === 'parties') {
      const party = parties.get(id)
      return party ? { ...nothing, name: partyName(party), note: party.society, parties: [party] } : null
    }
    const recording =
      table === 'recordings' ? (recordings.get(id) ?? null) : (this.#book.recordingsOf(id).at(-1) ?? null)
    const work = table === 'works' ? works.get(id) : works.get(recording?.work ?? '')
    if (!work) return null
    const holders = this.#book.partiesOf(work)
    const names = work.writers.flatMap(({ party }) => holders.find((holder) => holder.id === party) ?? [])
    const by = names.map(partyName).join(', ')
    return {
      ...nothing,
      name: table === 'works' ? work.title : (recording?.artist ?? ''),
      note: [table === 'works' ? recording?.artist : work.title, by].filter(Boolean).join(' · '),
      work,
      recording,
      parties: holders,
      use: uses.get(work.id) ?? null,
    }
  }
}

function partyLine(party: Party): Line {
  const { id, society, ipi } = party
  return { table: 'parties', id, name: foldedWords(partyName(party)), more: foldedWords(`${society} ${ipi}`) }
}

function contactLine({ id, name, contact }: Contact): Line {
  return { table: 'contacts', id, name: foldedWords(name), more: foldedWords(contact) }
}

/** The lines that hold every word of a text, in four ranks, each in the order of names. */
function ranksOf(lines: readonly Line[], text: string): readonly Line[] {
  if (text === '') return lines
  const words = text.split(' ')
  const ranks: Line[][] = [[], [], [], []]
  for (const line of lines) {
    const { name, more } = line
    if (name.startsWith(text)) ranks[0]?.push(line)
    else if (` ${name}`.includes(` ${text}`)) ranks[1]?.push(line)
    else if (name.includes(text)) ranks[2]?.push(line)
    else if (words.every((word) => name.includes(word) || ` ${more}`.includes(` ${word}`)))
      ranks[3]?.push(line)
  }
  return ranks.flat()
}
